import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { SEAL_KEY_LENGTH } from './seal.ts';

/** After this time a new key takes over. */
const USED_FOR = Temporal.Duration.from({ hours: 30 * 24 });

/**
 * What a key signed or sealed is recognised for so long after its successor came: nothing we make lives longer. A plan that
 * someone asked to keep lives longest, two years.
 */
const KNOWN_AFTER = Temporal.Duration.from({ hours: 2 * 366 * 24 });

/** A new key is first only known, so that every process on the folder has read it before one of them uses it. */
const KNOWN_BEFORE = Temporal.Duration.from({ hours: 2 });

/** A key for one purpose, with the name by which what it signed can be matched to it. */
export interface RingKey {
  id: string;
  secret: Uint8Array;
}

/** Keys for signing and sealing: the first makes, all of them recognise. */
export interface KeyRing {
  /** @param purpose keys of different purposes have nothing to do with each other */
  keys(purpose: string): readonly RingKey[];

  /** Takes a new key into use when it is time, and drops what nothing needs any more. */
  rotate(): void;
}

/** The bare keys of one purpose, the first of which is in use; asked for each time, as they are replaced now and then. */
export function secretsFor(purpose: string, ring: KeyRing): () => readonly Uint8Array[] {
  return () => ring.keys(purpose).map(({ secret }) => secret);
}

/** Keys that the administrator sets; replacing them is up to the administrator. @param secrets the newest first */
export function fixedKeyRing(secrets: readonly Uint8Array[]): KeyRing {
  return {
    keys: (purpose) => secrets.map((secret) => derive(secret, purpose)),
    rotate: () => undefined,
  };
}

/** The administrator's keys; without any, keys in a file of the data folder. */
export function openKeyRing({
  signingKeys,
  dataDir,
}: {
  signingKeys: readonly Uint8Array[];
  dataDir: string;
}): KeyRing {
  return signingKeys.length > 0 ? fixedKeyRing(signingKeys) : new FileKeyRing(dataDir, () => Temporal.Now.instant());
}

interface StoredKey {
  secret: Uint8Array;
  made: Temporal.Instant;
}

/**
 * Keys in a file of the data folder: made at the first start, replaced every thirty days.
 *
 * @throws Error when the folder cannot be written, or the file holds no keys
 */
export class FileKeyRing implements KeyRing {
  readonly #file: string;
  readonly #now: () => Temporal.Instant;
  /** The newest first. */
  #stored: readonly StoredKey[] = [];
  /** What was derived for each purpose, with the key that it begins with. */
  readonly #derived = new Map<string, { making: StoredKey; keys: readonly RingKey[] }>();

  constructor(dataDir: string, now: () => Temporal.Instant) {
    this.#file = join(dataDir, 'keys.txt');
    this.#now = now;
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(this.#file)) this.#writeFirst();
    this.rotate();
  }

  keys(purpose: string): readonly RingKey[] {
    const now = this.#now();
    const usable = ({ made }: StoredKey) => Temporal.Instant.compare(made.add(KNOWN_BEFORE), now) <= 0;
    const making = this.#stored.find(usable) ?? this.#stored.at(-1);
    if (making === undefined) return [];
    const known = this.#derived.get(purpose);
    if (known?.making === making) return known.keys;
    const keys = [...new Set([making, ...this.#stored])].map(({ secret }) => derive(secret, purpose));
    this.#derived.set(purpose, { making, keys });
    return keys;
  }

  rotate(): void {
    const now = this.#now();
    this.#keep(this.#read());
    const [newest] = this.#stored;
    const isOld = newest === undefined || Temporal.Instant.compare(newest.made.add(USED_FOR), now) <= 0;
    const all = isOld ? [newKey(now), ...this.#stored] : this.#stored;
    const kept = all.filter((key) => !isForgotten(key, all, now));
    if (kept.length === this.#stored.length && !isOld) return;
    this.#keep(kept);
    const beside = this.#writeBeside(kept);
    renameSync(beside, this.#file);
  }

  #keep(keys: readonly StoredKey[]): void {
    this.#stored = keys.toSorted((one, other) => Temporal.Instant.compare(other.made, one.made));
    this.#derived.clear();
  }

  /** Two processes that start at once end up with the same, whole file. */
  #writeFirst(): void {
    const beside = this.#writeBeside([newKey(this.#now())]);
    try {
      linkSync(beside, this.#file);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error;
    } finally {
      rmSync(beside, { force: true });
    }
  }

  #writeBeside(keys: readonly StoredKey[]): string {
    const beside = `${this.#file}.${process.pid}.tmp`;
    const lines = keys.map(({ secret, made }) => `${made.toString()} ${Buffer.from(secret).toString('base64url')}\n`);
    writeFileSync(beside, lines.join(''), { mode: 0o600 });
    return beside;
  }

  #read(): StoredKey[] {
    const lines = readFileSync(this.#file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    const keys = lines.map((line): StoredKey => {
      const [made = '', secret = ''] = line.split(' ');
      const octets = Buffer.from(secret, 'base64url');
      if (octets.length !== SEAL_KEY_LENGTH || !/^\d{4}-/.test(made)) throw this.#damaged();
      return { made: Temporal.Instant.from(made), secret: octets };
    });
    if (keys.length === 0) throw this.#damaged();
    return keys;
  }

  #damaged(): Error {
    return new Error(`${this.#file} holds no keys of ${SEAL_KEY_LENGTH} octets: remove it, and new ones are made`);
  }
}

/** Whether a successor has been in use for so long that nothing of a key is left. */
function isForgotten(key: StoredKey, all: readonly StoredKey[], now: Temporal.Instant): boolean {
  return all.some(
    ({ made }) =>
      Temporal.Instant.compare(made, key.made) > 0 &&
      Temporal.Instant.compare(made.add(KNOWN_BEFORE).add(KNOWN_AFTER), now) <= 0,
  );
}

function newKey(made: Temporal.Instant): StoredKey {
  return { made, secret: randomBytes(SEAL_KEY_LENGTH) };
}

/** Every message needs some of these, and making one costs as much as the rest of its sealing. */
const derived = new WeakMap<Uint8Array, Map<string, RingKey>>();

function derive(secret: Uint8Array, purpose: string): RingKey {
  const byPurpose = derived.get(secret) ?? new Map<string, RingKey>();
  derived.set(secret, byPurpose);
  const key = byPurpose.get(purpose) ?? newDerived(secret, purpose);
  byPurpose.set(purpose, key);
  return key;
}

function newDerived(secret: Uint8Array, purpose: string): RingKey {
  const part = (label: string, length: number) =>
    new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `${purpose}/${label}`, length));
  return { id: Buffer.from(part('id', 6)).toString('base64url'), secret: part('key', SEAL_KEY_LENGTH) };
}
