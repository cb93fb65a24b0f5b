import type { Level } from '../../shared/level.ts';
import type { ShownAnswer, ShownAnswers } from '../shown-answers.ts';
import type { SqliteDatabase } from './database.ts';

export class SqliteShownAnswers implements ShownAnswers {
  readonly #db: SqliteDatabase;

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  note(mark: string, { topics, level, place }: ShownAnswer): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db
        .prepare(
          'INSERT INTO shown_answer (mark, topics_json, level, shown_at, place) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET topics_json = ?2, level = ?3, shown_at = ?4, place = ?5',
        )
        .run(mark, JSON.stringify(topics), level, Date.now(), place);
    });
  }

  find(mark: string): Promise<ShownAnswer | undefined> {
    return this.#db.whenFree(() => {
      const row = this.#db.prepare('SELECT topics_json, level, place FROM shown_answer WHERE mark = ?').get(mark);
      if (row === undefined) return undefined;
      return {
        topics: JSON.parse(String(row['topics_json'])) as string[],
        level: row['level'] as Level,
        place: String(row['place']),
      };
    });
  }

  noteCounted(mark: string): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db
        .prepare('INSERT INTO counted_vote (mark, counted_at) VALUES (?, ?) ON CONFLICT DO NOTHING')
        .run(mark, Date.now());
    });
  }

  wasCounted(mark: string): Promise<boolean> {
    return this.#db.whenFree(
      () => this.#db.prepare('SELECT 1 FROM counted_vote WHERE mark = ?').get(mark) !== undefined,
    );
  }

  forget(place: string): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.prepare('DELETE FROM shown_answer WHERE place = ?').run(place);
    });
  }

  dropBefore(moment: Date): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.transaction(() => {
        this.#db.prepare('DELETE FROM shown_answer WHERE shown_at < ?').run(moment.getTime());
        this.#db.prepare('DELETE FROM counted_vote WHERE counted_at < ?').run(moment.getTime());
      });
    });
  }
}
