import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SqliteStore } from '../../src/store/sqlite-store.ts';

const KEY = { channel: 'directline', conversation: 'c1' };
const OTHER = { channel: 'directline', conversation: 'c2' };

let folder: string;
let store: SqliteStore;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-log-'));
  store = new SqliteStore(join(folder, 'conversations.db'));
  await store.activities.start(KEY);
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const said = async (key = KEY) => (await store.activities.after(key, 0, 10_000)).map(({ json }) => json);

describe('the log of activities', () => {
  it('starts a conversation once, and takes nothing for one that was not started', async () => {
    expect(await store.activities.start(KEY)).toBe(false);
    expect(await store.activities.start(OTHER)).toBe(true);
    expect(await store.activities.append({ ...KEY, conversation: 'c3' }, 'm', 'x')).toEqual({ kind: 'unknown' });
    expect(await store.activities.count()).toBe(2);
  });

  it('numbers what is said within each conversation, and reads on after a number', async () => {
    await store.activities.start(OTHER);
    for (const json of ['a', 'b', 'c']) await store.activities.append(KEY, json, json);
    expect(await store.activities.append(OTHER, 'a', 'other')).toEqual({ kind: 'placed', number: 1, added: true });
    expect(await store.activities.after(KEY, 1, 1)).toEqual([{ number: 2, json: 'b' }]);
    expect(await store.activities.find(KEY)).toEqual({ last: 3, ended: false });
  });

  it('takes the same mark once, also at the same time', async () => {
    const places = await Promise.all(['x', 'y', 'z'].map((json) => store.activities.append(KEY, 'm', json)));
    const placed = (added: boolean) => ({ kind: 'placed', number: 1, added });
    expect(places).toEqual([placed(true), placed(false), placed(false)]);
    expect(await said()).toEqual(['x']);
  });

  it('takes nothing more once a conversation has ended, but knows what it took', async () => {
    await store.activities.append(KEY, 'm1', 'x');
    await store.activities.end(KEY);
    expect(await store.activities.append(KEY, 'm2', 'y')).toEqual({ kind: 'ended' });
    expect(await store.activities.append(KEY, 'm1', 'x')).toEqual({ kind: 'placed', number: 1, added: false });
  });

  it('keeps the newest thousand', async () => {
    for (let number = 1; number <= 1_005; number += 1) await store.activities.append(KEY, `m${number}`, `${number}`);
    const kept = await said();
    expect(kept).toHaveLength(1_000);
    expect(kept[0]).toBe('6');
  });

  it('forgets what was said with the conversation, on the disk too, and still knows it when it comes again', async () => {
    await store.save(KEY, 0, '{}');
    await store.activities.append(KEY, 'm1', 'geheim-woord');
    await store.forget(KEY);
    expect(await said()).toEqual([]);
    expect(await store.activities.append(KEY, 'm1', 'geheim-woord')).toEqual({
      kind: 'placed',
      number: 1,
      added: false,
    });
    expect(await store.activities.append(KEY, 'm2', 'daarna')).toEqual({ kind: 'placed', number: 2, added: true });
    expect(await said()).toEqual(['daarna']);
    for (const file of ['conversations.db', 'conversations.db-wal'])
      expect(readFileSync(join(folder, file)).includes('geheim-woord'), file).toBe(false);
  });

  it('deletes a conversation that is not used any more, with its session and deliveries', async () => {
    await store.activities.start(OTHER);
    await store.save(KEY, 0, '{}', { id: 'm1', repliesJson: '["x"]' });
    await store.activities.append(KEY, 'm1', 'x');
    await new Promise((resolve) => setTimeout(resolve, 5));
    const moment = new Date();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await store.activities.append(OTHER, 'm1', 'y');
    await store.activities.deleteUnusedSince(moment, moment);
    expect(await store.activities.find(KEY)).toBeUndefined();
    expect(await store.load(KEY)).toBeUndefined();
    expect(await store.handled(KEY, 'm1')).toBeUndefined();
    expect(await said(KEY)).toEqual([]);
    expect(await said(OTHER)).toEqual(['y']);
  });
});

describe('a conversation in which only the first words were said', () => {
  it('goes earlier, however many there are', async () => {
    const silent = Array.from({ length: 45 }, (_, place) => ({ ...KEY, conversation: `silent${place}` }));
    for (const key of silent) {
      await store.activities.start(key);
      await store.activities.append(key, 'start', 'welkom');
    }
    await store.activities.append(KEY, 'm1', 'x');
    await store.activities.append(KEY, 'm2', 'y');
    await store.activities.deleteUnusedSince(new Date(0), new Date(Date.now() + 1_000));
    expect(await store.activities.count()).toBe(1);
    expect(await said()).toEqual(['x', 'y']);
  });
});

describe('votes', () => {
  it('are counted by topic and level, the last one on an answer', async () => {
    await store.feedback.vote('answer1', ['loon', 'wia'], 'nl-B1', 'helpful');
    await store.feedback.vote('answer1', ['loon', 'wia'], 'nl-B1', 'unhelpful');
    await store.feedback.vote('answer2', ['loon'], 'nl-B1', 'unhelpful');
    await store.feedback.vote('answer3', ['loon'], 'en', 'helpful');
    expect(await store.feedback.counts()).toEqual([
      { topic: 'loon', level: 'nl-B1', helpful: 0, unhelpful: 2 },
      { topic: 'wia', level: 'nl-B1', helpful: 0, unhelpful: 1 },
      { topic: 'loon', level: 'en', helpful: 1, unhelpful: 0 },
    ]);
  });
});
