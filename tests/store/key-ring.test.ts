import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileKeyRing, fixedKeyRing } from '../../src/store/key-ring.ts';

let folder: string;
let now: Temporal.Instant;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-keys-'));
  now = Temporal.Instant.from('2026-01-01T00:00:00Z');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = () => new FileKeyRing(folder, () => now);
const ids = (ring: FileKeyRing) => ring.keys('tokens').map(({ id }) => id);
const pass = (hours: number) => {
  now = now.add({ hours });
};

describe('FileKeyRing', () => {
  it('keeps its keys across a restart, in a file for its owner only', () => {
    const first = open().keys('tokens');
    expect(open().keys('tokens')).toEqual(first);
    expect(statSync(join(folder, 'keys.txt')).mode & 0o777).toBe(0o600);
  });

  it('gives every purpose keys of its own', () => {
    const ring = open();
    expect(ring.keys('tokens')[0]?.secret).not.toEqual(ring.keys('documents')[0]?.secret);
    expect(ring.keys('tokens')[0]?.secret).toHaveLength(32);
  });

  it('knows a new key two hours before it uses it, and the old one for two years after', () => {
    const ring = open();
    const [old] = ids(ring);
    pass(30 * 24 - 1);
    ring.rotate();
    expect(ids(ring)).toEqual([old]);
    pass(1);
    ring.rotate();
    expect(ids(ring), 'still makes with the old').toEqual([old, expect.anything()]);
    const successor = ids(ring)[1];
    pass(2);
    ring.rotate();
    expect(ids(ring)).toEqual([successor, old]);
    pass(2 * 366 * 24 - 1);
    ring.rotate();
    expect(ids(ring), 'a kept plan may be as old').toContain(old);
    pass(1);
    ring.rotate();
    expect(ids(ring)).not.toContain(old);
    expect(ids(ring)[0]).not.toBe(old);
    expect(ids(open())).toEqual(ids(ring));
  });

  it('is renewed at a start after a long rest, and recognises what came before', () => {
    const [old] = ids(open());
    pass(365 * 24);
    expect(ids(open())).toEqual([old, expect.anything()]);
  });

  it('reads what another process on the folder made', () => {
    const [one, other] = [open(), open()];
    pass(31 * 24);
    one.rotate();
    other.rotate();
    pass(2);
    expect(ids(other)).toEqual(ids(one));
  });

  it.each(['', 'nonsense', '2026-01-01T00:00:00Z short\n'])('says what to do about a file that holds %j', (text) => {
    open();
    writeFileSync(join(folder, 'keys.txt'), text);
    expect(open).toThrow(/keys\.txt holds no keys of 32 octets: remove it/);
    expect(readFileSync(join(folder, 'keys.txt'), 'utf8'), 'and leaves it').toBe(text);
  });
});

describe('fixedKeyRing', () => {
  it('makes with the first and recognises all', () => {
    const [a, b] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
    expect(fixedKeyRing([b, a]).keys('x')[1]).toEqual(fixedKeyRing([a]).keys('x')[0]);
  });
});
