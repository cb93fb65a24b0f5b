import type { Command, Phrases } from '../knowledge/knowledge.ts';
import { foldText } from '../shared/text.ts';

/** What a message turns out to be when it is, or holds, a phrase that the assistant knows by heart. */
export interface PhraseBook {
  /** The command that a message is, politeness around it left aside. */
  command: (text: string) => Command | undefined;
  isNoneOfThese: (text: string) => boolean;
  smallTalk: (text: string) => keyof Phrases['smallTalk'] | undefined;
  /** Who is asking, when the words of a question show it for one side only. */
  speaksAs: (text: string) => keyof Phrases['speaksAs'] | undefined;
  /** What an answer to "who are you?" says, when it says anything. */
  saysWho: (text: string) => keyof Phrases['saysWho'] | undefined;
  /** What a message says to the question whether a plan may be kept, when it says so clearly. */
  consent: (text: string) => keyof Phrases['consent'] | undefined;
  /** Which word of a guided dialog a message is. */
  dialogWord: (text: string) => DialogWord | undefined;
  /** What follows a phrase at the beginning of a message ("wijzig eerste ziektedag"); nothing when it does not begin so. */
  after: (kind: 'change' | 'quick', text: string) => string | undefined;
  /** A text without words before and after it that only say who is asking. */
  withoutRole: (text: string) => string;
  /** Whether a text names an illness. */
  namesIllness: (text: string) => boolean;
  /** A question without the greeting before it and the thanks after it. */
  withoutCourtesy: (text: string) => string;
}

/** The words of a guided dialog that are whole messages. */
export type DialogWord = Exclude<keyof Phrases['dialog'], 'change' | 'quick'>;

export function createPhraseBook(phrases: Phrases, healthWords: readonly string[]): PhraseBook {
  const commands = new Map(
    entries(phrases.commands).flatMap(([command, texts]) => texts.map((text) => [foldText(text), command] as const)),
  );
  const none = new Set(phrases.noneOfThese.map(foldText));
  const smallTalk = new Map(entries(phrases.smallTalk).map(([kind, texts]) => [kind, new WordSequences(texts)]));
  const anySmallTalk = new WordSequences(Object.values(phrases.smallTalk).flat());
  const courtesy = new WordSequences(phrases.courtesy);
  const { change, quick, ...whole } = phrases.dialog;
  const dialogWords = new Map(
    entries(whole).flatMap(([word, texts]) => texts.map((text) => [foldText(text), word] as const)),
  );
  const consents = new Map(
    entries(phrases.consent).flatMap(([word, texts]) => texts.map((text) => [foldText(text), word] as const)),
  );
  const roles = new WordSequences([
    ...phrases.saysWho.employee,
    ...phrases.saysWho.employer,
    ...['voor', 'als', 'for', 'as'],
  ]);
  const beginnings = { change: new WordSequences(change), quick: new WordSequences(quick) };
  const illnesses = new WordSequences(healthWords);

  const withoutCourtesy = (text: string) => trimPhrases(foldText(text).split(' '), courtesy).join(' ');
  return {
    command: (text) => commands.get(foldText(text)) ?? commands.get(withoutCourtesy(text)),
    isNoneOfThese: (text) => none.has(foldText(text)) || none.has(withoutCourtesy(text)),
    smallTalk(text) {
      const words = foldText(text).split(' ');
      if (!madeOf(words, anySmallTalk)) return undefined;
      // In order: what hurts and what ends a conversation weighs more than the greeting before it.
      return (['distress', 'abuse', 'goodbye', 'thanks', 'greeting'] as const).find((kind) =>
        smallTalk.get(kind)?.standIn(words),
      );
    },
    speaksAs: onlyOne(phrases.speaksAs),
    saysWho: onlyOne(phrases.saysWho),
    dialogWord: (text) => dialogWords.get(foldText(text)) ?? dialogWords.get(withoutCourtesy(text)),
    consent: (text) => consents.get(foldText(text)) ?? consents.get(withoutCourtesy(text)),
    withoutRole: (text) => trimPhrases(text.trim().split(/\s+/u), roles, foldText).join(' '),
    after(kind, text) {
      const words = text.trim().split(/\s+/u);
      const length = beginnings[kind].lengthAt(words.map(foldText), 0);
      return length === 0 ? undefined : words.slice(length).join(' ');
    },
    namesIllness: (text) => illnesses.standIn(foldText(text).split(' ')),
    withoutCourtesy,
  };
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

/** Phrases as the words that they are made of, found by their first and their last word. */
class WordSequences {
  readonly #byFirst: ReadonlyMap<string | undefined, string[][]>;
  readonly #byLast: ReadonlyMap<string | undefined, string[][]>;

  constructor(texts: readonly string[]) {
    const longestFirst = texts.map((text) => foldText(text).split(' ')).sort((a, b) => b.length - a.length);
    this.#byFirst = Map.groupBy(longestFirst, (phrase) => phrase[0]);
    this.#byLast = Map.groupBy(longestFirst, (phrase) => phrase.at(-1));
  }

  /** How many words the longest phrase takes that begins at a place; 0 when there is none. @param to where the words end */
  lengthAt(words: readonly string[], from: number, to: number = words.length): number {
    const fits = (phrase: readonly string[]) => from + phrase.length <= to && startsAt(words, phrase, from);
    return this.#byFirst.get(words[from])?.find(fits)?.length ?? 0;
  }

  /** How many words the longest phrase takes that ends before a place; 0 when there is none. @param from where the words begin */
  lengthBefore(words: readonly string[], from: number, to: number): number {
    const fits = (phrase: readonly string[]) =>
      to - phrase.length >= from && startsAt(words, phrase, to - phrase.length);
    return this.#byLast.get(words[to - 1])?.find(fits)?.length ?? 0;
  }

  /** Whether any of the phrases stands among the words. */
  standIn(words: readonly string[]): boolean {
    return words.some((_, at) => this.lengthAt(words, at) > 0);
  }
}

/** Finds the kind of which a phrase occurs in a text, when it is the only such kind. */
function onlyOne<K extends string>(kinds: Readonly<Record<K, readonly string[]>>): (text: string) => K | undefined {
  const phrases = entries(kinds).map(([kind, texts]) => ({ kind, sequences: new WordSequences(texts) }));
  return (text) => {
    const words = foldText(text).split(' ');
    const found = phrases.filter(({ sequences }) => sequences.standIn(words));
    return found.length === 1 ? found[0]?.kind : undefined;
  };
}

/** Whether the words are nothing but phrases, one after the other. */
function madeOf(words: readonly string[], phrases: WordSequences): boolean {
  let at = 0;
  while (at < words.length) {
    const length = phrases.lengthAt(words, at);
    if (length === 0) return false;
    at += length;
  }
  return words.length > 0;
}

/** Takes phrases from the beginning and the end for as long as there are any. */
function trimPhrases(
  words: readonly string[],
  phrases: WordSequences,
  fold: (word: string) => string = (word) => word,
): string[] {
  const folded = words.map(fold);
  let from = 0;
  let to = words.length;
  for (;;) {
    const first = phrases.lengthAt(folded, from, to);
    const last = first > 0 ? 0 : phrases.lengthBefore(folded, from, to);
    if (first === 0 && last === 0) return words.slice(from, to);
    from += first;
    to -= last;
  }
}

function startsAt(words: readonly string[], phrase: readonly string[], at: number): boolean {
  return phrase.every((word, index) => words[at + index] === word);
}
