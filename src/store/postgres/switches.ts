import type { SwitchedOff, Switches } from '../switches.ts';
import type { PostgresDatabase } from './database.ts';

/** Switches in PostgreSQL. `on` is not repeated when its connection is lost: a second one would say that it was not off. */
export class PostgresSwitches implements Switches {
  readonly #db: PostgresDatabase;

  constructor(db: PostgresDatabase) {
    this.#db = db;
  }

  async all(): Promise<SwitchedOff[]> {
    const { rows } = await this.#db.repeatable('SELECT what, since FROM switched_off ORDER BY what COLLATE "C"');
    return rows.map(({ what, since }) => ({ what: String(what), since: since as Date }));
  }

  async off(what: string, since: Date): Promise<void> {
    await this.#db.repeatable(
      'INSERT INTO switched_off (what, since) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      what,
      since,
    );
  }

  async on(what: string): Promise<boolean> {
    return (await this.#db.once('DELETE FROM switched_off WHERE what = $1', what)).count > 0;
  }
}
