import { setImmediate } from 'node:timers/promises';
import type { ActivityLog, Appended, LoggedActivity, LoggedConversation } from '../activity-log.ts';
import type { ConversationKey } from '../conversation-store.ts';
import type { SqliteDatabase } from './database.ts';

/** So many activities of a conversation are kept. */
const KEPT = 1_000;

/** So many conversations are deleted in one go: some tens of milliseconds. */
const DELETED_AT_ONCE = 20;

export class SqliteActivityLog implements ActivityLog {
  readonly #db: SqliteDatabase;

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  start({ channel, conversation }: ConversationKey): Promise<boolean> {
    return this.#db.whenFree(() => {
      const { changes } = this.#db
        .prepare('INSERT INTO logged_conversation VALUES (?, ?, 0, 0, ?) ON CONFLICT DO NOTHING')
        .run(channel, conversation, Date.now());
      return changes > 0;
    });
  }

  find(key: ConversationKey): Promise<LoggedConversation | undefined> {
    return this.#db.whenFree(() => this.#find(key));
  }

  append(key: ConversationKey, mark: string, json: string): Promise<Appended> {
    const { channel, conversation } = key;
    return this.#db.whenFree(() =>
      this.#db.transaction((): Appended => {
        const before = this.#db
          .prepare('SELECT number FROM activity WHERE channel = ? AND conversation = ? AND mark = ?')
          .get(channel, conversation, mark);
        if (before !== undefined) return { kind: 'placed', number: Number(before['number']), added: false };
        const found = this.#find(key);
        if (found === undefined) return { kind: 'unknown' };
        if (found.ended) return { kind: 'ended' };
        const number = found.last + 1;
        this.#db
          .prepare('INSERT INTO activity (channel, conversation, number, mark, json) VALUES (?, ?, ?, ?, ?)')
          .run(channel, conversation, number, mark, json);
        this.#db
          .prepare('UPDATE logged_conversation SET last = ?, used_at = ? WHERE channel = ? AND conversation = ?')
          .run(number, Date.now(), channel, conversation);
        this.#db
          .prepare('DELETE FROM activity WHERE channel = ? AND conversation = ? AND number <= ?')
          .run(channel, conversation, number - KEPT);
        return { kind: 'placed', number, added: true };
      }),
    );
  }

  replace({ channel, conversation }: ConversationKey, number: number, json: string): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db
        .prepare("UPDATE activity SET json = ? WHERE channel = ? AND conversation = ? AND number = ? AND json <> ''")
        .run(json, channel, conversation, number);
    });
  }

  after({ channel, conversation }: ConversationKey, number: number, limit: number): Promise<LoggedActivity[]> {
    return this.#db.whenFree(() =>
      this.#db
        .prepare(
          "SELECT number, json FROM activity WHERE channel = ? AND conversation = ? AND number > ? AND json <> '' ORDER BY number LIMIT ?",
        )
        .all(channel, conversation, number, limit)
        .map((row) => ({ number: Number(row['number']), json: String(row['json']) })),
    );
  }

  end({ channel, conversation }: ConversationKey): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db
        .prepare('UPDATE logged_conversation SET ended = 1 WHERE channel = ? AND conversation = ?')
        .run(channel, conversation);
    });
  }

  count(): Promise<number> {
    return this.#db.whenFree(() =>
      Number(this.#db.prepare('SELECT count(*) AS count FROM logged_conversation').get()?.['count'] ?? 0),
    );
  }

  async deleteUnusedSince(moment: Date, silentSince: Date): Promise<void> {
    while (await this.#db.whenFree(() => this.#deleteSome(moment, silentSince))) {
      // Others go first.
      await setImmediate();
    }
    await this.#db.whenFree(() => {
      this.#db.eraseDeleted();
    });
  }

  /** Deletes a few conversations, so that nobody waits long. @returns whether there may be more */
  #deleteSome(moment: Date, silentSince: Date): boolean {
    return this.#db.transaction(() => {
      const unused = this.#db
        .prepare(
          'SELECT channel, conversation FROM logged_conversation WHERE used_at < ?1 OR (last <= 1 AND used_at < ?2) LIMIT ?3',
        )
        .all(moment.getTime(), silentSince.getTime(), DELETED_AT_ONCE);
      for (const { channel, conversation } of unused)
        for (const table of ['activity', 'session', 'plan', 'outbox', 'logged_conversation'])
          this.#db
            .prepare(`DELETE FROM ${table} WHERE channel = ? AND conversation = ?`)
            .run(String(channel), String(conversation));
      return unused.length === DELETED_AT_ONCE;
    });
  }

  #find({ channel, conversation }: ConversationKey): LoggedConversation | undefined {
    const row = this.#db
      .prepare('SELECT last, ended FROM logged_conversation WHERE channel = ? AND conversation = ?')
      .get(channel, conversation);
    return row === undefined ? undefined : { last: Number(row['last']), ended: row['ended'] === 1 };
  }
}
