import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import type { Config } from '../../config.ts';
import type { Messages } from '../../knowledge/knowledge.ts';
import type { Level } from '../../shared/level.ts';
import { readJson } from '../http/body.ts';
import { isLocalRequest, isLoopbackAddress } from '../http/loopback.ts';
import { HttpProblem } from '../http/problem.ts';
import { errorSummary, handle } from '../http/server.ts';
import type { DocumentLinks } from '../documents.ts';
import type { Inbox } from '../inbox.ts';
import type { BotAdapter } from './adapter.ts';
import type { createBot } from './bot.ts';
import { readActivity, type IncomingActivity } from './activity.ts';

export interface BotParts {
  inbox: Inbox;
  messages: Readonly<Record<Level, Messages>>;
  microsoftApp: Config['microsoftApp'];
  /** Absent while the server does not know where it is reached from outside. */
  links?: DocumentLinks;
  logger: Logger;
}

/**
 * `POST /api/messages`: the Bot Framework's door. Without an app registration it opens for this machine only.
 *
 * @returns loads the SDK, which the first activity does otherwise. It takes half as long as the rest of the start
 *   together, so the server is ready before it; an activity that comes in meanwhile waits for it.
 */
export function addBotRoute(
  server: Server,
  { inbox, messages, microsoftApp, links, logger }: BotParts,
): () => Promise<unknown> {
  let sdk: Promise<{ adapter: BotAdapter; bot: ReturnType<typeof createBot> }> | undefined;
  const loadSdk = () => {
    sdk ??= Promise.all([import('./adapter.ts'), import('./bot.ts')]).then(([adapterModule, botModule]) => ({
      adapter: new adapterModule.BotAdapter(microsoftApp),
      bot: botModule.createBot(
        inbox,
        messages,
        (error) => {
          logger.error({ error: errorSummary(error) }, 'message could not be handled');
        },
        links,
      ),
    }));
    // A failure is not kept: the next activity tries again.
    sdk.catch(() => (sdk = undefined));
    return sdk;
  };
  server.post(
    '/api/messages',
    handle(async (req, res) => {
      const anonymous = microsoftApp === undefined;
      if (anonymous && !isLocalRequest(req)) {
        throw new HttpProblem(
          403,
          'The bot only answers this machine.',
          'Set MICROSOFT_APP_ID to open it for Teams and other channels.',
        );
      }
      const activity = requireActivity(await readJson(req));
      if (anonymous) requireLocalReplies(activity);
      await run(req, res, activity);
    }),
  );

  return loadSdk;

  async function run(req: Request, res: Response, activity: IncomingActivity): Promise<void> {
    const { adapter, bot } = await loadSdk();
    const sender = { verified: false };
    try {
      const answer = await adapter.run(req.headers.authorization ?? '', activity, async (context) => {
        sender.verified = true;
        await bot(context);
      });
      if (answer?.body === undefined) res.send(answer?.status ?? 200);
      else res.send(answer.status, answer.body);
    } catch (error) {
      if (!sender.verified && isRefusal(error)) {
        throw new HttpProblem(401, 'The sender could not be verified.', 'Send a valid Bot Framework token.');
      }
      logger.warn({ channel: activity.channelId, error: errorSummary(error) }, 'activity failed');
      if (!sender.verified) {
        throw new HttpProblem(503, 'The sender cannot be verified now.', 'Deliver the activity again later.');
      }
      throw new HttpProblem(
        502,
        'The reply could not be delivered.',
        'Deliver the activity again: it will have one effect.',
      );
    }
  }
}

/** Whether the SDK looked at the token and refused it; anything else is a failure on the way. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && (error.statusCode === 401 || error.statusCode === 403);
}

function requireActivity(body: unknown): IncomingActivity {
  const result = readActivity(body);
  if ('activity' in result) return result.activity;
  throw new HttpProblem(400, 'The body is not a Bot Framework activity.', result.problem);
}

/** An unverified activity may not make us call another machine. */
function requireLocalReplies({ serviceUrl, deliveryMode }: IncomingActivity): void {
  if (deliveryMode === 'expectReplies') return;
  if (serviceUrl === undefined)
    throw new HttpProblem(400, 'The body is not a Bot Framework activity.', 'serviceUrl: is missing');
  const host = new URL(serviceUrl).hostname.replace(/^\[|\]$/g, '');
  if (host !== 'localhost' && !isLoopbackAddress(host)) {
    throw new HttpProblem(
      403,
      'Replies only go to this machine.',
      'Set MICROSOFT_APP_ID to answer other service addresses.',
    );
  }
}
