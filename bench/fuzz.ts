import { inspect } from 'node:util';
import fc from 'fast-check';
import { readActivity } from '../src/channels/bot/activity.ts';
import { readPress } from '../src/channels/bot/cards/press-data.ts';
import { DataAddresses } from '../src/channels/data-addresses.ts';
import { composeAssistant, today } from '../src/compose.ts';
import { readSavedPlan } from '../src/conversation/saved-plan.ts';
import { newSession, reviveSession } from '../src/conversation/session.ts';
import { turn } from '../src/conversation/turn.ts';
import { createRedactor } from '../src/redaction/redactor.ts';
import { textsIn } from '../src/redaction/texts-in.ts';
import { SEAL_KEY_LENGTH } from '../src/store/seal.ts';
import { timing, timingLine } from './timing.ts';

const STRINGS = 100_000;

/** Of each other kind of input. */
const OTHERS = 20_000;

/** So many of the slowest are tried again, so many times. */
const SLOWEST = 200;
const AGAIN = 5;

/** Seed of the strings: each run is the same. */
const SEED = 20_261_122;

const WORDS = [
  'spoor',
  'spoor 2',
  'wia',
  'zelfmoord',
  're-integratie',
  'en',
  'niet',
  'https://a.b/c',
  '112',
  '1)',
  '**',
];

/** Beginnings and pieces of what names a person. */
const PERSONAL = [
  'nl91 abna ',
  '12-',
  '06 ',
  'a@',
  'J. ',
  'van de ',
  'ik heet ',
  'straat 1 ',
  'depresi ',
  'zqxwv ',
  '(+',
  "'",
  'maart ',
];

/** Values that a program may trip over. */
const ODD_VALUES: readonly unknown[] = [null, -1, 1e308, '', [], {}, [[]], { id: null }, { __proto__: 1 }, true];

/** A kept plan, the data of a button and an activity, as they are when nobody meddled. */
const PLAN = {
  request: { firstSickDay: '2025-03-12' },
  audience: 'employee',
  level: 'nl-B1',
  agreedOn: '2026-01-01',
  keptUntil: '2027-01-01',
};
const PRESS = {
  say: 'ja',
  input: 'choice',
  choice: 'ja',
  form: 'termijnen',
  more: { last: 1, topics: ['wat-is-spoor-2'] },
  turn: 1,
  question: 'q',
  onlyNow: true,
};
const ACTIVITY = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'tenant' },
  from: { id: '29:1', aadObjectId: 'person' },
  recipient: { id: '28:bot', name: 'bot' },
  text: 'hallo',
  locale: 'nl-NL',
  value: PRESS,
  channelData: { tenant: { id: 'tenant' } },
  membersAdded: [{ id: '28:bot' }],
  entities: [{ type: 'mention', mentioned: { id: '28:bot' }, text: '<at>bot</at>' }],
};

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'i', 'n', 'o', 'r', 's', 't'];

/** Everything that a channel may let through, up to 20,000 characters: Unicode, control characters, repetition, near words. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 2_500 }),
  fc.string({ unit: 'grapheme', maxLength: 500 }),
  fc.tuple(fc.string({ unit: 'binary', minLength: 1, maxLength: 5 }), fc.nat(4_000)).map(([part, n]) => part.repeat(n)),
  fc.tuple(fc.constantFrom(...WORDS), fc.nat(2_000)).map(([word, n]) => `${word} `.repeat(n)),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 400 }).map((words) => words.join(' ')),
  fc
    .array(fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 4, maxLength: 40 }), { maxLength: 80 })
    .map((words) => words.join(' ')),
  fc
    .tuple(fc.constantFrom('?', '!', '.', '\n', '\u200b', '\u0301', '\ud83d', '<b>', '${', '((', '%00'), fc.nat(10_000))
    .map(([part, n]) => part.repeat(n)),
);

/** What almost names a person, over and over. */
const nearlyPersonal = fc.oneof(
  fc.tuple(fc.constantFrom(...PERSONAL), fc.nat(1_000)).map(([part, n]) => part.repeat(n)),
  fc.array(fc.constantFrom(...PERSONAL), { maxLength: 300 }).map((parts) => parts.join('')),
);

/** JSON as nobody of ours writes it: any at all, very deep, or genuine with one field that holds something else. */
function hostileJson(genuine: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  return hostileJsonText(genuine).map((text) => JSON.parse(text) as unknown);
}

function hostileJsonText(genuine: Readonly<Record<string, unknown>>): fc.Arbitrary<string> {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 5 }), hostile, fc.constantFrom(...ODD_VALUES));
  return fc.oneof(
    value.map((odd) => JSON.stringify(odd)),
    fc.nat(5_000).map(deep),
    fc
      .tuple(fc.constantFrom(...Object.keys(genuine), '__proto__', 'constructor', 'toString'), value)
      .map(([name, odd]) => JSON.stringify({ ...genuine, [name]: odd })),
  );
}

function deep(levels: number): string {
  return `${'{"a":['.repeat(levels)}1${']}'.repeat(levels)}`;
}

