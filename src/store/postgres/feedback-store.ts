import type { Level } from '../../shared/level.ts';
import type { FeedbackCount, FeedbackStore, Verdict } from '../feedback-store.ts';
import type { PostgresDatabase } from './database.ts';

export class PostgresFeedbackStore implements FeedbackStore {
  readonly #db: PostgresDatabase;

  constructor(db: PostgresDatabase) {
    this.#db = db;
  }

  async vote(mark: string, topics: readonly string[], level: Level, verdict: Verdict): Promise<void> {
    await this.#db.repeatable(
      // In order, so that two votes on one answer cannot wait for each other.
      `INSERT INTO feedback (mark, topic, level, verdict, voted_at)
       SELECT DISTINCT $1, topic, $3, $4, now() FROM unnest($2::text[]) AS topic ORDER BY topic
       ON CONFLICT (mark, topic) DO UPDATE SET verdict = EXCLUDED.verdict, voted_at = EXCLUDED.voted_at`,
      mark,
      topics,
      level,
      verdict,
    );
  }

  async counts(): Promise<FeedbackCount[]> {
    const { rows } = await this.#db.repeatable(
      `SELECT topic, level,
         count(*) FILTER (WHERE verdict = 'helpful') AS helpful,
         count(*) FILTER (WHERE verdict = 'unhelpful') AS unhelpful
       FROM feedback GROUP BY topic, level
       ORDER BY unhelpful DESC, helpful DESC, topic COLLATE "C", level COLLATE "C"`,
    );
    return rows.map((row) => ({
      topic: String(row['topic']),
      level: row['level'] as Level,
      helpful: Number(row['helpful']),
      unhelpful: Number(row['unhelpful']),
    }));
  }
}
