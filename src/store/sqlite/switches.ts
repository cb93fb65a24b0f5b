import type { SwitchedOff, Switches } from '../switches.ts';
import type { SqliteDatabase } from './database.ts';

export class SqliteSwitches implements Switches {
  readonly #db: SqliteDatabase;

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  all(): Promise<SwitchedOff[]> {
    return this.#db.whenFree(() =>
      this.#db
        .prepare('SELECT what, since FROM switched_off ORDER BY what')
        .all()
        .map(({ what, since }) => ({ what: String(what), since: new Date(Number(since)) })),
    );
  }

  off(what: string, since: Date): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.prepare('INSERT INTO switched_off VALUES (?, ?) ON CONFLICT DO NOTHING').run(what, since.getTime());
    });
  }

  on(what: string): Promise<boolean> {
    return this.#db.whenFree(() => this.#db.prepare('DELETE FROM switched_off WHERE what = ?').run(what).changes > 0);
  }
}
