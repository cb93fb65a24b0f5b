import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationKey, Delivery, KeptPlan, SavedTurn } from '../../src/store/conversation-store.ts';
import type { Store } from '../../src/store/store.ts';

/** One empty database of an engine. */
export interface TestDatabase {
  /** Opens it, as one more process would. */
  open(): Promise<Store>;
  /** Everything that can be read of it by who has it, table by table. */
  tables(): Promise<Record<string, unknown[]>>;
  remove(): Promise<void>;
}

export interface TestEngine {
  name: string;
  start(): Promise<void>;
  newDatabase(): Promise<TestDatabase>;
  stop(): Promise<void>;
}

const KEY = { channel: 'msteams', conversation: 'a:1' };
const SAME_ID = { channel: 'webchat', conversation: 'a:1' };
const LOGGED = { channel: 'directline', conversation: 'c1' };
const OTHER_LOGGED = { channel: 'directline', conversation: 'c2' };

const NOW = new Date();
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const LONG_AGO = later(-60);
const SOON = later(60);

const delivery = (id: string, outgoingJson = '["hoi"]', due = SOON): Delivery => ({ id, outgoingJson, due });
const turn = (sessionJson: string, more: Omit<SavedTurn, 'sessionJson'> = {}): SavedTurn => ({ sessionJson, ...more });
const plan = (json: string, ...names: readonly string[]): KeptPlan => ({
  json,
  until: SOON,
  reminders: names.map((name) => ({ name, json: `"${json} ${name}"`, due: NOW })),
});
const places = (count: number) => Array.from({ length: count }, (_, place) => place);
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));

