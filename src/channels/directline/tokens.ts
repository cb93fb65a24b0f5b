import { randomBytes } from 'node:crypto';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { LEVELS } from '../../shared/level.ts';
import { present } from '../../shared/present.ts';
import type { RingKey } from '../../store/key-ring.ts';

/** How long a token works. Seconds. */
export const TOKEN_LIFETIME = 1_800;

/** How long the address of a stream works. Seconds. */
const STREAM_LIFETIME = 60;

/** How long after it expired a token still shows which conversation was its holder's. Seconds. */
const RESUMABLE = 24 * 60 * 60;

const ISSUER = 'spoor2-assistent';
const ALGORITHM = 'HS256';

const claims = z.object({
  conv: z.string().regex(/^[\w-]{16,64}$/),
  user: z.string().optional(),
  org: z.array(z.string()),
  level: z.enum(LEVELS).optional(),
});

/** What a token says: one conversation, one person, the origins from which it may be used. */
export interface Grant {
  conversation: string;
  /** Who speaks, whatever the client says; absent when the client may say who. */
  user?: string;
  /** Empty when the token is bound to no origin of its own. */
  origins: readonly string[];
  /** How to write to the person at first. */
  level?: z.infer<typeof claims>['level'];
}

/** A stream's grant: also where it begins. */
export interface StreamGrant extends Grant {
  /** The number of the last activity that the client has. */
  after: number;
}

export type Verified<T> = { kind: 'ok'; grant: T } | { kind: 'expired' } | { kind: 'invalid' };

/** Signs and verifies the tokens of Direct Line clients. */
export class Tokens {
  readonly #keys: () => readonly RingKey[];
  readonly #now: () => Date;
  /** Streams that were opened, with when their address expires: each address opens one stream. */
  readonly #opened = new Map<string, number>();

  /** @param keys the first signs, all verify */
  constructor(keys: () => readonly RingKey[], now: () => Date) {
    this.#keys = keys;
    this.#now = now;
  }

  /** A token for a conversation, 30 minutes long. */
  issue(grant: Grant): Promise<string> {
    return this.#sign('directline', grant, TOKEN_LIFETIME, {});
  }

  verify(token: string): Promise<Verified<Grant>> {
    return this.#verified('directline', token, 0, (_payload, grant) => grant);
  }

  /** The same for a token that may have expired within the last day: its holder wants to go on. */
  verifyForResuming(token: string): Promise<Verified<Grant>> {
    return this.#verified('directline', token, RESUMABLE, (_payload, grant) => grant);
  }

  /** A token for one stream, to stand in its address: a minute long. */
  issueForStream({ after, ...grant }: StreamGrant): Promise<string> {
    return this.#sign('stream', grant, STREAM_LIFETIME, { after });
  }

  /** Verifies the token in a stream's address; the second time the same token is invalid. */
  async redeemForStream(token: string): Promise<Verified<StreamGrant>> {
    const verified = await this.#verified('stream', token, 0, ({ after, jti, exp }, grant) => ({
      ...grant,
      after: Number(after),
      id: String(jti),
      expires: Number(exp) * 1000,
    }));
    if (verified.kind !== 'ok') return verified;
    const { id, expires, ...grant } = verified.grant;
    this.#forgetExpired();
    if (this.#opened.has(id)) return { kind: 'invalid' };
    this.#opened.set(id, expires);
    return { kind: 'ok', grant };
  }

  /** They stand in the order in which they were opened, and so nearly in that of their expiry. */
  #forgetExpired(): void {
    const now = this.#now().getTime();
    for (const [id, expires] of this.#opened) {
      if (expires > now - STREAM_LIFETIME * 1000) return;
      this.#opened.delete(id);
    }
  }

  #sign(
    audience: string,
    { conversation, user, origins, level }: Grant,
    lifetime: number,
    more: object,
  ): Promise<string> {
    const [key] = this.#keys();
    if (key === undefined) throw new Error('there is no key to sign with');
    const seconds = Math.floor(this.#now().getTime() / 1000);
    return new SignJWT({ conv: conversation, org: [...origins], ...present({ user, level }), ...more })
      .setProtectedHeader({ alg: ALGORITHM, kid: key.id })
      .setIssuer(ISSUER)
      .setAudience(audience)
      .setIssuedAt(seconds)
      .setExpirationTime(seconds + lifetime)
      .setJti(randomBytes(12).toString('base64url'))
      .sign(key.secret);
  }

  async #verified<T>(
    audience: string,
    token: string,
    tolerance: number,
    read: (payload: Record<string, unknown>, grant: Grant) => T,
  ): Promise<Verified<T>> {
    try {
      const { kid } = decodeProtectedHeader(token);
      const key = this.#keys().find(({ id }) => id === kid);
      if (key === undefined) return { kind: 'invalid' };
      const { payload } = await jwtVerify(token, key.secret, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience,
        clockTolerance: tolerance,
        currentDate: this.#now(),
        requiredClaims: ['exp', 'jti'],
      });
      const { conv, user, org, level } = claims.parse(payload);
      const grant = { conversation: conv, origins: org, ...present({ user, level }) };
      return { kind: 'ok', grant: read(payload, grant) };
    } catch (error) {
      return { kind: error instanceof errors.JWTExpired ? 'expired' : 'invalid' };
    }
  }
}

/** An id for a visitor: the prefix says that the client cannot choose it. */
export function newUserId(): string {
  return `dl_${randomBytes(16).toString('base64url')}`;
}
