import type { Level } from '../../shared/level.ts';
import type { KeptQuestion, KeptQuestions } from '../kept-questions.ts';
import type { SqliteDatabase } from './database.ts';

export class SqliteKeptQuestions implements KeptQuestions {
  readonly #db: SqliteDatabase;

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  keep({ text, decision, topics, level, day }: KeptQuestion): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db
        .prepare('INSERT INTO question (text, decision, topics_json, level, day) VALUES (?, ?, ?, ?, ?)')
        .run(text, decision, JSON.stringify(topics), level, day);
    });
  }

  all(): Promise<KeptQuestion[]> {
    return this.#db.whenFree(() =>
      this.#db
        .prepare('SELECT text, decision, topics_json, level, day FROM question ORDER BY day DESC, text')
        .all()
        .map((row) => ({
          text: String(row['text']),
          decision: row['decision'] as KeptQuestion['decision'],
          topics: JSON.parse(String(row['topics_json'])) as string[],
          level: row['level'] as Level,
          day: String(row['day']),
        })),
    );
  }

  dropBefore(day: string): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.prepare('DELETE FROM question WHERE day < ?').run(day);
    });
  }
}
