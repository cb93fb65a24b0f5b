import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Client, ClientConfig } from 'pg';
import type { ConversationLocks } from '../conversation-locks.ts';
import type { ConversationKey } from '../conversation-store.ts';
import { connect } from './connection.ts';
import { DatabaseError, statementFailed } from './database-error.ts';
import { withPatience } from './patience.ts';

/** Longer than sending may take. Milliseconds. */
const BUSY_LIMIT = 10_000;

/** How long to wait before asking for a lock again; by chance, so that no two ask in step. Milliseconds. */
const PAUSE = { least: 15, most: 40 };

/** A lock is given or refused at once: a server that takes longer is away. Milliseconds. */
const ANSWER_LIMIT = 3_000;

/** Another process works on the conversation for too long. */
export class ConversationBusy extends Error {
  override readonly name = 'ConversationBusy';

  constructor() {
    super('another process works on the conversation');
  }
}

/**
 * Advisory locks, all of them held by one connection: a process that dies loses them with it, and a turn holds no connection
 * of the pool. When that connection is lost the locks are lost too; the versions of sessions then keep turns apart, and the
 * next task connects anew.
 */
export class PostgresLocks implements ConversationLocks {
  readonly #options: ClientConfig;
  readonly #busyLimit: number;
  /** The last task on each conversation in this process, until its lock was released. */
  readonly #last = new Map<string, Promise<unknown>>();
  #connection: Promise<Client> | undefined;
  /** The client of the last connection that was made. */
  #current: Client | undefined;
  #closed = false;

  /** @param busyLimit how long another process may work on a conversation before we give up, in milliseconds */
  constructor(options: ClientConfig, busyLimit = BUSY_LIMIT) {
    this.#busyLimit = busyLimit;
    // Many tasks ask at the same time: none waits for the answer to another.
    this.#options = { ...options, query_timeout: ANSWER_LIMIT, pipeline: true };
  }

  /** @throws ConversationBusy when another process takes too long; DatabaseError when there can be no lock, and the task did not run */
  async run<T>(key: ConversationKey, task: () => Promise<T>): Promise<T> {
    const lock = lockOf(key);
    const before = this.#last.get(lock);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#last.set(lock, promise);
    let released: Promise<void> = Promise.resolve();
    try {
      // One connection may take the same lock twice.
      await before;
      const client = await this.#take(lock);
      try {
        return await task();
      } finally {
        // The answer does not wait for it; the next task on the conversation does.
        released = this.#release(client, lock);
      }
    } finally {
      void released.then(() => {
        if (this.#last.get(lock) === promise) this.#last.delete(lock);
        resolve(undefined);
      });
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#connection?.then(
      (client) => client.end(),
      () => undefined,
    );
  }

  async #take(lock: string): Promise<Client> {
    const start = performance.now();
    for (;;) {
      const client = await withPatience(
        () => this.#try(lock),
        // A lock that was taken unseen went with its connection.
        (error) => !this.#closed && error instanceof DatabaseError && error.failure !== 'refused',
      );
      if (client) return client;
      if (performance.now() - start > this.#busyLimit) throw new ConversationBusy();
      await setTimeout(PAUSE.least + Math.random() * (PAUSE.most - PAUSE.least));
    }
  }

  /** @returns the connection that holds the lock now; nothing when another process has it */
  async #try(lock: string): Promise<Client | undefined> {
    const client = await this.#connected();
    try {
      const { rows } = await client.query<{ free: boolean }>({
        name: 'take',
        text: 'SELECT pg_try_advisory_lock($1) AS free',
        values: [lock],
      });
      return rows[0]?.free === true ? client : undefined;
    } catch (error) {
      this.#abandon(client);
      throw statementFailed(error);
    }
  }

  async #release(client: Client, lock: string): Promise<void> {
    try {
      await client.query({ name: 'release', text: 'SELECT pg_advisory_unlock($1)', values: [lock] });
    } catch {
      // Ending the connection releases it as well.
      this.#abandon(client);
    }
  }

  async #connected(): Promise<Client> {
    if (this.#closed) throw new DatabaseError('the store is closed', 'refused');
    this.#connection ??= this.#connect();
    return this.#connection;
  }

  #connect(): Promise<Client> {
    const connection = connect(this.#options);
    const forget = () => {
      if (this.#connection === connection) this.#connection = undefined;
    };
    connection.then((client) => {
      this.#current = client;
      client.once('end', forget);
    }, forget);
    return connection;
  }

  /** Ends a connection of which nobody knows what it holds. */
  #abandon(client: Client): void {
    // Another may have come in its place already.
    if (client === this.#current) this.#connection = undefined;
    client.end().catch(() => undefined);
  }
}

/** The number of a conversation's lock, of 64 bits as PostgreSQL has them. */
function lockOf({ channel, conversation }: ConversationKey): string {
  return createHash('sha256')
    .update(JSON.stringify([channel, conversation]))
    .digest()
    .readBigInt64BE()
    .toString();
}
