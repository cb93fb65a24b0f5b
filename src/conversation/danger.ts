import type { DangerPhrases } from '../knowledge/knowledge.ts';
import { editDistance } from '../shared/edit-distance.ts';
import { foldText } from '../shared/text.ts';

export type DangerKind = 'suicide' | 'emergency';

/** Tells whether a message points to danger to life, where a false alarm is better than a missed one. */
export type DangerCheck = (text: string) => DangerKind | undefined;

/** Number of a word of a phrase, as it is written there: `dood|dode*`. */
type PhraseWord = number;

interface Pattern {
  kind: DangerKind;
  words: readonly PhraseWord[];
  unless: readonly PhraseWord[];
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
  const phraseWords = new PhraseWords(new Set(noSlip.map(foldText)));
  const patternsOf = (kind: DangerKind, phrases: DangerPhrases['suicide']) =>
    phrases.map((phrase) => patternOf(kind, phrase, ignored, phraseWords));
  const patterns = [...patternsOf('suicide', suicide), ...patternsOf('emergency', emergency)];
  return (text) => {
    const all = wordsIn(text);
    const meanings = new Map(all.map((word) => [word, phraseWords.meantBy(word)]));
    const found = new Set([...meanings.values()].flatMap((meant) => [...meant]));
    const means = (word: string, meant: PhraseWord) => meanings.get(word)?.has(meant) === true;
    const danger = patterns.find((pattern) => {
      // Nearly every phrase has a word that the message lacks: that is seen before places are compared.
      if (!pattern.words.every((word) => found.has(word))) return false;
      if (pattern.exact) return isExactly(all, pattern.words, means);
      const telling = all.filter((word) => !ignored.has(word));
      return stretchesWith(telling, pattern.words, means).some(
        (stretch) => !stretch.some((word) => pattern.unless.some((meant) => means(word, meant))),
      );
    });
    return danger?.kind;
  };
}

function patternOf(
  kind: DangerKind,
  phrase: DangerPhrases['suicide'][number],
  ignored: ReadonlySet<string>,
  phraseWords: PhraseWords,
): Pattern {
  const { words, unless } = typeof phrase === 'string' ? { words: phrase, unless: [] } : phrase;
  const exact = words.startsWith('=');
  const sources = words.replace(/^=\s*/, '').split(/\s+/);
  // What is filler in a message is no word of a phrase either.
  const telling = exact ? sources : sources.filter((source) => !ignored.has(source));
  const numbers = (list: readonly string[]) => list.map((source) => phraseWords.add(source));
  return { kind, exact, words: numbers(telling), unless: numbers(unless) };
}

/**
 * The words of all phrases. `a|b*` is meant by a itself, and by a word that begins with b; a long one also by a word with
 * one slip, unless that is a word too.
 */
class PhraseWords {
  readonly #noSlip: ReadonlySet<string>;
  readonly #numbers = new Map<string, PhraseWord>();
  readonly #whole = new Map<string, PhraseWord[]>();
  readonly #beginnings = new Map<string, PhraseWord[]>();
  /** Long words by what is left of them without one letter, and by themselves: so two words one slip apart meet. */
  readonly #slips = new Map<string, { expected: string; meant: PhraseWord }[]>();
  #longest = 0;

  /** @param noSlip words that are no slip of another */
  constructor(noSlip: ReadonlySet<string>) {
    this.#noSlip = noSlip;
  }

  add(source: string): PhraseWord {
    const known = this.#numbers.get(source);
    if (known !== undefined) return known;
    const meant = this.#numbers.size;
    this.#numbers.set(source, meant);
    for (const alternative of source.split('|')) {
      const expected = foldText(alternative);
      this.#longest = Math.max(this.#longest, expected.length);
      put(alternative.endsWith('*') ? this.#beginnings : this.#whole, expected, meant);
      if (expected.length >= SLIP_FROM)
        for (const key of withoutOneLetter(expected)) put(this.#slips, key, { expected, meant });
    }
    return meant;
  }

  meantBy(word: string): ReadonlySet<PhraseWord> {
    const meant = new Set(this.#whole.get(word));
    for (let length = 1; length <= Math.min(word.length, this.#longest); length += 1)
      for (const one of this.#beginnings.get(word.slice(0, length)) ?? []) meant.add(one);
    if (word.length < SLIP_FROM - 1 || word.length > this.#longest + 1 || this.#noSlip.has(word)) return meant;
    for (const key of withoutOneLetter(word))
      for (const slip of this.#slips.get(key) ?? [])
        if (editDistance(word, slip.expected, 1) <= 1) meant.add(slip.meant);
    return meant;
  }
}

function put<T>(table: Map<string, T[]>, key: string, value: T): void {
  const values = table.get(key);
  if (values === undefined) table.set(key, [value]);
  else values.push(value);
}

/** A word, and what is left of it without each of its letters. */
function withoutOneLetter(word: string): string[] {
  const left = [word];
  for (let at = 0; at < word.length; at += 1) left.push(word.slice(0, at) + word.slice(at + 1));
  return left;
}

/** The words of a message: stretched letters shortened (doood), single letters put together (d o o d). */
function wordsIn(text: string): string[] {
  const words = foldText(text)
    .replace(/(.)\1{2,}/g, '$1$1')
    .split(' ');
  return words.length > 2 && words.every((word) => word.length === 1) ? [words.join('')] : words;
}

/** Whether a word of the message means a word of a phrase. */
type Means = (word: string, meant: PhraseWord) => boolean;

function isExactly(words: readonly string[], expected: readonly PhraseWord[], means: Means): boolean {
  return words.length === expected.length && expected.every((meant, place) => means(words[place] ?? '', meant));
}

/**
 * The stretches in which each word of a phrase has a word of its own, in any order, with a few words on either side: what cancels
 * a phrase must belong to it, not merely stand in the same message.
 */
function stretchesWith(words: readonly string[], expected: readonly PhraseWord[], means: Means): (readonly string[])[] {
  return words.flatMap((_, start) => {
    const stretch = words.slice(start, start + expected.length + OTHERS_BETWEEN);
    const used = new Set<number>();
    const complete = expected.every((meant) => {
      const place = stretch.findIndex((word, index) => !used.has(index) && means(word, meant));
      if (place !== -1) used.add(place);
      return place !== -1;
    });
    if (!complete || !used.has(0)) return [];
    const end = start + Math.max(...used) + 1;
    return [words.slice(Math.max(0, start - AROUND), end + AROUND)];
  });
}
