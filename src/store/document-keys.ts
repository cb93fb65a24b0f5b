import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Octets of a key. */
const LENGTH = 32;

/**
 * The key that seals addresses of documents, made at the first start and kept in the data folder.
 *
 * @throws Error when the folder cannot be written, or the file holds no key
 */
export function documentKey(dataDir: string): Uint8Array {
  const file = join(dataDir, 'document.key');
  mkdirSync(dataDir, { recursive: true });
  if (!existsSync(file)) makeKey(file);
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
  if (key.length !== LENGTH)
    throw new Error(`${file} holds no key of ${LENGTH} octets: remove it, and a new one is made`);
  return key;
}

/** Writes beside and then links: two processes that start at once end up with the same, whole key. */
function makeKey(file: string): void {
  const beside = `${file}.${process.pid}.tmp`;
  writeFileSync(beside, randomBytes(LENGTH).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(beside, file);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}
