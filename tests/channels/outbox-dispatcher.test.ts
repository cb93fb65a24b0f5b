import { setTimeout } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Inbox } from '../../src/channels/inbox.ts';
import { OutboxDispatcher, type SendLater } from '../../src/channels/outbox-dispatcher.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { dutchDate } from '../../src/shared/date.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { NOTHING_OFF } from '../../src/conversation/switched-off.ts';
import { realAssistant, TODAY } from '../support/assistant.ts';

const KEY = { channel: 'msteams', conversation: 'a:1' };
const TARGET = { where: 'in the chat' };
const DAY = 24 * 60 * 60 * 1000;
const assistant = { ...realAssistant() };

let store: Store;
let inbox: Inbox;
/** What the channel was given by ourselves. */
let later: { target: unknown; replies: readonly Reply[] }[];
/** What the channel does with it. */
let send: SendLater;
let failures: unknown[];
let now: Date;

/** Begins with nothing stored. */
function begin(): void {
  store = openSqliteStore(':memory:');
  inbox = new Inbox({
    assistant,
    conversations: store.conversations,
    locks: store.locks,
    today: () => TODAY,
    ownSending: 0,
  });
}

beforeEach(() => {
  begin();
  later = [];
  failures = [];
  now = new Date();
  send = (_key, target, replies) => {
    later.push({ target, replies });
    return Promise.resolve('sent');
  };
});

afterEach(() => store.close());

const dispatcher = () =>
  new OutboxDispatcher({
    outbox: store.outbox,
    conversations: store.conversations,
    inbox,
    senderFor: (channel) => (channel === KEY.channel ? (...given) => send(...given) : undefined),
    assistant,
    today: () => dutchDate(now),
    onFailure: (error) => failures.push(error),
    now: () => now,
  });

/** Says something in the chat. @param reached whether the answer gets there */
async function say(text: string, id: string, reached = true): Promise<void> {
  const sent = inbox.receive(
    { ...KEY, id, text, canRemind: true },
    { target: TARGET, send: () => (reached ? Promise.resolve() : Promise.reject(new Error('the channel is away'))) },
  );
  await sent.catch(() => undefined);
}

async function sweepAfter(milliseconds: number, by = dispatcher()): Promise<void> {
  now = new Date(now.getTime() + milliseconds);
  await by.sweep();
}

const titles = () =>
  later.flatMap(({ replies }) => replies.flatMap(({ sections }) => sections.map(({ title }) => title)));

describe('replies that were left unsent', () => {
  it('are sent once, to where they belong', async () => {
    await say('Hoe lang duurt spoor 2?', '1', false);
    await Promise.all([sweepAfter(0), sweepAfter(0)]);
    await sweepAfter(DAY);
    expect(later).toHaveLength(1);
    expect(later[0]?.target).toEqual(TARGET);
    expect(titles()).toContain('Hoe lang spoor 2 duurt');
  });

  it('are not sent when they were sent', async () => {
    await say('Hoe lang duurt spoor 2?', '1');
    await sweepAfter(DAY);
    expect(later).toEqual([]);
  });

  it('are tried again with longer and longer pauses, and given up at last', async () => {
    send = () => Promise.reject(new Error('still away'));
    await say('Hoe lang duurt spoor 2?', '1', false);
    const times: number[] = [];
    const start = now.getTime();
    for (let minute = 0; minute < 20 * 60; minute += 1) {
      const before = failures.length;
      await sweepAfter(60_000);
      if (failures.length > before) times.push((now.getTime() - start) / 60_000);
    }
    expect(times).toHaveLength(12);
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(Math.max(...pauses.slice(0, 3))).toBeLessThan(Math.min(...pauses.slice(-3)));
    expect(Math.max(...pauses)).toBeLessThanOrEqual(76);
    expect(await store.outbox.overdue(new Date(now.getTime() + 365 * DAY))).toEqual({ count: 0 });
  });

  it('are gone with everything else that was forgotten', async () => {
    await say('Hoe lang duurt spoor 2?', '1', false);
    await say('vergeet mij', '2');
    await sweepAfter(DAY);
    expect(later).toEqual([]);
  });
});

