import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Octets of an AES-256 key. */
export const SEAL_KEY_LENGTH = 32;

const CIPHER = 'aes-256-gcm';
/** How a token holds its JSON, by its first octet: packed for an address, as it is where room costs less than time. */
const FORMS = { short: 1, quick: 2 } as const;
/** Form and moment of expiry: readable, but not to be changed. */
const HEAD = 5;
const NONCE = 12;
const TAG = 16;
/** The largest JSON that is sealed: 512 KiB, some times more than our longest reply; it bounds what unpacking may cost. */
const LONGEST = 524_288;
/** The last moment that fits, in the year 2106. Seconds since 1970. */
const LAST_MOMENT = 2 ** 32 - 1;

export type Unsealed = { kind: 'ok'; value: unknown } | { kind: 'expired' } | { kind: 'invalid' };

/**
 * A value in a token that only a holder of the key can read or make, for a link or a store.
 * The token holds only letters, figures, "-" and "_". It is at most 4/3 of the JSON, packed if it is to be short, plus
 * 44 characters. Each call gives another token. One key is good for some billions of tokens (random nonces of 96 bits).
 *
 * @param value What JSON can hold; after `unseal` it is what JSON gives back.
 * @param keys Keys of 32 octets; the first one seals.
 * @param expires From this moment on the token is expired. Whole seconds, rounded down.
 * @param form `quick` takes a third of the time of `short`, and up to ten times the room.
 * @throws RangeError when there is no key of 32 octets, `expires` is not between 1970 and 2106, or the JSON is longer
 *   than 512 KiB; TypeError when JSON cannot hold the value.
 */
export function seal(
  value: unknown,
  keys: readonly Uint8Array[],
  expires: Date,
  form: keyof typeof FORMS = 'short',
): string {
  const [key] = keys;
  if (key?.length !== SEAL_KEY_LENGTH) throw new RangeError('a key to seal with has 32 octets');
  const moment = Math.floor(expires.getTime() / 1000);
  if (!(moment >= 0 && moment <= LAST_MOMENT)) throw new RangeError('a token expires between 1970 and 2106');
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new TypeError('JSON cannot hold this value');
  const text = Buffer.from(json);
  if (text.length > LONGEST) throw new RangeError('too long to seal');
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(FORMS[form], 0);
  head.writeUInt32BE(moment, 1);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyObject(key), nonce, { authTagLength: TAG }).setAAD(head);
  const content = form === 'short' ? deflateRawSync(text) : text;
  return Buffer.concat([head, nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
}

/**
 * What `seal` put in a token. A token that was changed in any way, was sealed with none of the keys, or is no token at
 * all is `invalid`; only one that is genuine can be `expired`. Never throws.
 *
 * @param keys Every key that may have sealed it, the newest first; keys that are not 32 octets are passed over.
 */
export function unseal(token: string, keys: readonly Uint8Array[], now: Date): Unsealed {
  const octets = Buffer.from(token, 'base64url');
  // Decoding skips what is no base64url and the unused bits at the end: only the one way of writing counts.
  const [form] = octets;
  const isForm = form === FORMS.short || form === FORMS.quick;
  if (octets.toString('base64url') !== token || octets.length < HEAD + NONCE + TAG || !isForm) {
    return { kind: 'invalid' };
  }
  for (const key of keys) {
    const content = opened(octets, key);
    if (content === undefined) continue;
    if (!(now.getTime() < octets.readUInt32BE(1) * 1000)) return { kind: 'expired' };
    return read(content, form === FORMS.short);
  }
  return { kind: 'invalid' };
}

function opened(octets: Buffer, key: Uint8Array): Buffer | undefined {
  if (key.length !== SEAL_KEY_LENGTH) return undefined;
  const nonce = octets.subarray(HEAD, HEAD + NONCE);
  try {
    const decipher = createDecipheriv(CIPHER, keyObject(key), nonce, { authTagLength: TAG })
      .setAAD(octets.subarray(0, HEAD))
      .setAuthTag(octets.subarray(-TAG));
    return Buffer.concat([decipher.update(octets.subarray(HEAD + NONCE, -TAG)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Making one of these takes longer than the sealing itself. */
const keyObjects = new WeakMap<Uint8Array, KeyObject>();

function keyObject(key: Uint8Array): KeyObject {
  const made = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, made);
  return made;
}

function read(content: Buffer, isPacked: boolean): Unsealed {
  try {
    const text = isPacked ? inflateRawSync(content, { maxOutputLength: LONGEST }) : content;
    return { kind: 'ok', value: JSON.parse(text.toString()) as unknown };
  } catch {
    return { kind: 'invalid' };
  }
}
