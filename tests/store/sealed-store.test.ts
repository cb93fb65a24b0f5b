import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sealedStore } from '../../src/store/sealed-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';

const KEY = { channel: 'msteams', conversation: 'a:1' };
const DUE = new Date('2026-03-02T09:00:00Z');

let folder: string;
let inner: Store;
let keys: Uint8Array[];
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-sealed-'));
  inner = openSqliteStore(join(folder, 'conversations.db'));
  keys = [new Uint8Array(32).fill(1)];
  store = sealedStore(inner, () => keys);
});

afterEach(async () => {
  await inner.close();
  rmSync(folder, { recursive: true });
});

it('gives back what it was given, and the disk shows none of it', async () => {
  await store.conversations.save(KEY, 0, {
    sessionJson: '{"danger":"suicide"}',
    delivery: { id: 'm1', outgoingJson: '["12 januari 2026"]', due: DUE },
    plan: { json: '{"plan":"5 mei"}', until: DUE, reminders: [{ name: 'r', json: '"wia"', due: DUE }] },
  });
  expect(await store.conversations.open(KEY, 'm1')).toEqual({
    session: { json: '{"danger":"suicide"}', version: 1 },
    planJson: '{"plan":"5 mei"}',
    delivery: { outgoingJson: '["12 januari 2026"]' },
  });
  const claimed = await store.outbox.claim(DUE, new Date(DUE.getTime() + 1), 10);
  expect(claimed.map(({ json }) => json).toSorted()).toEqual(['"wia"', '["12 januari 2026"]']);
  await store.conversations.sent(KEY, 'm1');
  expect((await store.conversations.open(KEY, 'm1')).delivery).toEqual({});
  for (const file of ['conversations.db', 'conversations.db-wal'])
    for (const word of ['suicide', 'danger', 'januari', 'mei', 'wia'])
      expect(readFileSync(join(folder, file)).includes(word), `${word} in ${file}`).toBe(false);
});

it('begins anew with a session that no key opens, and saves over it', async () => {
  await store.conversations.save(KEY, 0, {
    sessionJson: '{"level":"en"}',
    delivery: { id: 'm1', outgoingJson: '[]', due: DUE },
    plan: { json: '{}', until: DUE, reminders: [] },
  });
  keys = [new Uint8Array(32).fill(2)];
  expect(await store.conversations.open(KEY, 'm1'), 'nothing to send again').toEqual({
    session: { json: 'null', version: 1 },
    delivery: {},
  });
  expect(await store.conversations.save(KEY, 1, { sessionJson: '{}' })).toBe(true);
});

it('opens what an earlier key sealed', async () => {
  await store.conversations.save(KEY, 0, { sessionJson: '{"level":"en"}' });
  keys = [new Uint8Array(32).fill(2), ...keys];
  expect((await store.conversations.open(KEY)).session?.json).toBe('{"level":"en"}');
});
