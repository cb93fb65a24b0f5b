import type { ActivityLog, Appended, LoggedActivity, LoggedConversation } from '../activity-log.ts';
import type { ConversationKey } from '../conversation-store.ts';
import type { PostgresDatabase } from './database.ts';

/** So many activities of a conversation are kept. */
const KEPT = 1_000;

/** So many conversations are deleted in one go: some tens of milliseconds. */
const DELETED_AT_ONCE = 20;

/**
 * The log in PostgreSQL. `start` and `append` are not repeated when their connection is lost: a second one would say that
 * it was done before.
 */
export class PostgresActivityLog implements ActivityLog {
  readonly #db: PostgresDatabase;

  constructor(db: PostgresDatabase) {
    this.#db = db;
  }

  async start({ channel, conversation }: ConversationKey): Promise<boolean> {
    const { count } = await this.#db.once(
      'INSERT INTO logged_conversation (channel, conversation, used_at) VALUES ($1, $2, now()) ON CONFLICT DO NOTHING',
      channel,
      conversation,
    );
    return count > 0;
  }

  async find({ channel, conversation }: ConversationKey): Promise<LoggedConversation | undefined> {
    const { rows } = await this.#db.repeatable(
      'SELECT last, ended FROM logged_conversation WHERE channel = $1 AND conversation = $2',
      channel,
      conversation,
    );
    const [row] = rows;
    return row && { last: Number(row['last']), ended: row['ended'] === true };
  }

  async append({ channel, conversation }: ConversationKey, mark: string, json: string): Promise<Appended> {
    const { rows } = await this.#db.once(
      'SELECT kind, place, added FROM append_activity($1, $2, $3, $4, $5)',
      channel,
      conversation,
      mark,
      json,
      KEPT,
    );
    const kind = rows[0]?.['kind'] as Appended['kind'];
    return kind === 'placed'
      ? { kind, number: Number(rows[0]?.['place']), added: rows[0]?.['added'] === true }
      : { kind };
  }

  async replace({ channel, conversation }: ConversationKey, number: number, json: string): Promise<void> {
    await this.#db.repeatable(
      "UPDATE activity SET json = $4 WHERE channel = $1 AND conversation = $2 AND number = $3 AND json <> ''",
      channel,
      conversation,
      number,
      json,
    );
  }

  async after({ channel, conversation }: ConversationKey, number: number, limit: number): Promise<LoggedActivity[]> {
    const { rows } = await this.#db.repeatable(
      `SELECT number, json FROM activity
       WHERE channel = $1 AND conversation = $2 AND number > $3 AND json <> '' ORDER BY number LIMIT $4`,
      channel,
      conversation,
      number,
      limit,
    );
    return rows.map((row) => ({ number: Number(row['number']), json: String(row['json']) }));
  }

  async end({ channel, conversation }: ConversationKey): Promise<void> {
    await this.#db.repeatable(
      'UPDATE logged_conversation SET ended = true WHERE channel = $1 AND conversation = $2',
      channel,
      conversation,
    );
  }

  async count(): Promise<number> {
    const { rows } = await this.#db.repeatable('SELECT count(*) AS count FROM logged_conversation');
    return Number(rows[0]?.['count'] ?? 0);
  }

  async deleteUnusedSince(moment: Date, silentSince: Date): Promise<void> {
    while ((await this.#deleteSome(moment, silentSince)) === DELETED_AT_ONCE);
  }

  /** Deletes a few conversations, so that nobody waits long. @returns how many */
  async #deleteSome(moment: Date, silentSince: Date): Promise<number> {
    const { rows } = await this.#db.repeatable(
      'SELECT delete_unused_conversations($1, $2, $3) AS deleted',
      moment,
      silentSince,
      DELETED_AT_ONCE,
    );
    return Number(rows[0]?.['deleted'] ?? 0);
  }
}
