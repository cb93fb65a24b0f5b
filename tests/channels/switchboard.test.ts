import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERYTHING, Switchboard, withSwitches } from '../../src/channels/switchboard.ts';
import { ask } from '../../src/conversation/ask.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { smallAssistant, TODAY } from '../support/assistant.ts';

const SINCE = new Date('2026-11-22T12:00:00Z');

let store: Store;

beforeEach(() => {
  vi.useFakeTimers();
  store = openSqliteStore(':memory:');
});

afterEach(async () => {
  vi.useRealTimers();
  await store.close();
});

describe('the switchboard', () => {
  it('has nothing off at the start, and all that is off once it was read', async () => {
    await store.switches.off('proefplaatsing', SINCE);
    await store.switches.off(EVERYTHING, SINCE);
    const board = new Switchboard(store.switches, () => undefined);
    expect(board.current()).toEqual({ everything: false, topics: new Set() });
    await board.start();
    expect(board.current()).toEqual({ everything: true, topics: new Set(['proefplaatsing']) });
    board.stop();
  });

  it('knows within two seconds what was switched off and on', async () => {
    const board = new Switchboard(store.switches, () => undefined);
    await board.start();
    await store.switches.off('wia', SINCE);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(board.current().topics.has('wia')).toBe(true);
    await store.switches.on('wia');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(board.current().topics.size).toBe(0);
    board.stop();
  });

  it('changes what the assistant answers from one question to the next', async () => {
    const board = new Switchboard(store.switches, () => undefined);
    await board.start();
    const assistant = withSwitches(smallAssistant(), board);
    const answer = () => ask({ text: 'Wanneer begint spoor 2?' }, TODAY, assistant).topics;
    expect(answer()).toEqual(['begin']);
    await store.switches.off('begin', SINCE);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(answer()).toEqual([]);
    await store.switches.on('begin');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(answer()).toEqual(['begin']);
    board.stop();
  });

  it('gives the same object for as long as nothing changes', async () => {
    await store.switches.off('wia', SINCE);
    const board = new Switchboard(store.switches, () => undefined);
    await board.start();
    const first = board.current();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(board.current()).toBe(first);
    board.stop();
  });

  it('keeps what it knew while the store is away, says so, and reads on when it is back', async () => {
    const failures: unknown[] = [];
    let isAway = false;
    let off = ['wia'];
    const all = () =>
      isAway ? Promise.reject(new Error('away')) : Promise.resolve(off.map((what) => ({ what, since: SINCE })));
    const board = new Switchboard({ all }, (error) => failures.push(error));
    await board.start();
    isAway = true;
    off = [];
    await vi.advanceTimersByTimeAsync(6_000);
    expect(board.current().topics.has('wia')).toBe(true);
    expect(failures).toHaveLength(3);
    isAway = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(board.current().topics.size).toBe(0);
    board.stop();
  });

  it('does not start while it cannot be read: what is off would be answered', async () => {
    const board = new Switchboard({ all: () => Promise.reject(new Error('away')) }, () => undefined);
    await expect(board.start()).rejects.toThrow('away');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks a store that does not answer once, and no more after it was stopped', async () => {
    let asked = 0;
    const never = new Promise<never>(() => undefined);
    const board = new Switchboard({ all: () => (asked++ === 0 ? Promise.resolve([]) : never) }, () => undefined);
    await board.start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asked).toBe(2);
    board.stop();
    const quiet = new Switchboard(store.switches, () => undefined);
    await quiet.start();
    quiet.stop();
    await store.switches.off('wia', SINCE);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(quiet.current().topics.size).toBe(0);
  });
});
