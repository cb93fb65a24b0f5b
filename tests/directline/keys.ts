import { SignJWT, type JWTPayload } from 'jose';
import { fixedKeyRing, type RingKey } from '../../src/store/key-ring.ts';
import { Tokens } from '../../src/channels/directline/tokens.ts';

const NEWEST = Buffer.alloc(32, 'a key for tests');
const BEFORE = Buffer.alloc(32, 'the key that was used before it');

/** Signing keys that a server under test and the tests share, so that tests can sign what a server signed long ago. */
export const SIGNING_KEYS = [NEWEST, BEFORE].map((key) => key.toString('base64')).join(',');

/** The keys by which the server knows its tokens. */
export const TOKEN_KEY = tokenKeyOf(NEWEST);
export const TOKEN_KEY_BEFORE = tokenKeyOf(BEFORE);

function tokenKeyOf(secret: Uint8Array): RingKey {
  const [key] = fixedKeyRing([secret]).keys('tokens');
  if (key === undefined) throw new Error('there is no key');
  return key;
}

/** Signs as the server did some time ago. @param ago seconds */
export function tokensSigned(ago: number, key = TOKEN_KEY): Tokens {
  return new Tokens(
    () => [key],
    () => new Date(Date.now() - ago * 1000),
  );
}

/** A token as somebody else might make it, with the server's own key or another. */
export function forged(payload: JWTPayload, { id, secret }: RingKey, alg = 'HS256'): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg, kid: id }).sign(secret);
}
