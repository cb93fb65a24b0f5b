import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { Server } from 'restify';
import type { Messages } from '../../knowledge/knowledge.ts';
import { LEVELS, type Level } from '../../shared/level.ts';
import type { ActivityLog } from '../../store/activity-log.ts';
import type { FeedbackStore } from '../../store/feedback-store.ts';
import { secretsFor, type KeyRing } from '../../store/key-ring.ts';
import type { PlanAddresses } from '../documents.ts';
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
  messages: Readonly<Record<Level, Messages>>;
  addresses: PlanAddresses;
  keyRing: KeyRing;
  logger: Logger;
}

/** What the server does with Direct Line after it was opened. */
export interface OpenDirectLine {
  /** Deletes the conversations that nobody used for a day. */
  deleteUnused: () => Promise<void>;
  /** Sends the clients away, to come back later. */
  close: () => void;
}

/** Opens Direct Line 3.0 on a server: routes, streams and what pages of other sites may do. */
export function openDirectLine(
  server: Server,
  { origins, secrets, trustedProxies, limits = LIMITS }: DirectLineSettings,
  { bot, log, feedback, messages, addresses, keyRing, logger }: DirectLineServices,
): OpenDirectLine {
  const now = () => new Date();
  const addressOf = (req: IncomingMessage) => clientAddress(req, trustedProxies);
  const tokens = new Tokens(() => keyRing.keys('tokens'), now);
  const conversations = new Conversations({
    bot,
    log,
    feedback,
    render: (reply) => renderReply(reply, messages[reply.level], addresses, now()),
    notKept: Object.fromEntries(LEVELS.map((level) => [level, messages[level].notKept])) as Record<Level, string>,
    keys: secretsFor('activities', keyRing),
    now,
  });
  addCors(server, origins);
  addDirectLineRoutes(server, new DirectLine({ conversations, tokens, origins, secrets, limits, addressOf }));
  const streams = new Streams(server.server, { conversations, tokens, origins, limits, addressOf, logger });
  return {
    deleteUnused: () => conversations.deleteUnused(),
    close: () => {
      streams.close();
    },
  };
}
