import type { Command, Phrases } from '../knowledge/knowledge.ts';
import { editDistance } from '../matching/spelling.ts';
import { foldText } from '../shared/text.ts';

/** What a message turns out to be when it is, or holds, a phrase that the assistant knows by heart. */
export interface PhraseBook {
  command: (text: string) => Command | undefined;
  isNoneOfThese: (text: string) => boolean;
  smallTalk: (text: string) => keyof Phrases['smallTalk'] | undefined;
  /** Danger to life, where a false alarm is better than a missed one. */
  danger: (text: string) => keyof Phrases['danger'] | undefined;
  /** Who is asking, when the words show it for one side only. */
  speaksAs: (text: string) => keyof Phrases['speaksAs'] | undefined;
}

/** How many other words may stand between two words of a danger phrase. */
const DANGER_GAP = 2;

/** From this length a danger word is also recognised with one slip, or as the beginning of a compound. Letters. */
const LONG_WORD = 7;

export function createPhraseBook(phrases: Phrases): PhraseBook {
  const commands = new Map(
    entries(phrases.commands).flatMap(([command, texts]) => texts.map((text) => [foldText(text), command] as const)),
  );
  const none = new Set(phrases.noneOfThese.map(foldText));
  const smallTalk = entries(phrases.smallTalk).map(([kind, texts]) => ({ kind, texts: wordLists(texts) }));
  const danger = entries(phrases.danger).map(([kind, texts]) => ({ kind, texts: wordLists(texts) }));
  const speakers = entries(phrases.speaksAs).map(([kind, texts]) => ({
    kind,
    texts: texts.map((text) => ` ${foldText(text)} `),
  }));

  return {
    command: (text) => commands.get(foldText(text)),
    isNoneOfThese: (text) => none.has(foldText(text)),
    smallTalk(text) {
      const words = foldText(text).split(' ');
      // In order: what ends a conversation and what hurts weighs more than the greeting before it.
      for (const kind of ['abuse', 'goodbye', 'thanks', 'greeting'] as const) {
        const own = smallTalk.find((entry) => entry.kind === kind)?.texts ?? [];
        const others = smallTalk.flatMap(({ texts }) => texts);
        if (madeOf(words, others) && own.some((phrase) => contains(words, phrase))) return kind;
      }
      return undefined;
    },
    danger(text) {
      const words = foldText(text).split(' ');
      return danger.find(({ texts }) => texts.some((phrase) => inOrder(words, phrase)))?.kind;
    },
    speaksAs(text) {
      const folded = ` ${foldText(text)} `;
      const found = speakers.filter(({ texts }) => texts.some((phrase) => folded.includes(phrase)));
      return found.length === 1 ? found[0]?.kind : undefined;
    },
  };
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}

function wordLists(texts: readonly string[]): string[][] {
  return texts.map((text) => foldText(text).split(' ')).sort((a, b) => b.length - a.length);
}

/** Whether the words are nothing but phrases, one after the other (longest first). */
function madeOf(words: readonly string[], phrases: readonly (readonly string[])[]): boolean {
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  let at = 0;
  while (at < words.length) {
    const phrase = longestFirst.find((candidate) => startsAt(words, candidate, at));
    if (phrase === undefined) return false;
    at += phrase.length;
  }
  return words.length > 0;
}

function contains(words: readonly string[], phrase: readonly string[]): boolean {
  return words.some((_, at) => startsAt(words, phrase, at));
}

function startsAt(words: readonly string[], phrase: readonly string[], at: number): boolean {
  return phrase.every((word, index) => words[at + index] === word);
}

/** Whether the phrase's words occur in order, close together. */
function inOrder(words: readonly string[], phrase: readonly string[]): boolean {
  const [first] = phrase;
  if (first === undefined) return false;
  return words.some((word, start) => {
    if (!isDangerWord(word, first)) return false;
    let at = start;
    for (const next of phrase.slice(1)) {
      const offset = words.slice(at + 1, at + 2 + DANGER_GAP).findIndex((candidate) => isDangerWord(candidate, next));
      if (offset === -1) return false;
      at += offset + 1;
    }
    return true;
  });
}

function isDangerWord(word: string, expected: string): boolean {
  if (word === expected) return true;
  return expected.length >= LONG_WORD && (word.startsWith(expected) || editDistance(word, expected, 1) <= 1);
}
