import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe } from 'vitest';
import { openPostgresStore } from '../../src/store/postgres/open-postgres-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { TestPostgres } from '../support/postgres.ts';
import { contract, type TestEngine } from './contract.ts';

const SQLITE: TestEngine = {
  name: 'SQLite',
  start: () => Promise.resolve(),
  newDatabase: () => {
    const folder = mkdtempSync(join(tmpdir(), 'spoor2-contract-'));
    const file = join(folder, 'conversations.db');
    return Promise.resolve({
      open: () => Promise.resolve(openSqliteStore(file)),
      tables: () => {
        const db = new DatabaseSync(file, { readOnly: true });
        const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
        const tables = names.map(
          ({ name }) => [String(name), db.prepare(`SELECT * FROM ${String(name)}`).all()] as const,
        );
        db.close();
        return Promise.resolve(Object.fromEntries(tables));
      },
      remove: () => {
        rmSync(folder, { recursive: true });
        return Promise.resolve();
      },
    });
  },
  stop: () => Promise.resolve(),
};

let postgres: TestPostgres;
let url: string;

const POSTGRESQL: TestEngine = {
  name: 'PostgreSQL',
  start: async () => {
    postgres = await TestPostgres.start();
    url = await postgres.newDatabase();
  },
  newDatabase: () =>
    Promise.resolve({
      open: () => openPostgresStore(url),
      tables: async () => {
        const tables = (await tableNames()).map(async (name) => {
          const rows = await postgres.query(url, `SELECT to_json(it) AS row FROM ${name} AS it`);
          return [name, rows.map(({ row }) => row)] as const;
        });
        return Object.fromEntries(await Promise.all(tables));
      },
      // Emptying one takes a fifth of the time of making another.
      remove: async () => {
        const filled = (await tableNames()).filter((name) => name !== 'store_version');
        await postgres.query(url, filled.map((name) => `DELETE FROM ${name}`).join(';'));
      },
    }),
  stop: () => postgres.stop(),
};

async function tableNames(): Promise<string[]> {
  const names = await postgres.query(url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
  return names.map(({ tablename }) => String(tablename));
}

describe.each([SQLITE, POSTGRESQL])('a store in $name', (engine) => {
  contract(engine);
});