/** What every engine behind the store port does. */
export function contract(engine: TestEngine): void {
  let database: TestDatabase;
  let store: Store;
  let second: Store;

  beforeAll(() => engine.start());
  afterAll(() => engine.stop());

  beforeEach(async () => {
    database = await engine.newDatabase();
    store = await database.open();
    second = await database.open();
  });

  afterEach(async () => {
    await Promise.all([store.close(), second.close()]);
    await database.remove();
  });

  const open = (key: ConversationKey = KEY, deliveryId?: string) => store.conversations.open(key, deliveryId);
  const save = (key: ConversationKey, expected: number, saved: SavedTurn) =>
    store.conversations.save(key, expected, saved);
  const waiting = async (at = later(120)) =>
    (await store.outbox.claim(at, at, 1_000)).map(({ kind, json }) => `${kind} ${json}`).sort();
  const claim = (now: Date, until: Date, limit: number) => store.outbox.claim(now, until, limit);
  const said = async (key: ConversationKey = LOGGED) =>
    (await store.activities.after(key, 0, 10_000)).map(({ json }) => json);
  const everything = async () => JSON.stringify(await database.tables());

  describe('sessions', () => {
    it('are kept for the next process', async () => {
      expect(await open()).toEqual({});
      expect(await save(KEY, 0, turn('{"a":1}'))).toBe(true);
      expect(await second.conversations.open(KEY)).toEqual({ session: { json: '{"a":1}', version: 1 } });
    });

    it('of the same id on two channels are kept apart', async () => {
      await save(KEY, 0, turn('1'));
      await save(SAME_ID, 0, turn('2'));
      expect((await open(KEY)).session?.json).toBe('1');
      expect((await open(SAME_ID)).session?.json).toBe('2');
    });

    it('are not saved over a version that was not opened, and nothing else of that turn is', async () => {
      await save(KEY, 0, turn('first'));
      expect(await save(KEY, 0, turn('second', { delivery: delivery('m2'), plan: plan('p', 'r') }))).toBe(false);
      expect(await open(KEY, 'm2')).toEqual({ session: { json: 'first', version: 1 } });
      expect(await waiting()).toEqual([]);
      expect(await save(KEY, 1, turn('third'))).toBe(true);
      expect(await save(KEY, 1, turn('fourth'))).toBe(false);
      expect(await save(SAME_ID, 1, turn('of nothing'))).toBe(false);
      expect((await open()).session).toEqual({ json: 'third', version: 2 });
    });

    it('are not saved for a delivery that was handled, also when all was forgotten since', async () => {
      await save(KEY, 0, turn('first', { delivery: delivery('m1') }));
      await store.conversations.forget(KEY);
      expect(await save(KEY, 0, turn('again', { delivery: delivery('m1') }))).toBe(false);
      expect(await open()).toEqual({});
      expect(await waiting()).toEqual([]);
    });

    it('lose no turn when fifty save at the same time', async () => {
      const add = async (by: Store): Promise<void> => {
        const { session } = await by.conversations.open(KEY);
        const json = String(Number(session?.json ?? 0) + 1);
        if (!(await by.conversations.save(KEY, session?.version ?? 0, turn(json)))) await add(by);
      };
      await Promise.all(places(50).map((place) => add(place % 2 === 0 ? store : second)));
      expect((await open()).session).toEqual({ json: '50', version: 50 });
    });

    it('go when they were not used since a moment; a kept plan stays', async () => {
      await save(KEY, 0, turn('old', { plan: plan('plan') }));
      await store.conversations.deleteSessionsBefore(LONG_AGO);
      expect((await open()).session?.json).toBe('old');
      await pause();
      const moment = new Date();
      await pause();
      await save(SAME_ID, 0, turn('new'));
      await store.conversations.deleteSessionsBefore(moment);
      expect(await open()).toEqual({ planJson: 'plan' });
      expect((await open(SAME_ID)).session?.json).toBe('new');
    });

    it('take names and words that mean something to a database as what they are', async () => {
      const odd = { channel: "x'; DROP TABLE session; --", conversation: '"%_\\$1 {a,NULL}\u{1f600}é' };
      await save(odd, 0, turn("'\\{}", { delivery: delivery("m'1", '["\\"]') }));
      expect(await open(odd, "m'1")).toEqual({
        session: { json: "'\\{}", version: 1 },
        delivery: { outgoingJson: '["\\"]' },
      });
    });

    it('belong to a conversation whose name holds a character without a picture', async () => {
      const odd = { channel: 'webchat', conversation: 'a\0b' };
      await save(odd, 0, turn('{}'));
      expect((await open(odd)).session?.json).toBe('{}');
    });
  });

  describe('deliveries', () => {
    it('are remembered with what is to be sent, until it was', async () => {
      await save(KEY, 0, turn('{}', { delivery: delivery('m1', '["hoi"]') }));
      expect((await open(KEY, 'm1')).delivery).toEqual({ outgoingJson: '["hoi"]' });
      expect((await open(KEY, 'm2')).delivery).toBeUndefined();
      expect((await open(SAME_ID, 'm1')).delivery).toBeUndefined();
      await store.conversations.sent(KEY, 'm1');
      await store.conversations.sent(KEY, 'm1');
      expect((await second.conversations.open(KEY, 'm1')).delivery).toEqual({});
      expect(await waiting()).toEqual([]);
    });

    it('leave marks that go after a time', async () => {
      await save(KEY, 0, turn('{}', { delivery: delivery('m1') }));
      await store.conversations.dropDeliveriesBefore(LONG_AGO);
      expect((await open(KEY, 'm1')).delivery).toBeDefined();
      await store.conversations.dropDeliveriesBefore(SOON);
      expect((await open(KEY, 'm1')).delivery).toBeUndefined();
    });
  });

  describe('a kept plan', () => {
    it('stands beside the session until it is replaced, with its reminders, or deleted', async () => {
      await save(KEY, 0, turn('1', { plan: plan('first', 'a', 'b') }));
      await save(KEY, 1, turn('2'));
      expect((await open()).planJson).toBe('first');
      expect(await waiting()).toEqual(['reminder "first a"', 'reminder "first b"']);
      await save(KEY, 2, turn('3', { plan: plan('second', 'b', 'c') }));
      expect((await open()).planJson).toBe('second');
      expect(await waiting()).toEqual(['reminder "second b"', 'reminder "second c"']);
      await save(KEY, 3, turn('4', { plan: null, delivery: delivery('m4', '["weg"]') }));
      expect(await open()).toEqual({ session: { json: '4', version: 4 } });
      expect(await waiting()).toEqual(['replies ["weg"]']);
    });

    it('has a reminder once for each name', async () => {
      await save(KEY, 0, turn('1', { plan: plan('p', 'a', 'a') }));
      await save(SAME_ID, 0, turn('1', { plan: plan('p', 'a') }));
      expect(await waiting()).toEqual(['reminder "p a"', 'reminder "p a"']);
    });

    it('goes with its reminders when its time has passed, and with nothing else', async () => {
      await save(KEY, 0, turn('1', { plan: { ...plan('past', 'a'), until: LONG_AGO }, delivery: delivery('m1') }));
      await save(SAME_ID, 0, turn('1', { plan: plan('present', 'b') }));
      await store.conversations.deletePlansPast(NOW);
      expect(await open()).toEqual({ session: { json: '1', version: 1 } });
      expect((await open(SAME_ID)).planJson).toBe('present');
      expect(await waiting()).toEqual(['reminder "present b"', 'replies ["hoi"]']);
    });
  });

  describe('forgetting', () => {
    it('leaves nothing of a conversation in any table but marks that name nothing', async () => {
      const secret = { channel: 'msteams', conversation: 'geheim-gesprek' };
      await save(secret, 0, turn('geheim-1', { delivery: delivery('m1', 'geheim-2'), plan: plan('geheim-3', 'a') }));
      await save(KEY, 0, turn('van een ander', { delivery: delivery('m1', 'ook'), plan: plan('plan', 'a') }));
      expect(await everything()).toContain('geheim');
      await store.conversations.forget(secret, delivery('m2', '["gewist"]'));
      expect(await open(secret, 'm2')).toEqual({ delivery: { outgoingJson: '["gewist"]' } });
      await store.conversations.sent(secret, 'm2');
      expect(await everything()).not.toContain('geheim');
      for (const id of ['m1', 'm2']) expect(await open(secret, id)).toEqual({ delivery: {} });
      expect(await open(KEY, 'm1')).toEqual({
        session: { json: 'van een ander', version: 1 },
        planJson: 'plan',
        delivery: { outgoingJson: 'ook' },
      });
      expect(await waiting()).toEqual(['reminder "plan a"', 'replies ook']);
    });

    it('lets the conversation begin anew', async () => {
      await save(KEY, 0, turn('1'));
      await store.conversations.forget(KEY);
      await store.conversations.forget(KEY);
      expect(await save(KEY, 1, turn('2'))).toBe(false);
      expect(await save(KEY, 0, turn('2'))).toBe(true);
    });

    it('takes the words out of the log, where what was said is still known when it comes again', async () => {
      await store.activities.start(LOGGED);
      await store.activities.append(LOGGED, 'm1', 'geheim-woord');
      await store.conversations.forget(LOGGED);
      expect(await said()).toEqual([]);
      expect(await everything()).not.toContain('geheim-woord');
      expect(await store.activities.append(LOGGED, 'm1', 'geheim-woord')).toEqual({
        kind: 'placed',
        number: 1,
        added: false,
      });
      expect(await store.activities.append(LOGGED, 'm2', 'daarna')).toEqual({ kind: 'placed', number: 2, added: true });
      expect(await said()).toEqual(['daarna']);
    });

    it('and saving at the same time end as if one came after the other', async () => {
      for (const round of places(40)) {
        // Every other one is a first turn, which finds no row to wait for.
        const key = { ...LOGGED, conversation: `round ${Math.floor(round / 2)}` };
        await store.activities.start(key);
        const { session } = await open(key);
        const [saved] = await Promise.all([
          save(key, session?.version ?? 0, turn('x', { delivery: delivery(`m${round}`), plan: plan('p', 'a') })),
          second.conversations.forget(key, delivery(`m${round}`)),
          store.activities.append(key, `m${round}`, 'x'),
        ]);
        const after = await open(key);
        expect(after.planJson === undefined).toBe(after.session === undefined);
        if (!saved) expect(after.session).toBeUndefined();
      }
    });
  });

  describe('the outbox', () => {
    it('hands out what is due, the longest waiting first, until it is removed', async () => {
      await save(KEY, 0, turn('1', { delivery: delivery('m1', 'second', later(-1)) }));
      await save(KEY, 1, turn('2', { delivery: delivery('m2', 'first', later(-2)) }));
      await save(KEY, 2, turn('3', { delivery: delivery('m3', 'not yet', later(1)) }));
      expect(await store.outbox.overdue(NOW)).toEqual({ count: 2, since: later(-2) });
      const [first, ...none] = await claim(NOW, later(5), 1);
      expect(none).toEqual([]);
      expect(first).toEqual({
        ...KEY,
        mark: expect.any(String) as string,
        claim: later(5),
        kind: 'replies',
        json: 'first',
        failures: 0,
      });
      expect((await claim(NOW, later(5), 9)).map(({ json }) => json)).toEqual(['second']);
      expect(await claim(NOW, later(5), 9)).toEqual([]);
      if (first) await store.outbox.remove(first);
      const again = await claim(later(5), later(9), 9);
      expect(again.map(({ json }) => json).sort()).toEqual(['not yet', 'second']);
      expect(await store.outbox.overdue(NOW)).toEqual({ count: 0 });
    });

    it('leaves alone what is held, counts what failed, and drops what is too late', async () => {
      await save(KEY, 0, turn('1', { delivery: delivery('m1', 'late', later(-10)) }));
      await save(KEY, 1, turn('2', { delivery: delivery('m2', 'held', later(-10)) }));
      const entry = (await claim(NOW, later(-5), 9)).find(({ json }) => json === 'held');
      if (entry === undefined) throw new Error('it was not handed out');
      expect(await store.outbox.hold(entry, later(3), true)).toBe(true);
      await store.outbox.dropRepliesDueBefore(later(-6));
      expect(await store.outbox.overdue(NOW)).toEqual({ count: 1, since: later(-5) });
      await save(KEY, 2, turn('3', { plan: plan('p', 'r') }));
      await store.outbox.dropRepliesDueBefore(NOW);
      const left = await claim(later(9), later(20), 9);
      expect(left.map(({ json, failures }) => `${json} ${failures}`).sort()).toEqual(['"p r" 0', 'held 1']);
      expect((await open(KEY, 'm1')).delivery).toEqual({});
    });

    it('lets nobody hold or remove what another holds, or what was put there anew', async () => {
      await save(KEY, 0, turn('1', { plan: plan('p', 'r') }));
      const [mine] = await claim(NOW, later(1), 9);
      const [theirs] = await claim(later(1), later(9), 9);
      if (mine === undefined || theirs === undefined) throw new Error('it was not handed out');
      expect(await store.outbox.hold(mine, later(20))).toBe(false);
      await store.outbox.remove(mine);
      expect(await store.outbox.overdue(later(9))).toMatchObject({ count: 1 });
      await save(KEY, 1, turn('2', { plan: plan('q', 'r') }));
      await store.outbox.remove(theirs);
      expect(await waiting()).toEqual(['reminder "q r"']);
    });

    it('gives each entry to one of several that claim at the same time', async () => {
      const names = places(60).map((place) => `r${String(place).padStart(2, '0')}`);
      await save(KEY, 0, turn('1', { plan: plan('p', ...names) }));
      const claims = await Promise.all(
        places(8).map((place) => (place % 2 === 0 ? store : second).outbox.claim(later(1), later(9), 10)),
      );
      const marks = claims.flat().map(({ mark }) => mark);
      expect(new Set(marks).size).toBe(marks.length);
      const rest = await store.outbox.claim(later(1), later(9), 100);
      expect(marks.length + rest.length).toBe(60);
    });
  });

  describe('the log of activities', () => {
    beforeEach(async () => {
      await store.activities.start(LOGGED);
    });

    it('starts a conversation once, and takes nothing for one that was not started', async () => {
      expect(await store.activities.start(LOGGED)).toBe(false);
      expect(await store.activities.start(OTHER_LOGGED)).toBe(true);
      expect(await store.activities.append({ ...LOGGED, conversation: 'c3' }, 'm', 'x')).toEqual({ kind: 'unknown' });
      expect(await store.activities.find({ ...LOGGED, conversation: 'c3' })).toBeUndefined();
      expect(await store.activities.count()).toBe(2);
    });

    it('numbers what is said within each conversation, and reads on after a number', async () => {
      await store.activities.start(OTHER_LOGGED);
      for (const json of ['a', 'b', 'c']) await store.activities.append(LOGGED, json, json);
      expect(await store.activities.append(OTHER_LOGGED, 'a', 'other')).toEqual({
        kind: 'placed',
        number: 1,
        added: true,
      });
      expect(await store.activities.after(LOGGED, 1, 1)).toEqual([{ number: 2, json: 'b' }]);
      expect(await store.activities.find(LOGGED)).toEqual({ last: 3, ended: false });
    });

    it('takes the same mark once, also at the same time', async () => {
      const placed = await Promise.all(
        places(6).map((place) => (place % 2 === 0 ? store : second).activities.append(LOGGED, 'm', `${place}`)),
      );
      expect(placed.map((one) => one.kind === 'placed' && one.number)).toEqual(places(6).map(() => 1));
      expect(placed.filter((one) => one.kind === 'placed' && one.added)).toHaveLength(1);
      expect(await said()).toHaveLength(1);
    });

    it('has no gap and no number twice when two processes add two hundred at once', async () => {
      const placed = await Promise.all(
        places(200).map((place) => (place % 2 === 0 ? store : second).activities.append(LOGGED, `m${place}`, 'x')),
      );
      const numbers = placed.flatMap((one) => (one.kind === 'placed' ? [one.number] : []));
      expect(numbers.sort((one, other) => one - other)).toEqual(places(200).map((place) => place + 1));
      expect(await store.activities.find(LOGGED)).toEqual({ last: 200, ended: false });
    });

    it('takes nothing more once a conversation has ended, but knows what it took', async () => {
      await store.activities.append(LOGGED, 'm1', 'x');
      await store.activities.end(LOGGED);
      expect(await store.activities.find(LOGGED)).toEqual({ last: 1, ended: true });
      expect(await store.activities.append(LOGGED, 'm2', 'y')).toEqual({ kind: 'ended' });
      expect(await store.activities.append(LOGGED, 'm1', 'x')).toEqual({ kind: 'placed', number: 1, added: false });
    });

    it('puts other words in the place of an activity', async () => {
      for (const json of ['a', 'b']) await store.activities.append(LOGGED, json, json);
      await store.activities.replace(LOGGED, 1, 'x');
      expect(await said()).toEqual(['x', 'b']);
      await store.conversations.forget(LOGGED);
      await store.activities.replace(LOGGED, 1, 'y');
      expect(await said(), 'what was forgotten stays so').toEqual([]);
    });

    it('keeps the newest thousand', async () => {
      for (const number of places(1_005)) await store.activities.append(LOGGED, `m${number}`, `${number + 1}`);
      const kept = await said();
      expect(kept).toHaveLength(1_000);
      expect(kept[0]).toBe('6');
    });

    it('deletes a conversation that is not used any more, with all that is stored of it', async () => {
      await store.activities.start(OTHER_LOGGED);
      await save(LOGGED, 0, turn('{}', { delivery: delivery('m1'), plan: plan('p', 'a') }));
      await store.activities.append(LOGGED, 'm1', 'x');
      await pause();
      const moment = new Date();
      await pause();
      await store.activities.append(OTHER_LOGGED, 'm1', 'y');
      await store.activities.deleteUnusedSince(moment, moment);
      expect(await store.activities.find(LOGGED)).toBeUndefined();
      expect(await open(LOGGED)).toEqual({});
      expect(await waiting()).toEqual([]);
      expect(await said(LOGGED)).toEqual([]);
      expect(await said(OTHER_LOGGED)).toEqual(['y']);
      expect(await everything()).not.toContain('"c1"');
    });

    it('deletes earlier those in which only the first words were said, however many there are', async () => {
      for (const place of places(45)) {
        const silent = { ...LOGGED, conversation: `silent${place}` };
        await store.activities.start(silent);
        await store.activities.append(silent, 'start', 'welkom');
      }
      await store.activities.append(LOGGED, 'm1', 'x');
      await store.activities.append(LOGGED, 'm2', 'y');
      await Promise.all(
        [store, second].map((by) => by.activities.deleteUnusedSince(new Date(0), new Date(Date.now() + 1_000))),
      );
      expect(await store.activities.count()).toBe(1);
      expect(await said()).toEqual(['x', 'y']);
    });
  });

  describe('votes', () => {
    it('are counted by topic and level, the last one on an answer', async () => {
      await store.feedback.vote('answer1', ['loon', 'wia'], 'nl-B1', 'helpful');
      await store.feedback.vote('answer1', ['wia', 'loon'], 'nl-B1', 'unhelpful');
      await store.feedback.vote('answer2', ['loon', 'loon'], 'nl-B1', 'unhelpful');
      await store.feedback.vote('answer3', ['loon'], 'en', 'helpful');
      expect(await store.feedback.counts()).toEqual([
        { topic: 'loon', level: 'nl-B1', helpful: 0, unhelpful: 2 },
        { topic: 'wia', level: 'nl-B1', helpful: 0, unhelpful: 1 },
        { topic: 'loon', level: 'en', helpful: 1, unhelpful: 0 },
      ]);
    });

    it('on one answer at the same time leave one', async () => {
      await Promise.all(
        places(20).map((place) =>
          (place % 2 === 0 ? store : second).feedback.vote(
            'answer',
            place % 3 === 0 ? ['a', 'b', 'c'] : ['c', 'b', 'a'],
            'en',
            'helpful',
          ),
        ),
      );
      expect(await store.feedback.counts()).toEqual(
        ['a', 'b', 'c'].map((topic) => ({ topic, level: 'en', helpful: 1, unhelpful: 0 })),
      );
    });
  });

  describe('the answers that were shown', () => {
    const ANSWER = { topics: ['loonsanctie', 'uwv-toets'], level: 'nl-B1', place: 'p1' } as const;

    it('are found by their mark, also by the next process', async () => {
      expect(await store.shown.find('m1')).toBeUndefined();
      await store.shown.note('m1', ANSWER);
      expect(await second.shown.find('m1')).toEqual(ANSWER);
      expect(await store.shown.find('m2')).toBeUndefined();
    });

    it('are replaced by the answer that a message shows later', async () => {
      const other = { topics: ['privacy'], level: 'en', place: 'p2' } as const;
      await store.shown.note('m1', ANSWER);
      await store.shown.note('m1', other);
      expect(await store.shown.find('m1')).toEqual(other);
    });

    it('go with the chat that they stand in', async () => {
      await store.shown.note('m1', ANSWER);
      await store.shown.note('m2', { ...ANSWER, place: 'p2' });
      await store.shown.forget('p1');
      expect(await store.shown.find('m1')).toBeUndefined();
      expect(await store.shown.find('m2')).toBeDefined();
    });

    it('are dropped once they are old, together with the marks of counted votes', async () => {
      await store.shown.note('m1', ANSWER);
      await store.shown.noteCounted('v1');
      await store.shown.dropBefore(LONG_AGO);
      expect(await store.shown.find('m1')).toEqual(ANSWER);
      expect(await store.shown.wasCounted('v1')).toBe(true);
      await store.shown.dropBefore(SOON);
      expect(await store.shown.wasCounted('v1')).toBe(false);
      expect(await everything()).not.toContain('uwv-toets');
    });

    it('have votes that are counted once, however often they are noted', async () => {
      expect(await store.shown.wasCounted('v1')).toBe(false);
      await store.shown.noteCounted('v1');
      await store.shown.noteCounted('v1');
      expect(await store.shown.wasCounted('v1')).toBe(true);
      expect(await store.shown.wasCounted('v2')).toBe(false);
    });
  });

  describe('questions for the editor', () => {
    it('come with the newest day first, by their words, until they are old', async () => {
      const question = (text: string, day: string) =>
        ({ text, decision: 'clarify', topics: ['loon', 'a,"b"'], level: 'nl-A2', day }) as const;
      const kept = [question('wat', '2026-03-01'), question('éh', '2026-03-02'), question('Hoe', '2026-03-02')];
      for (const one of kept) await store.questions.keep(one);
      expect(await second.questions.all()).toEqual([kept[2], kept[1], kept[0]]);
      await store.questions.dropBefore('2026-03-02');
      expect((await store.questions.all()).map(({ text }) => text)).toEqual(['Hoe', 'éh']);
    });
  });

  describe('switches', () => {
    it('stay off since they were first switched off, until they are on', async () => {
      expect(await store.switches.all()).toEqual([]);
      await store.switches.off('wia', LONG_AGO);
      await store.switches.off('everything', NOW);
      await store.switches.off('wia', NOW);
      expect(await second.switches.all()).toEqual([
        { what: 'everything', since: NOW },
        { what: 'wia', since: LONG_AGO },
      ]);
      expect(await second.switches.on('wia')).toBe(true);
      expect(await second.switches.on('wia')).toBe(false);
      expect(await store.switches.all()).toEqual([{ what: 'everything', since: NOW }]);
    });
  });

  describe('the store itself', () => {
    it('says that it works only while it can be used', async () => {
      await expect(store.check()).resolves.toBeUndefined();
      await second.close();
      await expect(second.check()).rejects.toThrow();
      second = await database.open();
    });

    it('runs a task on a conversation and gives what became of it', async () => {
      expect(await store.locks.run(KEY, () => Promise.resolve('done'))).toBe('done');
      await expect(store.locks.run(KEY, () => Promise.reject(new Error('went wrong')))).rejects.toThrow('went wrong');
      expect(await second.locks.run(KEY, () => Promise.resolve('again'))).toBe('again');
    });
  });
}
