import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteStore } from '../../src/store/sqlite-store.ts';

const ANSWER = { topics: ['loonsanctie', 'uwv-toets'], level: 'nl-B1' } as const;
const BEFORE = new Date(Date.now() - 60_000);
const AFTER = new Date(Date.now() + 60_000);

let folder: string;
let store: SqliteStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-shown-'));
  store = new SqliteStore(join(folder, 'conversations.db'));
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('the answers that were shown', () => {
  it('are found by their mark, also after a restart', async () => {
    expect(await store.shown.find('m1')).toBeUndefined();
    await store.shown.note('m1', ANSWER);
    await store.close();
    store = new SqliteStore(join(folder, 'conversations.db'));
    expect(await store.shown.find('m1')).toEqual(ANSWER);
    expect(await store.shown.find('m2')).toBeUndefined();
  });

  it('are replaced by the answer that a message shows later', async () => {
    await store.shown.note('m1', ANSWER);
    await store.shown.note('m1', { topics: ['privacy'], level: 'en' });
    expect(await store.shown.find('m1')).toEqual({ topics: ['privacy'], level: 'en' });
  });

  it('are dropped once they are old, together with the marks of counted votes', async () => {
    await store.shown.note('m1', ANSWER);
    await store.shown.noteCounted('v1');
    await store.shown.dropBefore(BEFORE);
    expect(await store.shown.find('m1')).toEqual(ANSWER);
    expect(await store.shown.wasCounted('v1')).toBe(true);
    await store.shown.dropBefore(AFTER);
    expect(await store.shown.find('m1')).toBeUndefined();
    expect(await store.shown.wasCounted('v1')).toBe(false);
    await store.close();
    const file = readFileSync(join(folder, 'conversations.db'), 'latin1');
    expect(file).not.toContain('uwv-toets');
    store = new SqliteStore(':memory:');
  });

  it('have votes that are counted once, however often they are noted', async () => {
    expect(await store.shown.wasCounted('v1')).toBe(false);
    await store.shown.noteCounted('v1');
    await store.shown.noteCounted('v1');
    expect(await store.shown.wasCounted('v1')).toBe(true);
    expect(await store.shown.wasCounted('v2')).toBe(false);
  });
});
