import type { Level } from '../../shared/level.ts';
import type { ShownAnswer, ShownAnswers } from '../shown-answers.ts';
import type { PostgresDatabase } from './database.ts';

export class PostgresShownAnswers implements ShownAnswers {
  readonly #db: PostgresDatabase;

  constructor(db: PostgresDatabase) {
    this.#db = db;
  }

  async note(mark: string, { topics, level, place }: ShownAnswer): Promise<void> {
    await this.#db.repeatable(
      `INSERT INTO shown_answer (mark, topics, level, place, shown_at) VALUES ($1, $2, $3, $4, now())
       ON CONFLICT (mark) DO UPDATE
       SET topics = EXCLUDED.topics, level = EXCLUDED.level, place = EXCLUDED.place, shown_at = EXCLUDED.shown_at`,
      mark,
      topics,
      level,
      place,
    );
  }

  async find(mark: string): Promise<ShownAnswer | undefined> {
    const { rows } = await this.#db.repeatable('SELECT topics, level, place FROM shown_answer WHERE mark = $1', mark);
    const [row] = rows;
    return row && { topics: row['topics'] as string[], level: row['level'] as Level, place: String(row['place']) };
  }

  async noteCounted(mark: string): Promise<void> {
    await this.#db.repeatable(
      'INSERT INTO counted_vote (mark, counted_at) VALUES ($1, now()) ON CONFLICT DO NOTHING',
      mark,
    );
  }

  async wasCounted(mark: string): Promise<boolean> {
    return (await this.#db.repeatable('SELECT 1 FROM counted_vote WHERE mark = $1', mark)).count > 0;
  }

  async forget(place: string): Promise<void> {
    await this.#db.deleteAll(
      'DELETE FROM shown_answer WHERE mark IN (SELECT mark FROM shown_answer WHERE place = $1 ORDER BY mark LIMIT $2 FOR UPDATE)',
      place,
    );
  }

  async dropBefore(moment: Date): Promise<void> {
    await this.#db.deleteAll(
      'DELETE FROM shown_answer WHERE mark IN (SELECT mark FROM shown_answer WHERE shown_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)',
      moment,
    );
    await this.#db.deleteAll(
      'DELETE FROM counted_vote WHERE mark IN (SELECT mark FROM counted_vote WHERE counted_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)',
      moment,
    );
  }
}
