import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home } from '../faults/home.ts';
import type { Place } from './search.ts';

/** What was made of the content before anyone came; it holds the names of illnesses. */
export const CONTENT_CACHE = 'cache';

/** Every file below a folder, octet for octet; not what was made of the content. */
export function filesIn(folder: string): Place[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, '/').startsWith(join(folder, CONTENT_CACHE, '/')))
    .map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return { name: file, content: readFileSync(file) };
    });
}

/** What tells whether the files of a folder are what they were, by name. */
export function digestsOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex'),
    ]),
  );
}

/** Every row of every table of a PostgreSQL database, as text. */
export async function rowsOf(home: Home): Promise<Place[]> {
  const tables = await home.query(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'",
  );
  return Promise.all(
    tables.map(async ({ table_name: table }) => ({
      name: `table ${String(table)}`,
      content: (await home.query(`SELECT row_to_json(t)::text AS row FROM "${String(table)}" AS t`))
        .map(({ row }) => String(row))
        .join('\n'),
    })),
  );
}
