import type { ClaimedEntry, Outbox, OutboxEntry } from '../outbox.ts';
import { outboxEntryOf } from '../outbox-row.ts';
import { present } from '../../shared/present.ts';
import type { PostgresDatabase } from './database.ts';

/** The outbox in PostgreSQL. `claim` and `hold` are not repeated when their connection is lost: what they took is free again later. */
export class PostgresOutbox implements Outbox {
  readonly #db: PostgresDatabase;

  constructor(db: PostgresDatabase) {
    this.#db = db;
  }

  async claim(now: Date, until: Date, limit: number): Promise<OutboxEntry[]> {
    const { rows } = await this.#db.once(
      `WITH free AS MATERIALIZED (
         SELECT mark, due FROM outbox WHERE due <= $1 ORDER BY due LIMIT $3 FOR UPDATE SKIP LOCKED
       ), claimed AS (
         UPDATE outbox SET due = $2 FROM free WHERE outbox.mark = free.mark
         RETURNING outbox.mark, channel, conversation, kind, json, failures, free.due AS was_due
       )
       SELECT mark, channel, conversation, kind, json, failures FROM claimed ORDER BY was_due`,
      now,
      until,
      limit,
    );
    return rows.map((row) => outboxEntryOf(row, until));
  }

  async remove({ mark, claim }: ClaimedEntry): Promise<void> {
    await this.#db.repeatable('DELETE FROM outbox WHERE mark = $1 AND due = $2', mark, claim);
  }

  async hold({ mark, claim }: ClaimedEntry, until: Date, failed = false): Promise<boolean> {
    const { count } = await this.#db.once(
      'UPDATE outbox SET due = $3, failures = failures + $4 WHERE mark = $1 AND due = $2',
      mark,
      claim,
      until,
      failed ? 1 : 0,
    );
    return count > 0;
  }

  async overdue(now: Date): Promise<{ count: number; since?: Date }> {
    const { rows } = await this.#db.repeatable(
      'SELECT count(*) AS count, min(due) AS since FROM outbox WHERE due <= $1',
      now,
    );
    const since = rows[0]?.['since'];
    return { count: Number(rows[0]?.['count'] ?? 0), ...present({ since: since instanceof Date ? since : undefined }) };
  }

  async dropRepliesDueBefore(moment: Date): Promise<void> {
    await this.#db.deleteAll(
      "DELETE FROM outbox WHERE mark IN (SELECT mark FROM outbox WHERE kind = 'replies' AND due < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)",
      moment,
    );
  }
}
