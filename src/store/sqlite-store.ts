import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import type {
  ConversationKey,
  ConversationStore,
  Delivery,
  HandledDelivery,
  StoredSession,
} from './conversation-store.ts';

/** Each step is run once, in order; `user_version` tells how far a database is. Never change a step that has shipped. */
const MIGRATIONS = [
  `CREATE TABLE session (
     channel TEXT NOT NULL,
     conversation TEXT NOT NULL,
     version INTEGER NOT NULL,
     json TEXT NOT NULL,
     saved_at INTEGER NOT NULL,
     PRIMARY KEY (channel, conversation)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE delivery (
     mark TEXT PRIMARY KEY,
     channel TEXT,
     conversation TEXT,
     replies_json TEXT NOT NULL,
     sent INTEGER NOT NULL DEFAULT 0,
     handled_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE health (id INTEGER PRIMARY KEY, checked_at INTEGER NOT NULL) STRICT;
   CREATE INDEX delivery_conversation ON delivery (channel, conversation);
   CREATE INDEX delivery_handled_at ON delivery (handled_at);`,
];

/** How long another process may hold the database before a write fails. Milliseconds. */
const BUSY_LIMIT = 3_000;

/** How long to wait before trying a busy database again: other requests go on meanwhile. Milliseconds. */
const BUSY_PAUSE = 25;

/** SQLite's primary result code for a database that another connection holds. */
const SQLITE_BUSY = 5;

/** Conversations in one SQLite file: enough for one machine, no service to run. */
export class SqliteStore implements ConversationStore {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /** @param file path of the database; `:memory:` keeps nothing */
  constructor(file: string) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // While opening there is nothing else to do than wait for another process that is opening it too.
    this.#db = new DatabaseSync(file, { timeout: BUSY_LIMIT });
    if (file !== ':memory:') chmodSync(file, 0o600);
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
    this.#migrate();
    this.#db.exec('PRAGMA busy_timeout = 0');
  }

  load({ channel, conversation }: ConversationKey): Promise<StoredSession | undefined> {
    return whenFree(() => {
      const row = this.#prepare('SELECT json, version FROM session WHERE channel = ? AND conversation = ?').get(
        channel,
        conversation,
      );
      return row === undefined ? undefined : { json: String(row['json']), version: Number(row['version']) };
    });
  }

  save(key: ConversationKey, expected: number, sessionJson: string, delivery?: Delivery): Promise<boolean> {
    return whenFree(() =>
      this.#transaction(() => {
        const { channel, conversation } = key;
        const { changes } =
          expected === 0
            ? this.#prepare('INSERT INTO session VALUES (?, ?, 1, ?, ?) ON CONFLICT DO NOTHING').run(
                channel,
                conversation,
                sessionJson,
                Date.now(),
              )
            : this.#prepare(
                'UPDATE session SET version = version + 1, json = ?, saved_at = ? WHERE channel = ? AND conversation = ? AND version = ?',
              ).run(sessionJson, Date.now(), channel, conversation, expected);
        if (changes === 0) return false;
        if (delivery) this.#mark(key, delivery, key);
        return true;
      }),
    );
  }

  handled(key: ConversationKey, deliveryId: string): Promise<HandledDelivery | undefined> {
    return whenFree(() => {
      const row = this.#prepare('SELECT replies_json, sent FROM delivery WHERE mark = ?').get(markOf(key, deliveryId));
      return row === undefined ? undefined : { repliesJson: String(row['replies_json']), sent: row['sent'] === 1 };
    });
  }

  markSent(key: ConversationKey, deliveryId: string): Promise<void> {
    return whenFree(() => {
      this.#prepare("UPDATE delivery SET sent = 1, replies_json = '' WHERE mark = ?").run(markOf(key, deliveryId));
    });
  }

  forget(key: ConversationKey, delivery?: Delivery): Promise<void> {
    return whenFree(() => {
      this.#transaction(() => {
        const { channel, conversation } = key;
        this.#prepare('DELETE FROM session WHERE channel = ? AND conversation = ?').run(channel, conversation);
        this.#prepare(
          "UPDATE delivery SET channel = NULL, conversation = NULL, replies_json = '', sent = 1 WHERE channel = ? AND conversation = ?",
        ).run(channel, conversation);
        if (delivery) this.#mark(key, delivery);
      });
      // What was deleted would else stay readable in the write-ahead log until it is written over.
      this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    });
  }

  dropDeliveriesBefore(moment: Date): Promise<void> {
    return whenFree(() => {
      this.#prepare('DELETE FROM delivery WHERE handled_at < ?').run(moment.getTime());
    });
  }

  check(): Promise<void> {
    return whenFree(() => {
      // Writing is what fails first: on a full disk, a read-only folder, a lock that is held.
      this.#prepare('INSERT INTO health VALUES (1, ?1) ON CONFLICT DO UPDATE SET checked_at = ?1').run(Date.now());
    });
  }

  close(): Promise<void> {
    return whenFree(() => {
      this.#db.close();
    });
  }

  #mark(key: ConversationKey, { id, repliesJson }: Delivery, owner?: ConversationKey): void {
    this.#prepare(
      'INSERT INTO delivery (mark, channel, conversation, replies_json, handled_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(markOf(key, id), owner?.channel ?? null, owner?.conversation ?? null, repliesJson, Date.now());
  }

  #migrate(): void {
    this.#transaction(() => {
      const done = Number(this.#db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
      if (done > MIGRATIONS.length) {
        throw new Error(`the store is of a newer version (${done}) than this program knows (${MIGRATIONS.length})`);
      }
      for (const step of MIGRATIONS.slice(done)) this.#db.exec(step);
      this.#db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
    });
  }

  #transaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has already rolled back.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  #prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** A mark that tells deliveries apart without naming a conversation or a person. */
function markOf({ channel, conversation }: ConversationKey, deliveryId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([channel, conversation, deliveryId]))
    .digest('base64url');
}

/** Runs work on the database; while another process holds it, tries again without holding up this one. */
async function whenFree<T>(work: () => T): Promise<T> {
  const start = performance.now();
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || performance.now() - start > BUSY_LIMIT) throw error;
      await setTimeout(BUSY_PAUSE);
    }
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === SQLITE_BUSY
  );
}
