import { existsSync } from 'node:fs';
import { openStore, storeFile, type StoreSettings } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './terminal.ts';

/**
 * The store of a server, for a command beside it.
 *
 * @throws UsageError when there is none, or it cannot be used; Dutch, for the one at the terminal
 */
export async function openExistingStore(settings: StoreSettings): Promise<Store> {
  const { dataDir, databaseUrl } = settings;
  const file = storeFile(dataDir);
  if (databaseUrl === undefined && !existsSync(file))
    throw new UsageError(`${file} bestaat niet: start eerst de server, of zet DATA_DIR op de map van de server.`);
  try {
    return await openStore(settings);
  } catch (error) {
    const name = databaseUrl === undefined ? file : 'de database van DATABASE_URL';
    throw new UsageError(`${name} kan niet gebruikt worden: ${error instanceof Error ? error.message : String(error)}`);
  }
}
