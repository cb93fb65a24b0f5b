import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliveryMark } from '../../src/store/marks.ts';
import { MIGRATIONS } from '../../src/store/sqlite/migrations.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';

const KEY = { channel: 'directline', conversation: 'a:1' };
const SOON = new Date(Date.now() + 60_000);

let folder: string;
let file: string;
let opened: Store[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-store-'));
  file = join(folder, 'deep', 'conversations.db');
  opened = [];
});

afterEach(async () => {
  for (const store of opened) await store.close();
  rmSync(folder, { recursive: true });
});

function open(): Store {
  const store = openSqliteStore(file);
  opened.push(store);
  return store;
}

/** All that lies on the disk. */
const onDisk = () => ['', '-wal'].map((ending) => readFileSync(`${file}${ending}`, 'latin1')).join('');

describe('a file of SQLite', () => {
  it('is readable for its owner only', () => {
    open();
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('holds nothing of a conversation that was forgotten, its log included', async () => {
    const store = open();
    await store.activities.start(KEY);
    await store.activities.append(KEY, 'm1', 'geheim-woord');
    await store.conversations.save(KEY, 0, {
      sessionJson: '{"x":"geheim"}',
      delivery: { id: 'm1', outgoingJson: '["geheim"]', due: SOON },
      plan: { json: 'geheim', until: SOON, reminders: [{ name: 'a', json: 'geheim', due: SOON }] },
    });
    expect(onDisk()).toContain('geheim');
    await store.conversations.forget(KEY);
    expect(onDisk()).not.toContain('geheim');
  });

  it('holds nothing of a conversation that was deleted as nobody used it', async () => {
    const store = open();
    await store.activities.start(KEY);
    await store.activities.append(KEY, 'm1', 'geheim-woord');
    await store.activities.deleteUnusedSince(SOON, SOON);
    expect(onDisk()).not.toMatch(/geheim|a:1/);
  });

  it('waits for another process that holds the database, without holding up its own', async () => {
    const store = open();
    const blocker = new DatabaseSync(file);
    blocker.exec('BEGIN EXCLUSIVE');
    const saved = store.conversations.save(KEY, 0, { sessionJson: '{}' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    blocker.exec('ROLLBACK');
    blocker.close();
    expect(await saved).toBe(true);
  });

  it('is not opened when it is of a newer version', () => {
    open();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(open).toThrow(/newer version \(99\)/);
  });

  it('of the version before keeps its sessions, and knows what was handled', async () => {
    mkdirSync(dirname(file), { recursive: true });
    const before = new DatabaseSync(file);
    for (const step of MIGRATIONS.slice(0, 3)) before.exec(step);
    before.exec('PRAGMA user_version = 3');
    before.prepare('INSERT INTO session VALUES (?, ?, 7, ?, 0)').run(KEY.channel, KEY.conversation, '{}');
    before.prepare('INSERT INTO delivery VALUES (?, NULL, NULL, \'["hoi"]\', 0, 0)').run(deliveryMark(KEY, 'm1'));
    before.prepare("INSERT INTO shown_answer VALUES ('a1', '[]', 'en', 0)").run();
    before.close();
    const store = open();
    expect(await store.conversations.open(KEY, 'm1')).toEqual({ session: { json: '{}', version: 7 }, delivery: {} });
    expect(await store.shown.find('a1'), 'it does not say which chat it stands in').toBeUndefined();
  });
});
