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
  const smallTalk = entries(phrases.smallTalk).map(([kind, texts]) => ({ kind, texts: wordLists(texts) }));
  const anySmallTalk = smallTalk.flatMap(({ texts }) => texts).sort(longestFirst);
  const courtesy = wordLists(phrases.courtesy);
  const { change, quick, ...whole } = phrases.dialog;
  const dialogWords = new Map(
    entries(whole).flatMap(([word, texts]) => texts.map((text) => [foldText(text), word] as const)),
  );
  const roles = wordLists([...phrases.saysWho.employee, ...phrases.saysWho.employer, 'voor', 'als', 'for', 'as']);
  const beginnings = { change: wordLists(change), quick: wordLists(quick) };
  const illnesses = healthWords.map((word) => ` ${foldText(word)} `);

  const withoutCourtesy = (text: string) => trimPhrases(foldText(text).split(' '), courtesy).join(' ');
  return {
    command: (text) => commands.get(foldText(text)) ?? commands.get(withoutCourtesy(text)),
    isNoneOfThese: (text) => none.has(foldText(text)) || none.has(withoutCourtesy(text)),
    smallTalk(text) {
      const words = foldText(text).split(' ');
      if (!madeOf(words, anySmallTalk)) return undefined;
      // In order: what hurts and what ends a conversation weighs more than the greeting before it.
      return (['distress', 'abuse', 'goodbye', 'thanks', 'greeting'] as const).find((kind) =>
        smallTalk.some((entry) => entry.kind === kind && entry.texts.some((phrase) => contains(words, phrase))),
      );
    },
    speaksAs: onlyOne(phrases.speaksAs),
    saysWho: onlyOne(phrases.saysWho),
    dialogWord: (text) => dialogWords.get(foldText(text)) ?? dialogWords.get(withoutCourtesy(text)),
    withoutRole: (text) => trimPhrases(text.trim().split(/\s+/u), roles, foldText).join(' '),
    after(kind, text) {
      const words = text.trim().split(/\s+/u);
      const phrase = beginnings[kind].find((candidate) =>
        candidate.every((word, place) => foldText(words[place] ?? '') === word),
      );
      return phrase === undefined ? undefined : words.slice(phrase.length).join(' ');
    },
    namesIllness(text) {
      const folded = ` ${foldText(text)} `;
      return illnesses.some((illness) => folded.includes(illness));
    },
    withoutCourtesy,
  };
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

function wordLists(texts: readonly string[]): string[][] {
  return texts.map((text) => foldText(text).split(' ')).sort(longestFirst);
}

function longestFirst(a: readonly string[], b: readonly string[]): number {
  return b.length - a.length;
}

/** Finds the kind of which a phrase occurs in a text, when it is the only such kind. */
function onlyOne<K extends string>(kinds: Readonly<Record<K, readonly string[]>>): (text: string) => K | undefined {
  const phrases = entries(kinds).map(([kind, texts]) => ({ kind, texts: texts.map((text) => ` ${foldText(text)} `) }));
  return (text) => {
    const folded = ` ${foldText(text)} `;
    const found = phrases.filter(({ texts }) => texts.some((phrase) => folded.includes(phrase)));
    return found.length === 1 ? found[0]?.kind : undefined;
  };
}

/** Whether the words are nothing but phrases, one after the other. */
function madeOf(words: readonly string[], phrases: readonly (readonly string[])[]): boolean {
  let at = 0;
  while (at < words.length) {
    const phrase = phrases.find((candidate) => startsAt(words, candidate, at));
    if (phrase === undefined) return false;
    at += phrase.length;
  }
  return words.length > 0;
}

/** Takes phrases from the beginning and the end for as long as there are any. */
function trimPhrases(
  words: readonly string[],
  phrases: readonly (readonly string[])[],
  fold: (word: string) => string = (word) => word,
): string[] {
  const folded = words.map(fold);
  let from = 0;
  let to = words.length;
  for (;;) {
    const first = phrases.find((phrase) => from + phrase.length <= to && startsAt(folded, phrase, from));
    const last = phrases.find((phrase) => to - phrase.length >= from && startsAt(folded, phrase, to - phrase.length));
    if (first !== undefined) from += first.length;
    else if (last !== undefined) to -= last.length;
    else return words.slice(from, to);
  }
}

function contains(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, at) => startsAt(words, phrase, at));
}

function startsAt(words: readonly string[], phrase: readonly string[], at: number): boolean {
  return phrase.every((word, index) => words[at + index] === word);
}
