import { setTimeout } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import type { Store } from '../store.ts';
import { PostgresActivityLog } from './activity-log.ts';
import { connect, connectionOptions } from './connection.ts';
import { PostgresConversationStore } from './conversation-store.ts';
import { DatabaseError } from './database-error.ts';
import { PostgresDatabase } from './database.ts';
import { PostgresFeedbackStore } from './feedback-store.ts';
import { PostgresKeptQuestions } from './kept-questions.ts';
import { PostgresLocks } from './locks.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';
import { PostgresNews } from './news.ts';
import { PostgresOutbox } from './outbox.ts';
import { withPatience } from './patience.ts';
import { PostgresShownAnswers } from './shown-answers.ts';
import { PostgresSwitches } from './switches.ts';

/** How long a check may take. Milliseconds. */
const CHECK_LIMIT = 2_500;

/** How long to wait for a server that does not say goodbye. Milliseconds. */
const CLOSING_LIMIT = 3_000;

export interface PostgresStoreOptions {
  /** Hears of connections that were lost while nobody waited for them; they are made anew by themselves. */
  onError?: (error: Error) => void;
}

/**
 * A store in PostgreSQL, for several processes at once. It makes its tables where the role's search path points, uses up to
 * twelve connections, and comes back by itself after the database was away.
 *
 * @param url `postgres://user:password@host:port/database`; advisory locks and LISTEN need a session of their own, so a
 *   proxy that shares sessions between transactions will not do
 * @throws Error when it cannot be reached, refuses us, or was written by a newer program; the message holds no password
 */
export async function openPostgresStore(url: string, { onError }: PostgresStoreOptions = {}): Promise<Store> {
  const options = connectionOptions(url);
  await prepare(options);
  const tell = onError ?? (() => undefined);
  const db = new PostgresDatabase(options, tell);
  const locks = new PostgresLocks(options);
  const news = new PostgresNews(options, tell);
  let closed: Promise<void> | undefined;
  return {
    conversations: new PostgresConversationStore(db),
    activities: new PostgresActivityLog(db),
    outbox: new PostgresOutbox(db),
    feedback: new PostgresFeedbackStore(db),
    shown: new PostgresShownAnswers(db),
    questions: new PostgresKeptQuestions(db),
    switches: new PostgresSwitches(db),
    locks,
    news,
    check: () => within(CHECK_LIMIT, check(db)),
    close: () => {
      closed ??= within(CLOSING_LIMIT, Promise.all([news.close(), locks.close(), db.close()])).catch(() => undefined);
      return closed;
    },
  };
}

/** Brings the tables up to date. */
async function prepare(options: ClientConfig): Promise<void> {
  const client = await withPatience(
    // Another process may take long to do it.
    () => connect({ ...options, query_timeout: 0 }),
    (error) => error instanceof DatabaseError && error.failure === 'unreachable',
  );
  try {
    await migrate(client, MIGRATIONS);
  } finally {
    await client.end();
  }
}

/** Writes: a database that only reads is of no use. */
async function check(db: PostgresDatabase): Promise<void> {
  await db.repeatable(
    'INSERT INTO health (id, checked_at) VALUES (1, now()) ON CONFLICT (id) DO UPDATE SET checked_at = now()',
  );
}

/** @throws DatabaseError when work takes too long */
async function within(limit: number, work: Promise<unknown>): Promise<void> {
  const waiting = new AbortController();
  const late = setTimeout(limit, undefined, { signal: waiting.signal }).then(() => {
    throw new DatabaseError('the database does not answer', 'unknown');
  });
  try {
    await Promise.race([work, late]);
  } finally {
    late.catch(() => undefined);
    waiting.abort();
  }
}
