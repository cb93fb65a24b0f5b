import fc from 'fast-check';
import { composeAssistant, today } from '../src/compose.ts';
import { newSession } from '../src/conversation/session.ts';
import { turn } from '../src/conversation/turn.ts';
import { timing, timingLine } from './timing.ts';

const STRINGS = 100_000;

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

/** The worst time of a whole turn over hostile texts. */
export function benchFuzz(dataDir: string): void {
  const assistant = composeAssistant({ dataDir });
  const session = newSession();
  // The first question of a process also folds the phrasings.
  const first = performance.now();
  turn({ text: 'Wat is spoor 2?' }, session, today(), assistant);
  const firstTurn = performance.now() - first;
  const times: number[] = [];
  let worst = { ms: 0, text: '' };
  fc.assert(
    fc.property(hostile, (text) => {
      const start = performance.now();
      const { replies } = turn({ text }, session, today(), assistant);
      const ms = performance.now() - start;
      times.push(ms);
      if (ms > worst.ms) worst = { ms, text };
      return replies.length === 1;
    }),
    { numRuns: STRINGS, seed: SEED },
  );
  console.log(`\n${'the first turn of a process'.padEnd(34)} ${firstTurn.toFixed(0)} ms`);
  console.log(timingLine('a turn with a hostile text', timing(times)));
  console.log(
    `${'the slowest one'.padEnd(34)} ${worst.text.length} characters: ${JSON.stringify(worst.text.slice(0, 60))}`,
  );
}
