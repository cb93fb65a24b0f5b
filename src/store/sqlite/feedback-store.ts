import type { Level } from '../../shared/level.ts';
import type { FeedbackCount, FeedbackStore, Verdict } from '../feedback-store.ts';
import type { SqliteDatabase } from './database.ts';

export class SqliteFeedbackStore implements FeedbackStore {
  readonly #db: SqliteDatabase;

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  vote(mark: string, topics: readonly string[], level: Level, verdict: Verdict): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.transaction(() => {
        for (const topic of topics)
          this.#db
            .prepare(
              'INSERT INTO feedback (mark, topic, level, verdict, voted_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET verdict = ?4, voted_at = ?5',
            )
            .run(mark, topic, level, verdict, Date.now());
      });
    });
  }

  counts(): Promise<FeedbackCount[]> {
    return this.#db.whenFree(() =>
      this.#db
        .prepare(
          `SELECT topic, level, sum(verdict = 'helpful') AS helpful, sum(verdict = 'unhelpful') AS unhelpful
           FROM feedback GROUP BY topic, level ORDER BY unhelpful DESC, helpful DESC, topic, level`,
        )
        .all()
        .map((row) => ({
          topic: String(row['topic']),
          level: row['level'] as Level,
          helpful: Number(row['helpful']),
          unhelpful: Number(row['unhelpful']),
        })),
    );
  }
}
