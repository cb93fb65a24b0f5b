import type { DangerPhrases } from '../knowledge/knowledge.ts';
import { editDistance } from '../shared/edit-distance.ts';
import { foldText } from '../shared/text.ts';

export type DangerKind = 'suicide' | 'emergency';

/** Tells whether a message points to danger to life, where a false alarm is better than a missed one. */
export type DangerCheck = (text: string) => DangerKind | undefined;

type WordTest = (word: string) => boolean;

interface Pattern {
  kind: DangerKind;
  words: readonly WordTest[];
  unless: readonly WordTest[];
  /** The whole message must be these words, in this order. */
  exact: boolean;
}

/** How many other words may stand among the words of a phrase. */
const OTHERS_BETWEEN = 3;

/** How many words before and after a phrase may cancel it. */
const AROUND = 5;

/** From this length a word is also recognised with one slip. Letters. */
const SLIP_FROM = 7;

/** Prepares the phrases of `knowledge/_danger.yaml`. */
export function createDangerCheck({ filler, noSlip, suicide, emergency }: DangerPhrases): DangerCheck {
  const ignored = new Set(filler.map(foldText));
  const testOf = wordTestWith(new Set(noSlip.map(foldText)));
  const patternsOf = (kind: DangerKind, phrases: DangerPhrases['suicide']) =>
    phrases.map((phrase) => patternOf(kind, phrase, ignored, testOf));
  const patterns = [...patternsOf('suicide', suicide), ...patternsOf('emergency', emergency)];
  return (text) => {
    const all = wordsIn(text);
    const telling = all.filter((word) => !ignored.has(word));
    const distinct = [...new Set(all)];
    const found = patterns.find((pattern) => {
      // Nearly every phrase has a word that the message lacks: that is seen before places are compared.
      if (!pattern.words.every((test) => distinct.some(test))) return false;
      if (pattern.exact) return isExactly(all, pattern.words);
      return stretchesWith(telling, pattern.words).some(
        (stretch) => !stretch.some((word) => pattern.unless.some((test) => test(word))),
      );
    });
    return found?.kind;
  };
}

function patternOf(
  kind: DangerKind,
  phrase: DangerPhrases['suicide'][number],
  ignored: ReadonlySet<string>,
  testOf: (source: string) => WordTest,
): Pattern {
  const { words, unless } = typeof phrase === 'string' ? { words: phrase, unless: [] } : phrase;
  const exact = words.startsWith('=');
  const sources = words.replace(/^=\s*/, '').split(/\s+/);
  // What is filler in a message is no word of a phrase either.
  const telling = exact ? sources : sources.filter((source) => !ignored.has(source));
  return { kind, exact, words: telling.map(testOf), unless: unless.map(testOf) };
}

/** `a|b*` as a test: a itself, or a word that begins with b; a long word also with one slip, unless that is a word too. */
function wordTestWith(noSlip: ReadonlySet<string>): (source: string) => WordTest {
  return (source) => {
    const alternatives = source.split('|').map((one) => ({ word: foldText(one), open: one.endsWith('*') }));
    return (word) =>
      alternatives.some(
        ({ word: expected, open }) =>
          word === expected ||
          (open && word.startsWith(expected)) ||
          (expected.length >= SLIP_FROM && !noSlip.has(word) && editDistance(word, expected, 1) <= 1),
      );
  };
}

/** The words of a message: stretched letters shortened (doood), single letters put together (d o o d). */
function wordsIn(text: string): string[] {
  const words = foldText(text)
    .replace(/(.)\1{2,}/g, '$1$1')
    .split(' ');
  return words.length > 2 && words.every((word) => word.length === 1) ? [words.join('')] : words;
}

function isExactly(words: readonly string[], tests: readonly WordTest[]): boolean {
  return words.length === tests.length && tests.every((test, place) => test(words[place] ?? ''));
}

/**
 * The stretches in which each test finds a word of its own, in any order, with a few words on either side: what cancels
 * a phrase must belong to it, not merely stand in the same message.
 */
function stretchesWith(words: readonly string[], tests: readonly WordTest[]): (readonly string[])[] {
  return words.flatMap((_, start) => {
    const stretch = words.slice(start, start + tests.length + OTHERS_BETWEEN);
    const used = new Set<number>();
    const complete = tests.every((test) => {
      const place = stretch.findIndex((word, index) => !used.has(index) && test(word));
      if (place !== -1) used.add(place);
      return place !== -1;
    });
    if (!complete || !used.has(0)) return [];
    const end = start + Math.max(...used) + 1;
    return [words.slice(Math.max(0, start - AROUND), end + AROUND)];
  });
}
