import { createHash } from 'node:crypto';
import type { ActivityLog } from './activity-log.ts';
import type {
  ConversationKey,
  ConversationStore,
  Delivery,
  HandledDelivery,
  StoredSession,
} from './conversation-store.ts';
import type { FeedbackStore } from './feedback-store.ts';
import type { ShownAnswers } from './shown-answers.ts';
import { SqliteActivityLog } from './sqlite-activity-log.ts';
import { SqliteDatabase } from './sqlite-database.ts';
import { SqliteFeedbackStore } from './sqlite-feedback-store.ts';
import { SqliteShownAnswers } from './sqlite-shown-answers.ts';

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
  // A forgotten activity keeps its place and its mark without its words: it is still known when it comes again.
  `CREATE TABLE logged_conversation (
     channel TEXT NOT NULL,
     conversation TEXT NOT NULL,
     last INTEGER NOT NULL,
     ended INTEGER NOT NULL,
     used_at INTEGER NOT NULL,
     PRIMARY KEY (channel, conversation)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX logged_conversation_used_at ON logged_conversation (used_at);
   CREATE TABLE activity (
     channel TEXT NOT NULL,
     conversation TEXT NOT NULL,
     number INTEGER NOT NULL,
     mark TEXT NOT NULL,
     json TEXT NOT NULL,
     PRIMARY KEY (channel, conversation, number),
     UNIQUE (channel, conversation, mark)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE feedback (
     mark TEXT NOT NULL,
     topic TEXT NOT NULL,
     level TEXT NOT NULL,
     verdict TEXT NOT NULL,
     voted_at INTEGER NOT NULL,
     PRIMARY KEY (mark, topic)
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE shown_answer (
     mark TEXT PRIMARY KEY,
     topics_json TEXT NOT NULL,
     level TEXT NOT NULL,
     shown_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX shown_answer_shown_at ON shown_answer (shown_at);
   CREATE TABLE counted_vote (
     mark TEXT PRIMARY KEY,
     counted_at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX counted_vote_counted_at ON counted_vote (counted_at);`,
];

/** Conversations in one SQLite file: enough for one machine, no service to run. */
export class SqliteStore implements ConversationStore {
  readonly activities: ActivityLog;
  readonly feedback: FeedbackStore;
  readonly shown: ShownAnswers;
  readonly #db: SqliteDatabase;

  /** @param file path of the database; `:memory:` keeps nothing */
  constructor(file: string) {
    this.#db = new SqliteDatabase(file, MIGRATIONS);
    this.activities = new SqliteActivityLog(this.#db);
    this.feedback = new SqliteFeedbackStore(this.#db);
    this.shown = new SqliteShownAnswers(this.#db);
  }

  load({ channel, conversation }: ConversationKey): Promise<StoredSession | undefined> {
    return this.#db.whenFree(() => {
      const row = this.#db
        .prepare('SELECT json, version FROM session WHERE channel = ? AND conversation = ?')
        .get(channel, conversation);
      return row === undefined ? undefined : { json: String(row['json']), version: Number(row['version']) };
    });
  }

  save(key: ConversationKey, expected: number, sessionJson: string, delivery?: Delivery): Promise<boolean> {
    return this.#db.whenFree(() =>
      this.#db.transaction(() => {
        const { channel, conversation } = key;
        const { changes } =
          expected === 0
            ? this.#db
                .prepare('INSERT INTO session VALUES (?, ?, 1, ?, ?) ON CONFLICT DO NOTHING')
                .run(channel, conversation, sessionJson, Date.now())
            : this.#db
                .prepare(
                  'UPDATE session SET version = version + 1, json = ?, saved_at = ? WHERE channel = ? AND conversation = ? AND version = ?',
                )
                .run(sessionJson, Date.now(), channel, conversation, expected);
        if (changes === 0) return false;
        if (delivery) this.#mark(key, delivery, key);
        return true;
      }),
    );
  }

  handled(key: ConversationKey, deliveryId: string): Promise<HandledDelivery | undefined> {
    return this.#db.whenFree(() => {
      const row = this.#db
        .prepare('SELECT replies_json, sent FROM delivery WHERE mark = ?')
        .get(markOf(key, deliveryId));
      return row === undefined ? undefined : { repliesJson: String(row['replies_json']), sent: row['sent'] === 1 };
    });
  }

  markSent(key: ConversationKey, deliveryId: string): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.prepare("UPDATE delivery SET sent = 1, replies_json = '' WHERE mark = ?").run(markOf(key, deliveryId));
    });
  }

  forget(key: ConversationKey, delivery?: Delivery): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.transaction(() => {
        const { channel, conversation } = key;
        this.#db.prepare('DELETE FROM session WHERE channel = ? AND conversation = ?').run(channel, conversation);
        this.#db
          .prepare(
            "UPDATE delivery SET channel = NULL, conversation = NULL, replies_json = '', sent = 1 WHERE channel = ? AND conversation = ?",
          )
          .run(channel, conversation);
        this.#db
          .prepare("UPDATE activity SET json = '' WHERE channel = ? AND conversation = ?")
          .run(channel, conversation);
        if (delivery) this.#mark(key, delivery);
      });
      this.#db.eraseDeleted();
    });
  }

  dropDeliveriesBefore(moment: Date): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.prepare('DELETE FROM delivery WHERE handled_at < ?').run(moment.getTime());
    });
  }

  check(): Promise<void> {
    return this.#db.whenFree(() => {
      // Writing is what fails first: on a full disk, a read-only folder, a lock that is held.
      this.#db.prepare('INSERT INTO health VALUES (1, ?1) ON CONFLICT DO UPDATE SET checked_at = ?1').run(Date.now());
    });
  }

  close(): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.close();
    });
  }

  #mark(key: ConversationKey, { id, repliesJson }: Delivery, owner?: ConversationKey): void {
    this.#db
      .prepare(
        'INSERT INTO delivery (mark, channel, conversation, replies_json, handled_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(markOf(key, id), owner?.channel ?? null, owner?.conversation ?? null, repliesJson, Date.now());
  }
}

/** A mark that tells deliveries apart without naming a conversation or a person. */
function markOf({ channel, conversation }: ConversationKey, deliveryId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([channel, conversation, deliveryId]))
    .digest('base64url');
}
