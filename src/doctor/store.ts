import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { openStore, storeFile, type StoreSettings } from '../store/open-store.ts';
import { attention, ok, reasonOf, wrong, type Finding } from './check.ts';

/** With less room than this, days of conversations may not fit. Bytes. */
const LITTLE_ROOM = 1024 ** 3;

/** With less room than this, writing may fail at any moment. Bytes. */
const NO_ROOM = 100 * 1024 ** 2;

/**
 * Whether conversations can be kept in a folder. It makes neither the folder nor the store: what an administrator makes,
 * the user of the server may not be able to open.
 *
 * @param user who runs this check; not known on systems without such numbers
 */
export async function checkStore(dataDir: string, user: number | undefined): Promise<Finding> {
  const file = storeFile(dataDir);
  const cure = 'Set DATA_DIR to a folder that the user of the server may write in.';
  try {
    const nearest = nearestExisting(file);
    if (user !== undefined && existsSync(dataDir) && statSync(nearest).uid !== user)
      return attention(
        'store',
        `${nearest} belongs to another user than runs this check, so it was not opened`,
        'Run this as the user of the server.',
      );
    accessSync(nearest, constants.R_OK | constants.W_OK);
    if (nearest !== resolve(file) && !statSync(nearest).isDirectory())
      return wrong('store', `DATA_DIR cannot be used: ${nearest} is no folder`, cure);
    if (nearest !== resolve(file)) return ok('store', `the server can make its store in ${dataDir}`);
    await writable({ dataDir });
    return ok('store', `${file} opens and can be written`);
  } catch (error) {
    return wrong('store', `DATA_DIR cannot be used: ${reasonOf(error)}`, cure);
  }
}

/** Whether conversations can be kept in a database. Its tables are brought up to date, as a start of the server does. */
export async function checkDatabase(databaseUrl: string): Promise<Finding> {
  try {
    await writable({ dataDir: '', databaseUrl });
    return ok('store', 'the database of DATABASE_URL opens and can be written');
  } catch (error) {
    return wrong(
      'store',
      `the database of DATABASE_URL cannot be used: ${reasonOf(error)}`,
      'Check that it runs, and the address, name and password in DATABASE_URL.',
    );
  }
}

async function writable(settings: StoreSettings): Promise<void> {
  const store = await openStore(settings);
  await store.check().finally(() => store.close());
}

/** Whether there is room for what is kept. @param freeBytes room at a path that exists */
export function checkRoom(dataDir: string, freeBytes: (path: string) => number = freeBytesAt): Finding {
  const free = freeBytes(nearestExisting(dataDir));
  const message = `${(free / 1024 ** 3).toFixed(1)} GB free for DATA_DIR`;
  const cure = 'Make room on the disk of DATA_DIR, or set it to another disk.';
  if (free < NO_ROOM) return wrong('room', message, cure);
  return free < LITTLE_ROOM ? attention('room', message, cure) : ok('room', message);
}

function freeBytesAt(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** A path, or the nearest folder above it that exists. */
function nearestExisting(path: string): string {
  const whole = resolve(path);
  return existsSync(whole) ? whole : nearestExisting(dirname(whole));
}
