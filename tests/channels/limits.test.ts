import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from '../../src/channels/bot/pace.ts';
import { readActivity, type IncomingActivity } from '../../src/channels/bot/activity.ts';
import { Counter } from '../../src/channels/http/limits.ts';
import { noMetrics } from '../../src/telemetry/metrics.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a counter', () => {
  it('allows so many times, says how long to wait, and allows again after that', async () => {
    const counter = new Counter({ times: 2, within: 60 });
    expect([await counter.allows('a'), await counter.allows('a'), await counter.allows('a')]).toEqual([
      true,
      true,
      false,
    ]);
    vi.advanceTimersByTime(20_500);
    expect(await counter.judge('a')).toEqual({ kind: 'refused', wait: 40, isFirst: false });
    await expect(counter.count('a')).rejects.toMatchObject({ problem: { status: 429, retryAfter: 40 } });
    vi.advanceTimersByTime(39_500);
    expect(await counter.allows('a')).toBe(true);
  });

  it('names the first refusal of each time, and tells of all', async () => {
    let told = 0;
    const counter = new Counter({ times: 1, within: 60 }, () => (told += 1));
    const firsts = async () => {
      const verdicts = [await counter.judge('a'), await counter.judge('a'), await counter.judge('a')];
      return verdicts.map((verdict) => verdict.kind === 'refused' && verdict.isFirst);
    };
    expect(await firsts()).toEqual([false, true, false]);
    vi.advanceTimersByTime(60_000);
    expect(await firsts()).toEqual([false, true, false]);
    expect(told).toBe(4);
  });

  it('keeps a bounded number of counts, however many come', async () => {
    const counter = new Counter({ times: 1, within: 60 }, undefined, 100);
    for (let number = 0; number < 2_000; number += 1) await counter.allows(`someone ${number}`);
    expect(vi.getTimerCount()).toBe(100);
  });
});

function activityOf(other: Record<string, unknown> = {}): IncomingActivity {
  const result = readActivity({
    type: 'message',
    channelId: 'msteams',
    conversation: { id: 'group' },
    from: { id: 'one' },
    recipient: { id: 'bot' },
    ...other,
  });
  if ('problem' in result) throw new Error(result.problem);
  return result.activity;
}

describe('the pace of people in a channel', () => {
  const few = { messagesPerPerson: { times: 2, within: 60 }, messagesPerConversation: { times: 5, within: 60 } };

  it('is counted by person: who is too fast is told once, and others go on', async () => {
    const pace = new Pace(few);
    const verdicts = [];
    for (let times = 0; times < 5; times += 1) verdicts.push(await pace.judge(activityOf()));
    expect(verdicts).toEqual(['handle', 'handle', 'tell', 'ignore', 'ignore']);
    expect(await pace.judge(activityOf({ from: { id: 'other' } }))).toBe('handle');
    vi.advanceTimersByTime(60_000);
    expect(await pace.judge(activityOf())).toBe('handle');
  });

  it('is counted by conversation, whoever speaks', async () => {
    const pace = new Pace(few);
    const verdicts = [];
    for (let number = 0; number < 8; number += 1)
      verdicts.push(await pace.judge(activityOf({ from: { id: `person ${number}` } })));
    expect(verdicts).toEqual([...Array<string>(5).fill('handle'), 'tell', 'ignore', 'ignore']);
    expect(await pace.judge(activityOf({ conversation: { id: 'another' } }))).toBe('handle');
  });

  it('is not counted for what no person does, and a request for an answer is not told in words', async () => {
    const pace = new Pace(few);
    for (let times = 0; times < 20; times += 1)
      expect(await pace.judge(activityOf({ type: 'conversationUpdate' }))).toBe('handle');
    const verdicts = [];
    for (let times = 0; times < 4; times += 1) verdicts.push(await pace.judge(activityOf({ type: 'invoke' })));
    expect(verdicts).toEqual(['handle', 'handle', 'ignore', 'ignore']);
  });

  it('lets a person send 60 messages a minute', async () => {
    const limited: string[] = [];
    const pace = new Pace(undefined, { ...noMetrics, limited: (limit) => limited.push(limit) });
    for (let times = 0; times < 60; times += 1) expect(await pace.judge(activityOf())).toBe('handle');
    expect(await pace.judge(activityOf())).toBe('tell');
    expect(limited).toEqual(['messagesPerPerson']);
  });
});
