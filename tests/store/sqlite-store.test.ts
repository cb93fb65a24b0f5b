import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqliteStore } from '../../src/store/sqlite-store.ts';

const KEY = { channel: 'msteams', conversation: 'a:1' };
const OTHER = { channel: 'webchat', conversation: 'a:1' };

let folder: string;
let file: string;
let store: SqliteStore;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-store-'));
  file = join(folder, 'deep', 'conversations.db');
  store = new SqliteStore(file);
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('SqliteStore', () => {
  it('keeps a session across a restart', async () => {
    expect(await store.load(KEY)).toBeUndefined();
    expect(await store.save(KEY, 0, '{"a":1}')).toBe(true);
    await store.close();
    store = new SqliteStore(file);
    expect(await store.load(KEY)).toEqual({ json: '{"a":1}', version: 1 });
  });

  it('keeps the same id on two channels apart', async () => {
    await store.save(KEY, 0, '1');
    await store.save(OTHER, 0, '2');
    expect((await store.load(KEY))?.json).toBe('1');
    expect((await store.load(OTHER))?.json).toBe('2');
  });

  it('refuses to save over a version that it was not given', async () => {
    await store.save(KEY, 0, 'first');
    expect(await store.save(KEY, 0, 'second', { id: 'm2', repliesJson: '[]' })).toBe(false);
    expect(await store.save(KEY, 1, 'third')).toBe(true);
    expect(await store.save(KEY, 1, 'fourth')).toBe(false);
    expect(await store.load(KEY)).toEqual({ json: 'third', version: 2 });
    expect(await store.handled(KEY, 'm2'), 'a refused save notes no delivery').toBeUndefined();
  });

  it('remembers a delivery with its replies until they are sent', async () => {
    await store.save(KEY, 0, '{}', { id: 'm1', repliesJson: '["hoi"]' });
    expect(await store.handled(KEY, 'm1')).toEqual({ repliesJson: '["hoi"]', sent: false });
    expect(await store.handled(OTHER, 'm1')).toBeUndefined();
    await store.markSent(KEY, 'm1');
    expect(await store.handled(KEY, 'm1')).toEqual({ repliesJson: '', sent: true });
  });

  it('forgets everything of one conversation but a mark that names nothing', async () => {
    await store.save(KEY, 0, '{"x":"geheim"}', { id: 'm1', repliesJson: '["geheim"]' });
    await store.save(OTHER, 0, 'other');
    await store.forget(KEY, { id: 'm2', repliesJson: '["gewist"]' });
    await store.markSent(KEY, 'm2');
    expect(await store.load(KEY)).toBeUndefined();
    for (const id of ['m1', 'm2']) expect(await store.handled(KEY, id)).toEqual({ repliesJson: '', sent: true });
    expect((await store.load(OTHER))?.json).toBe('other');
    const raw = ['', '-wal'].map((ending) => readFileSync(`${file}${ending}`, 'latin1')).join('');
    expect(raw, 'nothing stays readable on the disk').not.toMatch(/geheim|a:1.{0,40}msteams/);
    const database = new DatabaseSync(file, { readOnly: true });
    const left = JSON.stringify(
      database
        .prepare(
          "SELECT * FROM delivery UNION ALL SELECT channel, conversation, '', json, version, saved_at FROM session",
        )
        .all(),
    );
    database.close();
    expect(left).not.toContain('geheim');
    expect(left).not.toContain('msteams');
  });

  it('drops marks from before a moment', async () => {
    await store.save(KEY, 0, '{}', { id: 'm1', repliesJson: '[]' });
    await store.dropDeliveriesBefore(new Date(Date.now() - 60_000));
    expect(await store.handled(KEY, 'm1')).toBeDefined();
    await store.dropDeliveriesBefore(new Date(Date.now() + 60_000));
    expect(await store.handled(KEY, 'm1')).toBeUndefined();
  });

  it('lets two processes share the file', async () => {
    const second = new SqliteStore(file);
    await store.save(KEY, 0, 'one');
    expect(await second.save(KEY, 0, 'two')).toBe(false);
    expect((await second.load(KEY))?.json).toBe('one');
    await second.close();
  });

  it('takes text that would end an SQL statement as text', async () => {
    const odd = { channel: "x'; DROP TABLE session; --", conversation: '"' };
    await store.save(odd, 0, "'");
    expect((await store.load(odd))?.json).toBe("'");
  });

  it('is readable for its owner only', () => {
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('waits for another process that holds the database, without holding up its own', async () => {
    const blocker = new DatabaseSync(file);
    blocker.exec('BEGIN EXCLUSIVE');
    const saved = store.save(KEY, 0, '{}');
    const free = new Promise((resolve) => setTimeout(resolve, 100));
    await free;
    blocker.exec('ROLLBACK');
    blocker.close();
    expect(await saved).toBe(true);
  });

  it('says that it works only while it can write', async () => {
    await expect(store.check()).resolves.toBeUndefined();
    const reader = new SqliteStore(file);
    await reader.close();
    await expect(reader.check()).rejects.toThrow();
  });

  it('does not open a store of a newer version', async () => {
    await store.close();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => new SqliteStore(file)).toThrow(/newer version \(99\)/);
    store = new SqliteStore(':memory:');
  });
});
