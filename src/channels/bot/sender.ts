import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { HttpProblem } from '../http/problem.ts';
import { errorSummary } from '../../telemetry/error-summary.ts';
import type { IncomingActivity } from './activity.ts';
import { isLocalAddress } from './service-hosts.ts';
import { BOT_CONNECTOR, createTokenCheck, type TokenIssuer } from './token.ts';

/** Ends without a word when the bot may act on an activity. */
export type SenderCheck = (authorization: string, activity: IncomingActivity) => Promise<void> | void;

export interface SenderParts {
  app: NonNullable<Config['microsoftApp']>;
  /** Whether replies may go to an address. */
  mayReceive: (serviceUrl: string) => boolean;
  /** Another issuer of tokens than Microsoft's: for tests in the same process. */
  issuer?: TokenIssuer;
  logger: Logger;
}

/** Seconds. */
const RETRY_AFTER = 30;

/**
 * For a bot with a registration: a channel must prove that it sent the activity, and to where replies go.
 *
 * @returns throws HttpProblem 401 for a sender who proves nothing, 403 for another tenant or an address that replies may not go
 *   to, 503 when the proof cannot be checked now
 */
export function registeredSenderCheck({ app, mayReceive, issuer, logger }: SenderParts): SenderCheck {
  const checkToken = createTokenCheck(app.id, issuer ?? BOT_CONNECTOR);

  return async (authorization, activity) => {
    const verdict = await checkToken(authorization, activity);
    if (verdict.kind === 'unavailable') {
      logger.error({ error: errorSummary(verdict.cause) }, 'the keys of the Bot Connector could not be fetched');
      throw new HttpProblem(503, 'The sender cannot be verified now.', 'Deliver the activity again later.', {
        retryAfter: RETRY_AFTER,
      });
    }
    if (verdict.kind === 'refused') {
      logger.warn({ reason: verdict.reason }, 'sender refused');
      throw new HttpProblem(401, 'The sender could not be verified.', 'Send a valid Bot Framework token.');
    }
    if (app.tenantId !== undefined && !isOfTenant(activity, app.tenantId)) {
      logger.warn({ reason: 'tenant' }, 'sender refused');
      throw new HttpProblem(
        403,
        'The bot is not for this tenant.',
        'MICROSOFT_APP_TENANT_ID names the tenant it is for.',
      );
    }
    if (activity.serviceUrl === undefined || !mayReceive(activity.serviceUrl)) {
      logger.warn({ reason: 'serviceUrl' }, 'sender refused');
      throw new HttpProblem(
        403,
        'Replies do not go to this address.',
        'Name its host in BOT_SERVICE_HOSTS to allow it.',
      );
    }
  };
}

/**
 * For a bot without a registration: nobody proves anything, so an activity may not make the bot call another machine.
 *
 * @throws HttpProblem 400 without an address for replies, 403 when it is on another machine
 */
export const anonymousSenderCheck: SenderCheck = (_authorization, { serviceUrl, deliveryMode }) => {
  if (deliveryMode === 'expectReplies') return;
  if (serviceUrl === undefined)
    throw new HttpProblem(400, 'The body is not a Bot Framework activity.', 'serviceUrl: is missing');
  if (!isLocalAddress(serviceUrl)) {
    throw new HttpProblem(
      403,
      'Replies only go to this machine.',
      'Set MICROSOFT_APP_ID to answer other service addresses.',
    );
  }
};

/** Whether every tenant that an activity names is this one; what comes from Teams must name it. */
function isOfTenant({ channelId, channelData, conversation }: IncomingActivity, tenantId: string): boolean {
  const named = [channelData?.tenant?.id, conversation.tenantId].filter((id) => id !== undefined);
  return (
    (named.length > 0 || channelId !== 'msteams') && named.every((id) => id.toLowerCase() === tenantId.toLowerCase())
  );
}
