import { createRemoteJWKSet, customFetch, errors, jwtVerify, type FetchImplementation } from 'jose';
import { z } from 'zod';
import type { IncomingActivity } from './activity.ts';

/** Who signs the tokens that come with activities. */
export interface TokenIssuer {
  /** As its tokens name it. */
  name: string;
  /** Address of its OpenID configuration, which tells where its keys are. */
  metadata: string;
}

/** The Bot Connector in Microsoft's public cloud: Teams and every other channel of a bot's registration. */
export const BOT_CONNECTOR: TokenIssuer = {
  name: 'https://api.botframework.com',
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
};

const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

/** How far clocks may differ, as the Bot Connector's documentation says. Seconds. */
const CLOCK_SKEW = 5 * 60;

/** How long keys are used before they are fetched again. Milliseconds. */
const KEYS_KEPT = 24 * 60 * 60 * 1000;

/** A key that is not known is looked for no more often than this, whoever asks for it. Milliseconds. */
const FETCHES_APART = 30_000;

/** How long both fetches together may take. Milliseconds. */
const FETCH_LIMIT = 5_000;

const openIdConfiguration = z.object({ jwks_uri: z.url() });
const endorsedKey = z.object({ kid: z.string(), endorsements: z.array(z.string()) });

/** What became of a token. The reason is a word for the log and holds nothing of the token. */
export type Verdict = { kind: 'ok' } | { kind: 'refused'; reason: string } | { kind: 'unavailable'; cause: unknown };

/** Verifies that an activity was sent by the channel that it names, for one app. */
export type TokenCheck = (authorization: string, activity: IncomingActivity) => Promise<Verdict>;

/**
 * Checks all that the Bot Connector's documentation asks of a bot that verifies tokens itself: signature, issuer, audience, time,
 * that the key is endorsed for the activity's channel, and that the token was given out for the activity's `serviceUrl`.
 *
 * @param appId the bot's own, for whom tokens must be
 */
export function createTokenCheck(appId: string, issuer: TokenIssuer): TokenCheck {
  const keys = createRemoteJWKSet(new URL(issuer.metadata), {
    [customFetch]: fetchKeys,
    cacheMaxAge: KEYS_KEPT,
    cooldownDuration: FETCHES_APART,
    timeoutDuration: FETCH_LIMIT,
  });
  const rules = {
    issuer: issuer.name,
    audience: appId,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_SKEW,
    requiredClaims: ['exp', 'serviceurl'],
  };

  return async (authorization, { channelId, serviceUrl }) => {
    const token = /^Bearer ([\w.-]+)$/.exec(authorization)?.[1];
    if (token === undefined) return { kind: 'refused', reason: 'no bearer token' };
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, rules);
      if (payload['serviceurl'] !== serviceUrl) return { kind: 'refused', reason: 'serviceurl' };
      return isEndorsed(protectedHeader.kid, channelId)
        ? { kind: 'ok' }
        : { kind: 'refused', reason: 'key not endorsed' };
    } catch (error) {
      return isRefusal(error) ? { kind: 'refused', reason: reasonOf(error) } : { kind: 'unavailable', cause: error };
    }
  };

  function isEndorsed(kid: string | undefined, channelId: string): boolean {
    return (keys.jwks()?.keys ?? []).some((key) => {
      const { success, data } = endorsedKey.safeParse(key);
      return success && data.kid === kid && data.endorsements.includes(channelId);
    });
  }
}

/** Fetches the keys by way of the configuration that names their address. */
const fetchKeys: FetchImplementation = async (address, options) => {
  const configuration = await fetch(address, { ...options, redirect: 'follow' });
  if (!configuration.ok) return configuration;
  const { jwks_uri: keys } = openIdConfiguration.parse(await configuration.json());
  return fetch(keys, { ...options, redirect: 'follow' });
};

/** Whether it is the token that is wrong. Anything else is a failure to get the keys. */
function isRefusal(error: unknown): error is errors.JOSEError {
  return (
    error instanceof errors.JOSEError &&
    error.code !== errors.JOSEError.code &&
    !(error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid)
  );
}

function reasonOf(error: errors.JOSEError): string {
  return error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired
    ? error.claim
    : error.code;
}