/** A kind of hostile input, and what must come through it without an error. */
interface Target<T> {
  name: string;
  inputs: fc.Arbitrary<T>;
  /** How many of them. */
  count: number;
  work: (input: T) => unknown;
}

/** The worst time of hostile inputs at each door that reads what others wrote. @throws Error when one of them fails */
export function benchFuzz(dataDir: string): void {
  const assistant = composeAssistant({ dataDir });
  const { topics, signposts, vocabulary, phrases, outOfScope, messages, healthWords } = assistant.knowledge;
  const session = newSession();
  // The first question of a process also folds the phrasings.
  const first = performance.now();
  turn({ text: 'Wat is spoor 2?' }, session, today(), assistant);
  const firstTurn = performance.now() - first;
  console.log(`\n${'the first turn of a process'.padEnd(34)} ${firstTurn.toFixed(0)} ms`);

  attack({
    name: 'a turn with a hostile text',
    inputs: hostile,
    count: STRINGS,
    work: (text) => {
      if (turn({ text }, session, today(), assistant).replies.length !== 1) throw new Error('not one reply');
    },
  });

  const redact = createRedactor({
    healthWords,
    vocabulary: textsIn([topics, signposts, vocabulary, phrases, outOfScope, messages]),
  });
  attack({
    name: 'taking out what names a person',
    inputs: fc.oneof(hostile, nearlyPersonal),
    count: OTHERS,
    work: (text) => redact(text),
  });

  const dialog = turn({ text: 'termijnen' }, session, today(), assistant).session;
  attack({
    name: 'a turn with a hostile session',
    inputs: hostileJson({
      ...dialog,
      dialog: dialog.dialog ?? null,
      choice: { options: ['wat-is-spoor-2'], open: true },
    }),
    count: OTHERS,
    work: (stored) => turn({ text: 'ja' }, reviveSession(stored), today(), assistant),
  });

  attack({
    name: 'a kept plan',
    inputs: hostileJsonText(PLAN),
    count: OTHERS,
    work: (stored) => {
      const plan = readSavedPlan(stored);
      if (plan !== undefined) turn({ text: 'mijn plan', plan }, session, today(), assistant);
    },
  });

  const addresses = new DataAddresses(() => [Buffer.alloc(SEAL_KEY_LENGTH, 7)], '', messages);
  const now = new Date();
  const { url = '' } = addresses.link({ channel: 'msteams', conversation: 'a:1' }, 'nl-B1', now);
  const genuine = url.split('/')[2] ?? '';
  attack({
    name: "an address of someone's data",
    inputs: hostileTokens(genuine),
    count: OTHERS,
    work: (token) => {
      if (token !== genuine && addresses.open(token, now).kind === 'ok')
        throw new Error('a token that was not given out');
    },
  });

  attack({
    name: 'data of a pressed button',
    inputs: hostileJson(PRESS),
    count: OTHERS,
    work: (value) => readPress(value, 0),
  });
  attack({ name: 'a body of the Bot Framework', inputs: hostileJson(ACTIVITY), count: OTHERS, work: readActivity });
}

/** The slowest inputs are tried again, each with its quickest time: what slowed the machine for a moment does not count. */
function attack<T>({ name, inputs, count, work }: Target<T>): void {
  const timed: { ms: number; input: T }[] = [];
  const timeOf = (input: T): number => {
    const start = performance.now();
    work(input);
    return performance.now() - start;
  };
  fc.assert(
    fc.property(inputs, (input) => {
      timed.push({ ms: timeOf(input), input });
    }),
    { numRuns: count, seed: SEED },
  );
  const again = timed
    .toSorted((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST)
    .map(({ input }) => ({ input, ms: Math.min(...Array.from({ length: AGAIN }, () => timeOf(input))) }));
  const worst = again.reduce((a, b) => (b.ms > a.ms ? b : a));
  // Some are nested too deep to be JSON again.
  const shown = typeof worst.input === 'string' ? worst.input : inspect(worst.input, { breakLength: Infinity });
  console.log(timingLine(name, timing(timed.map(({ ms }) => ms))));
  console.log(
    `${'  the slowest, tried again'.padEnd(34)} ${worst.ms.toFixed(3)} ms, ${shown.length} characters: ${JSON.stringify(shown.slice(0, 50))}`,
  );
}

/** Texts at addresses: a genuine token with some characters changed, cut off or added, and anything else. */
function hostileTokens(genuine: string): fc.Arbitrary<string> {
  const letter = fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '-', '_', '=', '.', '%', '/');
  return fc.oneof(
    hostile,
    fc.string({ unit: letter, maxLength: 8_000 }),
    fc.tuple(fc.nat(genuine.length), letter).map(([at, one]) => genuine.slice(0, at) + one + genuine.slice(at + 1)),
    fc.nat(genuine.length).map((length) => genuine.slice(0, length)),
    fc.string({ unit: letter, minLength: 1, maxLength: 4_000 }).map((more) => genuine + more),
  );
}
