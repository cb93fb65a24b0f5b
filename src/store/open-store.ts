import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqliteStore } from './sqlite/store.ts';
import type { Store } from './store.ts';

/** Where things are kept: a database server, or else a file in a folder. */
export interface StoreSettings {
  dataDir: string;
  /** Address of a PostgreSQL database. */
  databaseUrl?: string;
}

/** The file of the store in the folder for data. */
export function storeFile(dataDir: string): string {
  return join(dataDir, 'conversations.db');
}

/**
 * Opens the store that the settings name, and brings its tables up to date.
 *
 * @param onError hears of connections that were lost while nobody used them
 * @throws Error when it cannot be reached, opened or written
 */
export async function openStore(
  { dataDir, databaseUrl }: StoreSettings,
  onError: (error: Error) => void = () => undefined,
): Promise<Store> {
  if (databaseUrl !== undefined) {
    // Only who has a database server waits for its client to load.
    const { openPostgresStore } = await import('./postgres/open-postgres-store.ts');
    return openPostgresStore(databaseUrl, { onError });
  }
  mkdirSync(dataDir, { recursive: true });
  return openSqliteStore(storeFile(dataDir));
}
