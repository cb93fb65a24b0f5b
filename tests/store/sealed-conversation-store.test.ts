import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SealedConversationStore } from '../../src/store/sealed-conversation-store.ts';
import { SqliteStore } from '../../src/store/sqlite-store.ts';

const KEY = { channel: 'msteams', conversation: 'a:1' };

let folder: string;
let inner: SqliteStore;
let keys: Uint8Array[];
let store: SealedConversationStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-sealed-'));
  inner = new SqliteStore(join(folder, 'conversations.db'));
  keys = [new Uint8Array(32).fill(1)];
  store = new SealedConversationStore(inner, () => keys);
});

afterEach(async () => {
  await inner.close();
  rmSync(folder, { recursive: true });
});

it('gives back what it was given, and the disk shows none of it', async () => {
  await store.save(KEY, 0, '{"danger":"suicide"}', { id: 'm1', repliesJson: '["12 januari 2026"]' });
  expect(await store.load(KEY)).toEqual({ json: '{"danger":"suicide"}', version: 1 });
  expect(await store.handled(KEY, 'm1')).toEqual({ repliesJson: '["12 januari 2026"]', sent: false });
  await store.markSent(KEY, 'm1');
  expect(await store.handled(KEY, 'm1')).toEqual({ repliesJson: '', sent: true });
  for (const file of ['conversations.db', 'conversations.db-wal'])
    for (const word of ['suicide', 'danger', 'januari'])
      expect(readFileSync(join(folder, file)).includes(word), `${word} in ${file}`).toBe(false);
});

it('begins anew with a session that no key opens, and saves over it', async () => {
  await store.save(KEY, 0, '{"level":"en"}', { id: 'm1', repliesJson: '[]' });
  keys = [new Uint8Array(32).fill(2)];
  expect(await store.load(KEY)).toEqual({ json: 'null', version: 1 });
  expect(await store.handled(KEY, 'm1'), 'nothing to send again').toEqual({ repliesJson: '', sent: true });
  expect(await store.save(KEY, 1, '{}')).toBe(true);
});

it('opens what an earlier key sealed', async () => {
  await store.save(KEY, 0, '{"level":"en"}');
  keys = [new Uint8Array(32).fill(2), ...keys];
  expect((await store.load(KEY))?.json).toBe('{"level":"en"}');
});
