import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Messages } from '../../knowledge/knowledge.ts';
import { LEVELS, type Level } from '../../shared/level.ts';
import type { ActivityLog } from '../../store/activity-log.ts';
import type { FeedbackStore } from '../../store/feedback-store.ts';
import type { News } from '../../store/news.ts';
import { secretsFor, type KeyRing } from '../../store/key-ring.ts';
import { noMetrics, type Metrics } from '../../telemetry/metrics.ts';
import type { DataAddresses } from '../data-addresses.ts';
import type { PlanAddresses } from '../documents.ts';
import { withExport } from '../with-export.ts';
import type { SendLater } from '../outbox-dispatcher.ts';
import { clientAddress } from '../http/client-address.ts';
import { Conversations, type Bot } from './conversations.ts';
import { addCors } from './cors.ts';
import { DirectLine } from './direct-line.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { OriginRule } from './origins.ts';
import { renderReply } from './render.ts';
import { addDirectLineRoutes } from './routes.ts';
import { Streams } from './streams.ts';
import { Tokens } from './tokens.ts';

export interface DirectLineSettings {
  origins: OriginRule;
  /** Secrets of programs that may start conversations for others. */
  secrets: readonly string[];
  trustedProxies: number;
  limits?: Limits;
}

export interface DirectLineServices {
  bot: Bot;
  log: ActivityLog;
  feedback: FeedbackStore;
  news: News;
  messages: Readonly<Record<Level, Messages>>;
  addresses: PlanAddresses;
  dataAddresses: DataAddresses;
  keyRing: KeyRing;
  logger: Logger;
  metrics?: Metrics;
  /** Whether so much is under way that reading must wait; never when absent. */
  isBusy?: () => boolean;
}

/** What the server does with Direct Line after it was opened. */
export interface OpenDirectLine {
  sendLater: SendLater;
  /** Sends the clients away, to come back later. */
  close: () => void;
  /** How many streams are open. */
  streams: () => number;
}

/** Opens Direct Line 3.0 on a server: routes, streams and what pages of other sites may do. */
export function openDirectLine(
  server: Server,
  { origins, secrets, trustedProxies, limits = LIMITS }: DirectLineSettings,
  {
    bot,
    log,
    feedback,
    news,
    messages,
    addresses,
    dataAddresses,
    keyRing,
    logger,
    metrics = noMetrics,
    isBusy = () => false,
  }: DirectLineServices,
): OpenDirectLine {
  const now = () => new Date();
  const addressOf = (req: IncomingMessage) => clientAddress(req, trustedProxies);
  const tokens = new Tokens(() => keyRing.keys('tokens'), now);
  const conversations = new Conversations({
    bot,
    log,
    feedback,
    news,
    render: (reply, key) =>
      renderReply(
        withExport(reply, (level) => dataAddresses.link(key, level, now())),
        messages[reply.level],
        addresses,
        now(),
      ),
    notKept: Object.fromEntries(LEVELS.map((level) => [level, messages[level].notKept])) as Record<Level, string>,
    keys: secretsFor('activities', keyRing),
    now,
  });
  addCors(server, origins);
  addDirectLineRoutes(
    server,
    new DirectLine({ conversations, tokens, origins, secrets, limits, addressOf, metrics, isBusy }),
  );
  const streams = new Streams(server.server, { conversations, tokens, origins, limits, addressOf, logger });
  return {
    sendLater: conversations.sendLater,
    close: () => {
      conversations.close();
      streams.close();
    },
    streams: () => streams.size,
  };
}
