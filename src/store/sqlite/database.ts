import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

/** How long another process may hold the database before a write fails. Milliseconds. */
const BUSY_LIMIT = 3_000;

/** How long to wait before trying a busy database again: other requests go on meanwhile. Milliseconds. */
const BUSY_PAUSE = 25;

/** SQLite's primary result code for a database that another connection holds. */
const SQLITE_BUSY = 5;

/** One SQLite file: prepared statements, transactions, and patience while another process writes. */
export class SqliteDatabase {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  /**
   * @param file path of the database; `:memory:` keeps nothing
   * @param migrations each is run once, in order
   * @throws Error when it was written by a newer program
   */
  constructor(file: string, migrations: readonly string[]) {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // While opening there is nothing else to do than wait for another process that is opening it too.
    this.#db = new DatabaseSync(file, { timeout: BUSY_LIMIT });
    if (file !== ':memory:') chmodSync(file, 0o600);
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;');
    this.#migrate(migrations);
    this.#db.exec('PRAGMA busy_timeout = 0');
  }

  /** Runs work on the database; while another process holds it, tries again without holding up this one. */
  async whenFree<T>(work: () => T): Promise<T> {
    const start = performance.now();
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!isBusy(error) || performance.now() - start > BUSY_LIMIT) throw error;
        await setTimeout(BUSY_PAUSE);
      }
    }
  }

  /** Work that happens whole or not at all. */
  transaction<T>(work: () => T): T {
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has already rolled back.
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** What was deleted would else stay readable in the write-ahead log until it is written over. */
  eraseDeleted(): void {
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#db.close();
  }

  #migrate(migrations: readonly string[]): void {
    this.transaction(() => {
      const done = Number(this.#db.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
      if (done > migrations.length) {
        throw new Error(`the store is of a newer version (${done}) than this program knows (${migrations.length})`);
      }
      for (const step of migrations.slice(done)) this.#db.exec(step);
      this.#db.exec(`PRAGMA user_version = ${migrations.length}`);
    });
  }
}

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    (error.errcode & 0xff) === SQLITE_BUSY
  );
}
