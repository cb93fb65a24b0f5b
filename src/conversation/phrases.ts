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
  /** A question without the greeting before it and the thanks after it. */
  withoutCourtesy: (text: string) => string;
}

export function createPhraseBook(phrases: Phrases): PhraseBook {
  const commands = new Map(
    entries(phrases.commands).flatMap(([command, texts]) => texts.map((text) => [foldText(text), command] as const)),
  );
  const none = new Set(phrases.noneOfThese.map(foldText));
  const smallTalk = entries(phrases.smallTalk).map(([kind, texts]) => ({ kind, texts: wordLists(texts) }));
  const anySmallTalk = smallTalk.flatMap(({ texts }) => texts).sort(longestFirst);
  const courtesy = wordLists(phrases.courtesy);

  const withoutCourtesy = (text: string) => trimPhrases(foldText(text).split(' '), courtesy).join(' ');
  return {
    command: (text) => commands.get(foldText(text)) ?? commands.get(withoutCourtesy(text)),
    isNoneOfThese: (text) => none.has(foldText(text)) || none.has(withoutCourtesy(text)),
    smallTalk(text) {
      const words = foldText(text).split(' ');
      if (!madeOf(words, anySmallTalk)) return undefined;
      // In order: what hurts and what ends a conversation weighs more than the greeting before it.
      return (['abuse', 'goodbye', 'thanks', 'greeting'] as const).find((kind) =>
        smallTalk.some((entry) => entry.kind === kind && entry.texts.some((phrase) => contains(words, phrase))),
      );
    },
    speaksAs: onlyOne(phrases.speaksAs),
    saysWho: onlyOne(phrases.saysWho),
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
function trimPhrases(words: readonly string[], phrases: readonly (readonly string[])[]): string[] {
  let from = 0;
  let to = words.length;
  for (;;) {
    const first = phrases.find((phrase) => from + phrase.length <= to && startsAt(words, phrase, from));
    const last = phrases.find((phrase) => to - phrase.length >= from && startsAt(words, phrase, to - phrase.length));
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