describe('reminders', () => {
  async function keepPlan(): Promise<void> {
    // A plan whose dates lie ahead of today.
    const firstDay = TODAY.subtract({ weeks: 80 });
    for (const [number, text] of [
      'ik ben werknemer',
      `termijnen ${firstDay.day}-${firstDay.month}-${firstDay.year}`,
      'bewaar mijn plan',
      'ja, bewaar mijn plan',
    ].entries())
      await say(text, `plan ${number}`);
  }

  /** Every day from today, at the end of the day. */
  async function live(days: number): Promise<Temporal.PlainDate[]> {
    now = new Date(TODAY.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '18:00' }).epochMilliseconds);
    const reminded: Temporal.PlainDate[] = [];
    for (let day = 0; day < days; day += 1) {
      const before = later.length;
      await sweepAfter(DAY);
      if (later.length > before) reminded.push(dutchDate(now));
    }
    return reminded;
  }

  it('come on their days, one each, and never on a weekend, over summer time and winter time', async () => {
    await keepPlan();
    const days = await live(400);
    expect(days.length).toBeGreaterThan(4);
    expect(days.filter(({ dayOfWeek }) => dayOfWeek > 5)).toEqual([]);
    const said = later.map(({ replies }) => JSON.stringify(replies));
    expect(new Set(said).size, 'none comes twice').toBe(said.length);
    expect(failures).toEqual([]);
    expect(titles()).toContain('WIA aanvragen bij UWV');
    expect(later.every(({ target }) => JSON.stringify(target) === JSON.stringify(TARGET))).toBe(true);
  });

  it('end with the plan', async () => {
    await keepPlan();
    await say('verwijder mijn plan', 'delete');
    expect(await live(400)).toEqual([]);
  });

  it('are given up after a week in which nobody was there; the plan stays until its term', async () => {
    await keepPlan();
    let asked = 0;
    send = () => {
      asked += 1;
      return Promise.resolve('gone');
    };
    await live(400);
    expect(asked).toBeGreaterThan(7);
    expect(await store.outbox.overdue(new Date(now.getTime() + 365 * DAY))).toEqual({ count: 0 });
    expect((await store.conversations.open(KEY)).planJson).toBeDefined();
  });

  it('wait for the morning', async () => {
    await keepPlan();
    now = new Date(
      TODAY.add({ days: 120 }).toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '02:00' }).epochMilliseconds,
    );
    await sweepAfter(0);
    expect(later).toEqual([]);
    await sweepAfter(10 * 60 * 60 * 1000);
    expect(later).not.toEqual([]);
  });

  it('wait for as long as dates are switched off', async () => {
    await keepPlan();
    assistant.off = { everything: false, topics: new Set(['termijnen']) };
    const days = await live(30);
    assistant.off = NOTHING_OFF;
    expect(days).toEqual([]);
    expect((await live(400)).length).toBeGreaterThan(0);
  });

  it('are sent once by two processes, however slow the channel is', async () => {
    await keepPlan();
    const works = send;
    const other = dispatcher();
    const sweeps: Promise<void>[] = [];
    // So slow that what was claimed together with it is another's before its turn comes.
    send = async (...given) => {
      now = new Date(now.getTime() + 50_000);
      sweeps.push(other.sweep());
      await setTimeout(1);
      return works(...given);
    };
    await live(400);
    await Promise.all(sweeps);
    const said = later.map(({ replies }) => JSON.stringify(replies));
    expect(said.length).toBeGreaterThan(4);
    expect(new Set(said).size).toBe(said.length);
  });

  it('are neither lost nor doubled when the process ends after taking one', async () => {
    await keepPlan();
    await live(400);
    const whole = titles().toSorted();
    later = [];
    await store.close();
    begin();
    await keepPlan();
    const works = send;
    let calls = 0;
    // Every other time the process ends between taking and sending.
    send = (...given) => ((calls += 1) % 2 === 1 ? Promise.reject(new Error('ended')) : works(...given));
    await live(400);
    expect(titles().toSorted()).toEqual(whole);
  });
});
