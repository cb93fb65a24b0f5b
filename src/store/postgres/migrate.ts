import type { Client } from 'pg';

/** Only one process at a time migrates: any number that no conversation's lock is likely to have. */
const MIGRATING = 4_172_031_559;

/**
 * Brings a database to the newest version, in one transaction; of several processes that start at once one does it, and
 * the others wait. A role that may not change tables is enough when there is nothing to do.
 *
 * @param steps each is run once, in order
 * @throws Error when the database was written by a newer program, or does not hold all characters
 */
export async function migrate(client: Client, steps: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ encoding: string }>("SELECT current_setting('server_encoding') AS encoding");
  const encoding = rows[0]?.encoding;
  if (encoding !== 'UTF8') throw new Error(`the database must have the encoding UTF8, and has ${String(encoding)}`);
  if ((await hasVersion(client)) && (await versionOf(client, steps)) === steps.length) return;
  await client.query('BEGIN');
  // Others may take long before it is our turn, and a step may take long on a large table.
  await client.query('SET LOCAL lock_timeout = 0; SET LOCAL statement_timeout = 0');
  await client.query(`SELECT pg_advisory_xact_lock(${MIGRATING})`);
  // Whether it exists, PostgreSQL may remember from before the lock: this looks anew.
  await client.query('CREATE TABLE IF NOT EXISTS store_version (version integer NOT NULL)');
  for (const step of steps.slice(await versionOf(client, steps))) await client.query(step);
  await client.query('DELETE FROM store_version');
  await client.query('INSERT INTO store_version VALUES ($1)', [steps.length]);
  await client.query('COMMIT');
}

async function hasVersion(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ exists: boolean }>("SELECT to_regclass('store_version') IS NOT NULL AS exists");
  return rows[0]?.exists === true;
}

async function versionOf(client: Client, steps: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ version: number }>('SELECT version FROM store_version');
  const done = rows[0]?.version ?? 0;
  if (done > steps.length)
    throw new Error(`the store is of a newer version (${done}) than this program knows (${steps.length})`);
  return done;
}
