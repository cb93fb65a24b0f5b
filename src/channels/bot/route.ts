import type { Logger } from 'pino';
import type { Response, Server } from 'restify';
import type { Config } from '../../config.ts';
import type { Messages } from '../../knowledge/knowledge.ts';
import type { Level } from '../../shared/level.ts';
import { present } from '../../shared/present.ts';
import { readJson } from '../http/body.ts';
import { isLocalRequest } from '../http/loopback.ts';
import { HttpProblem } from '../http/problem.ts';
import { errorSummary, handle } from '../http/server.ts';
import type { DocumentAddresses } from '../documents.ts';
import type { Inbox } from '../inbox.ts';
import type { BotAdapter, Credentials } from './adapter.ts';
import type { createBot } from './bot.ts';
import type { InvokeParts } from './invoke/index.ts';
import { readActivity, type IncomingActivity } from './activity.ts';
import { anonymousSenderCheck, registeredSenderCheck } from './sender.ts';
import type { TokenIssuer } from './token.ts';

export interface BotRouteParts {
  inbox: Inbox;
  messages: Readonly<Record<Level, Messages>>;
  invokes: InvokeParts;
  microsoftApp: Config['microsoftApp'];
  /** Hosts beside Microsoft's own that replies may go to. */
  serviceHosts?: readonly string[];
  /** Stands in for Microsoft where a test starts the route in its own process; replies may then go to this machine. */
  authentication?: { issuer: TokenIssuer; credentials: Credentials };
  /** Absent while the server does not know where it is reached from outside. */
  documents?: DocumentAddresses;
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
  { inbox, messages, invokes, microsoftApp, serviceHosts, authentication, documents, logger }: BotRouteParts,
): () => Promise<unknown> {
  let sdk: Promise<{ adapter: BotAdapter; bot: ReturnType<typeof createBot> }> | undefined;
  const loadSdk = () => {
    sdk ??= Promise.all([import('./adapter.ts'), import('./bot.ts')]).then(([adapterModule, botModule]) => ({
      adapter: new adapterModule.BotAdapter(microsoftApp, authentication?.credentials),
      bot: botModule.createBot({
        inbox,
        messages,
        invokes,
        onFailure: (error) => {
          logger.error({ error: errorSummary(error) }, 'message could not be handled');
        },
        ...present({ documents, appId: microsoftApp?.id }),
      }),
    }));
    // A failure is not kept: the next activity tries again.
    sdk.catch(() => (sdk = undefined));
    return sdk;
  };
  const checkSender =
    microsoftApp === undefined
      ? anonymousSenderCheck
      : registeredSenderCheck({
          app: microsoftApp,
          logger,
          ...present({ serviceHosts, issuer: authentication?.issuer }),
        });
  server.post(
    '/api/messages',
    handle(async (req, res) => {
      if (microsoftApp === undefined && !isLocalRequest(req)) {
        throw new HttpProblem(
          403,
          'The bot only answers this machine.',
          'Set MICROSOFT_APP_ID to open it for Teams and other channels.',
        );
      }
      const activity = requireActivity(await readJson(req));
      await checkSender(req.headers.authorization ?? '', activity);
      await run(res, activity);
    }),
  );

  return loadSdk;

  async function run(res: Response, activity: IncomingActivity): Promise<void> {
    const { adapter, bot } = await loadSdk();
    try {
      const answer = await adapter.run(activity, bot);
      if (answer?.body === undefined) res.send(answer?.status ?? 200);
      else res.send(answer.status, answer.body);
    } catch (error) {
      logger.warn({ channel: activity.channelId, error: errorSummary(error) }, 'activity failed');
      throw new HttpProblem(
        502,
        'The reply could not be delivered.',
        'Deliver the activity again: it will have one effect.',
      );
    }
  }
}

function requireActivity(body: unknown): IncomingActivity {
  const result = readActivity(body);
  if ('activity' in result) return result.activity;
  throw new HttpProblem(400, 'The body is not a Bot Framework activity.', result.problem);
}
