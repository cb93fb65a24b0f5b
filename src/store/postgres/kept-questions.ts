import type { Level } from '../../shared/level.ts';
import type { KeptQuestion, KeptQuestions } from '../kept-questions.ts';
import type { PostgresDatabase } from './database.ts';

/** Questions in PostgreSQL. `keep` is not repeated when its connection is lost: a question would count twice. */
export class PostgresKeptQuestions implements KeptQuestions {
  readonly #db: PostgresDatabase;

  constructor(db: PostgresDatabase) {
    this.#db = db;
  }

  async keep({ text, decision, topics, level, day }: KeptQuestion): Promise<void> {
    await this.#db.once(
      'INSERT INTO question (text, decision, topics, level, day) VALUES ($1, $2, $3, $4, $5)',
      text,
      decision,
      topics,
      level,
      day,
    );
  }

  async all(): Promise<KeptQuestion[]> {
    const { rows } = await this.#db.repeatable(
      'SELECT text, decision, topics, level, day FROM question ORDER BY day DESC, text COLLATE "C"',
    );
    return rows.map((row) => ({
      text: String(row['text']),
      decision: row['decision'] as KeptQuestion['decision'],
      topics: row['topics'] as string[],
      level: row['level'] as Level,
      day: String(row['day']),
    }));
  }

  async dropBefore(day: string): Promise<void> {
    await this.#db.deleteAll(
      'DELETE FROM question WHERE id IN (SELECT id FROM question WHERE day < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)',
      day,
    );
  }
}
