import type { ClaimedEntry, Outbox, OutboxEntry } from '../outbox.ts';
import { outboxEntryOf } from '../outbox-row.ts';
import { present } from '../../shared/present.ts';
import type { SqliteDatabase } from './database.ts';

export class SqliteOutbox implements Outbox {
  readonly #db: SqliteDatabase;

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  claim(now: Date, until: Date, limit: number): Promise<OutboxEntry[]> {
    return this.#db.whenFree(() =>
      this.#db.transaction(() => {
        const free = this.#db
          .prepare(
            'SELECT mark, channel, conversation, kind, json, failures FROM outbox WHERE due <= ? ORDER BY due LIMIT ?',
          )
          .all(now.getTime(), limit);
        return free.map((row) => {
          this.#db.prepare('UPDATE outbox SET due = ? WHERE mark = ?').run(until.getTime(), String(row['mark']));
          return outboxEntryOf(row, until);
        });
      }),
    );
  }

  remove({ mark, claim }: ClaimedEntry): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.prepare('DELETE FROM outbox WHERE mark = ? AND due = ?').run(mark, claim.getTime());
    });
  }

  hold({ mark, claim }: ClaimedEntry, until: Date, failed = false): Promise<boolean> {
    return this.#db.whenFree(
      () =>
        this.#db
          .prepare('UPDATE outbox SET due = ?, failures = failures + ? WHERE mark = ? AND due = ?')
          .run(until.getTime(), failed ? 1 : 0, mark, claim.getTime()).changes > 0,
    );
  }

  overdue(now: Date): Promise<{ count: number; since?: Date }> {
    return this.#db.whenFree(() => {
      const row = this.#db
        .prepare('SELECT count(*) AS count, min(due) AS since FROM outbox WHERE due <= ?')
        .get(now.getTime());
      const since = row?.['since'] ?? undefined;
      return {
        count: Number(row?.['count'] ?? 0),
        ...present({ since: since === undefined ? undefined : new Date(Number(since)) }),
      };
    });
  }

  dropRepliesDueBefore(moment: Date): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.prepare("DELETE FROM outbox WHERE kind = 'replies' AND due < ?").run(moment.getTime());
    });
  }
}
