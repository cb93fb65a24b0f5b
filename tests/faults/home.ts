import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { TestPostgres } from '../support/postgres.ts';

const CACHE = join(import.meta.dirname, '..', '..', 'data', 'cache');

/** Where servers keep what they know, and how to look at it from outside. */
export interface Home {
  readonly env: Readonly<Record<string, string>>;
  query(sql: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

export type Engine = 'SQLite' | 'PostgreSQL';

/** An empty home. @param postgres a running database server; for PostgreSQL only */
export async function newHome(engine: Engine, postgres?: TestPostgres): Promise<Home> {
  const dataDir = mkdtempSync(join(tmpdir(), 'spoor2-home-'));
  // Reading the content anew takes seconds.
  if (existsSync(CACHE)) cpSync(CACHE, join(dataDir, 'cache'), { recursive: true });
  const remove = () => {
    rmSync(dataDir, { recursive: true, force: true });
    return Promise.resolve();
  };
  const env = { DATA_DIR: dataDir, SIGNING_KEYS: Buffer.alloc(32, 7).toString('base64') };
  if (engine === 'SQLite' || postgres === undefined) {
    const query = (sql: string) => {
      const db = new DatabaseSync(join(dataDir, 'conversations.db'), { timeout: 5_000 });
      try {
        return Promise.resolve(db.prepare(sql).all());
      } finally {
        db.close();
      }
    };
    return { env, query, remove };
  }
  const url = await postgres.newDatabase();
  const query = (sql: string) => postgres.query(url, sql);
  return { env: { ...env, DATABASE_URL: url }, query, remove };
}

/** How often a conversation was saved. */
export async function versionOf(home: Home, conversation: string): Promise<number> {
  const [row] = await home.query(`SELECT version FROM session WHERE conversation = '${conversation}'`);
  return Number(row?.['version'] ?? 0);
}
