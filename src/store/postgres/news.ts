import { setTimeout as pass } from 'node:timers/promises';
import type { Client, ClientConfig, Notification } from 'pg';
import type { News } from '../news.ts';
import { connect } from './connection.ts';

/** The name under which all processes on a database tell and listen. */
const CHANNEL = 'spoor2_news';

/** What is told within this time goes together. Milliseconds. */
const GATHERING = 5;

/** A notification holds less than 8,000 octets. */
const LONGEST = 7_900;

/** So many conversations wait to be told of while there is no connection; of more, only that there was something. */
const MOST_WAITING = 1_000;

/** Pauses before connecting again. Milliseconds. */
const PAUSE = { first: 100, longest: 5_000 };

/** So often we make sure that the other side is still there. Milliseconds. */
const HEARTBEAT = 20_000;

/** How long the other side may take. Milliseconds. */
const ANSWER_LIMIT = 3_000;

/**
 * News by LISTEN and NOTIFY on a connection of its own, made when it is first needed and made anew when it is lost; whoever
 * listens then hears that news may have been missed.
 */
export class PostgresNews implements News {
  readonly #options: ClientConfig;
  readonly #onError: (error: Error) => void;
  readonly #listeners = new Set<(conversation: string | undefined) => void>();
  readonly #closing = new AbortController();
  #waiting = new Set<string>();
  /** More was told than waits. */
  #overflowed = false;
  #gathering: NodeJS.Timeout | undefined;
  #client: Client | undefined;
  #running: Promise<void> | undefined;

  /** @param onError hears why a connection was lost or could not be made */
  constructor(options: ClientConfig, onError: (error: Error) => void) {
    this.#options = { ...options, query_timeout: ANSWER_LIMIT, pipeline: true };
    this.#onError = onError;
  }

  tell(conversation: string): void {
    if (this.#isClosed()) return;
    if (this.#waiting.size < MOST_WAITING) this.#waiting.add(conversation);
    else this.#overflowed = true;
    this.#running ??= this.#run();
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      this.#notify();
    }, GATHERING);
  }

  listen(onNews: (conversation: string | undefined) => void): () => void {
    // One function may listen twice.
    const listener = (conversation: string | undefined) => {
      onNews(conversation);
    };
    this.#listeners.add(listener);
    if (!this.#isClosed()) this.#running ??= this.#run();
    return () => {
      this.#listeners.delete(listener);
    };
  }

  async close(): Promise<void> {
    clearTimeout(this.#gathering);
    this.#notify();
    this.#closing.abort();
    this.#listeners.clear();
    await this.#client?.end();
    await this.#running;
  }

  /** Keeps a connection until it is closed. */
  async #run(): Promise<void> {
    let pause = PAUSE.first;
    while (!this.#isClosed()) {
      try {
        await this.#keepListening(() => {
          pause = PAUSE.first;
        });
      } catch (error) {
        if (!this.#isClosed()) this.#failed(error);
      }
      const { signal } = this.#closing;
      await pass(pause / 2 + (Math.random() * pause) / 2, undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, PAUSE.longest);
    }
  }

  /** Listens until the connection is lost. @throws Error that tells why */
  async #keepListening(onListening: () => void): Promise<void> {
    const client = await connect(this.#options);
    const heartbeat = setInterval(() => {
      client.query('SELECT 1').catch(() => client.end());
    }, HEARTBEAT);
    try {
      const ended = new Promise<void>((resolve) => {
        client.once('end', resolve);
      });
      const ours = await backendOf(client);
      client.on('notification', (notification) => {
        if (notification.processId !== ours) this.#heard(notification);
      });
      await client.query(`LISTEN ${CHANNEL}`);
      if (this.#isClosed()) return;
      this.#client = client;
      onListening();
      this.#pass(undefined);
      this.#notify();
      await ended;
      throw new Error('the connection that listens for news was lost');
    } finally {
      clearInterval(heartbeat);
      this.#client = undefined;
      await client.end();
    }
  }

  #notify(): void {
    const client = this.#client;
    if (client === undefined || (this.#waiting.size === 0 && !this.#overflowed)) return;
    const told = this.#waiting;
    const payloads = [...inPayloads(told), ...(this.#overflowed ? [''] : [])];
    this.#waiting = new Set();
    this.#overflowed = false;
    client.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [CHANNEL, payloads]).catch(() => {
      // Hearing it twice does no harm.
      this.#overflowed = true;
    });
  }

  #heard({ payload = '' }: Notification): void {
    for (const conversation of conversationsIn(payload)) this.#pass(conversation);
  }

  #pass(conversation: string | undefined): void {
    for (const listener of this.#listeners) {
      try {
        listener(conversation);
      } catch (error) {
        this.#failed(error);
      }
    }
  }

  #failed(error: unknown): void {
    this.#onError(error instanceof Error ? error : new Error(String(error)));
  }

  #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }
}

/** The number of the server's process behind a connection: it stands with what that one tells. */
async function backendOf(client: Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return rows[0]?.pid;
}

/** Lists of conversations as JSON, none of them too long; one that is too long by itself is only told of as something. */
function inPayloads(conversations: Iterable<string>): string[] {
  const payloads: string[] = [];
  let list = '';
  for (const conversation of conversations) {
    const item = JSON.stringify(conversation);
    const longer = list === '' ? item : `${list},${item}`;
    if (Buffer.byteLength(longer) <= LONGEST) list = longer;
    else {
      if (list !== '') payloads.push(`[${list}]`);
      const fits = Buffer.byteLength(item) <= LONGEST;
      if (!fits) payloads.push('');
      list = fits ? item : '';
    }
  }
  return list === '' ? payloads : [...payloads, `[${list}]`];
}

/** What was told; nothing in particular when it is not a list of ours. */
function conversationsIn(payload: string): (string | undefined)[] {
  try {
    const told: unknown = JSON.parse(payload);
    if (Array.isArray(told) && told.every((one) => typeof one === 'string')) return told;
  } catch {
    // Anyone may notify on this channel.
  }
  return [undefined];
}
