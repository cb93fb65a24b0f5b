import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { Reply } from '../../src/conversation/reply.ts';
import { Conversations, type Bot } from '../../src/channels/directline/conversations.ts';
import { DirectLine } from '../../src/channels/directline/direct-line.ts';
import { LIMITS, type Limits } from '../../src/channels/directline/limits.ts';
import { addDirectLineRoutes } from '../../src/channels/directline/routes.ts';
import { Streams } from '../../src/channels/directline/streams.ts';
import { createHttpServer } from '../../src/channels/http/server.ts';
import { sendDirectLineError } from '../../src/channels/http/problem.ts';
import { fixedKeyRing } from '../../src/store/key-ring.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { tokensSigned } from './keys.ts';

export const DESK_SECRET = 'the-secret-of-a-program-of-the-desk';

const NOT_KEPT = 'niet bewaard';

interface DeskSettings {
  limits?: Partial<Limits>;
  bot?: Partial<Bot>;
  /** How long a client may take to read what it was sent. Milliseconds. */
  readingLimit?: number;
}

/** A bot that says one thing. */
export function saying(text: string): Reply {
  return { level: 'nl-B1', sections: [{ notes: [], text, sources: [] }] };
}

/** Direct Line in this process, with a bot that knows nothing, and with limits that a test can reach. */
export class Desk {
  readonly url: string;
  readonly store: Store;
  readonly conversations: Conversations;
  readonly streams: Streams;
  readonly #server: ReturnType<typeof createHttpServer>;

  private constructor(
    url: string,
    store: Store,
    conversations: Conversations,
    streams: Streams,
    server: ReturnType<typeof createHttpServer>,
  ) {
    this.url = url;
    this.store = store;
    this.conversations = conversations;
    this.streams = streams;
    this.#server = server;
  }

  static async open({ limits = {}, bot = {}, readingLimit }: DeskSettings = {}): Promise<Desk> {
    const store = openSqliteStore(':memory:');
    const logger = pino({ level: 'silent' });
    const server = createHttpServer(logger, () => sendDirectLineError);
    const conversations = new Conversations({
      bot: {
        receive: (_incoming, { send }) => send([saying('antwoord')]),
        greet: (_incoming, { send }) => send([saying('welkom')]),
        ...bot,
      },
      log: store.activities,
      feedback: store.feedback,
      news: store.news,
      render: (reply) => ({ type: 'message', text: reply.sections.map(({ text }) => text).join('\n') }),
      notKept: { 'nl-B1': NOT_KEPT, 'nl-A2': NOT_KEPT, en: NOT_KEPT },
      keys: () =>
        fixedKeyRing([new Uint8Array(32)])
          .keys('activities')
          .map(({ secret }) => secret),
      now: () => new Date(),
    });
    const parts = {
      conversations,
      tokens: tokensSigned(0),
      origins: { allowed: [] },
      limits: { ...LIMITS, ...limits },
      addressOf: () => 'one address',
    };
    addDirectLineRoutes(server, new DirectLine({ ...parts, secrets: [DESK_SECRET] }));
    const streams = new Streams(server.server, {
      ...parts,
      logger,
      ...(readingLimit !== undefined && { readingLimit }),
    });
    server.listen(0, '127.0.0.1');
    await once(server.server, 'listening');
    const { port } = server.server.address() as AddressInfo;
    return new Desk(`http://127.0.0.1:${port}`, store, conversations, streams, server);
  }

  /** How many connections are open, of any kind. */
  connections(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.server.getConnections((error, count) => {
        if (error) reject(error);
        else resolve(count);
      });
    });
  }

  async close(): Promise<void> {
    this.streams.close();
    this.#server.server.closeAllConnections();
    this.#server.close();
    await this.store.close().catch(() => undefined);
  }
}
