import type { InvokeResponse, TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Response, Server } from 'restify';
import type { Config } from '../../config.ts';
import type { Citation, Messages } from '../../knowledge/knowledge.ts';
import type { Level } from '../../shared/level.ts';
import { present } from '../../shared/present.ts';
import { channelName } from '../../telemetry/channel-name.ts';
import { errorSummary } from '../../telemetry/error-summary.ts';
import type { Metrics } from '../../telemetry/metrics.ts';
import { readJson } from '../http/body.ts';
import { isLocalRequest } from '../http/loopback.ts';
import { HttpProblem } from '../http/problem.ts';
import { handle } from '../http/server.ts';
import type { ConversationKey } from '../../store/conversation-store.ts';
import type { DocumentAddresses } from '../documents.ts';
import type { Inbox } from '../inbox.ts';
import type { SendLater } from '../outbox-dispatcher.ts';
import type { BotAdapter, Credentials } from './adapter.ts';
import type { Bot } from './bot.ts';
import type { InvokeParts } from './invoke/index.ts';
import { readActivity, type IncomingActivity } from './activity.ts';
import { Pace, type BotLimits } from './pace.ts';
import { createSendLater } from './send-later.ts';
import { anonymousSenderCheck, registeredSenderCheck } from './sender.ts';
import { replyAddressCheck } from './service-hosts.ts';
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
  /** The file of all that is stored of a conversation; absent likewise. */
  dataLink?: (key: ConversationKey, level: Level) => Citation;
  /** Says to a person that they were too fast; without it they hear nothing until they may go on. */
  onTooMany?: (context: TurnContext) => Promise<void>;
  /** How fast people may talk, when other than usual. */
  limits?: BotLimits;
  metrics?: Metrics;
  logger: Logger;
}

/** What the server does with the bot besides answering requests. */
export interface BotDoor {
  /**
   * Loads the SDK, which the first activity does otherwise. It takes half as long as the rest of the start together, so the
   * server is ready before it; an activity that comes in meanwhile waits for it.
   */
  warmUp: () => Promise<unknown>;
  sendLater: SendLater;
}

/** `POST /api/messages`: the Bot Framework's door. Without an app registration it opens for this machine only. */
export function addBotRoute(
  server: Server,
  {
    inbox,
    messages,
    invokes,
    microsoftApp,
    serviceHosts,
    authentication,
    documents,
    dataLink,
    onTooMany,
    limits,
    metrics,
    logger,
  }: BotRouteParts,
): BotDoor {
  const pace = new Pace(limits, metrics);
  let sdk: Promise<{ adapter: BotAdapter; bot: Bot }> | undefined;
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
        ...present({ documents, dataLink, appId: microsoftApp?.id }),
      }),
    }));
    // A failure is not kept: the next activity tries again.
    sdk.catch(() => (sdk = undefined));
    return sdk;
  };
  const mayReceive = replyAddressCheck({
    isRegistered: microsoftApp !== undefined,
    takesLocal: authentication !== undefined,
    serviceHosts,
  });
  const checkSender =
    microsoftApp === undefined
      ? anonymousSenderCheck
      : registeredSenderCheck({
          app: microsoftApp,
          mayReceive,
          logger,
          ...present({ issuer: authentication?.issuer }),
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
      switch (await pace.judge(activity)) {
        case 'handle':
          await run(res, activity);
          return;
        // A channel takes any other status for a failure: it shows an error, or delivers the activity again.
        case 'tell':
          await tellTooMany(res, activity);
          return;
        case 'ignore':
          res.send(200);
      }
    }),
  );

  const sendLater = createSendLater({
    load: async () => {
      const { adapter, bot } = await loadSdk();
      return { adapter, say: bot.say };
    },
    mayReceive,
  });
  return { warmUp: loadSdk, sendLater };

  async function run(res: Response, activity: IncomingActivity): Promise<void> {
    const { adapter, bot } = await loadSdk();
    try {
      sendAnswer(res, await adapter.run(activity, bot.react));
    } catch (error) {
      logger.warn({ channel: channelName(activity.channelId), error: errorSummary(error) }, 'activity failed');
      throw new HttpProblem(
        502,
        'The reply could not be delivered.',
        'Deliver the activity again: it will have one effect.',
      );
    }
  }

  async function tellTooMany(res: Response, activity: IncomingActivity): Promise<void> {
    if (onTooMany === undefined) {
      res.send(200);
      return;
    }
    const { adapter } = await loadSdk();
    const answer = await adapter.run(activity, onTooMany).catch((error: unknown) => {
      logger.warn(
        { channel: channelName(activity.channelId), error: errorSummary(error) },
        'a person could not be told that they are too fast',
      );
      return undefined;
    });
    sendAnswer(res, answer);
  }
}

function sendAnswer(res: Response, answer: InvokeResponse | undefined): void {
  if (answer?.body === undefined) res.send(answer?.status ?? 200);
  else res.send(answer.status, answer.body);
}

function requireActivity(body: unknown): IncomingActivity {
  const result = readActivity(body);
  if ('activity' in result) return result.activity;
  throw new HttpProblem(400, 'The body is not a Bot Framework activity.', result.problem);
}
