import type { PlainLanguage } from '../knowledge/knowledge.ts';
import { foldText, wordCount } from '../shared/text.ts';
import type { Level } from '../shared/level.ts';

/** How hard a text is to read. */
export interface Reading {
  sentences: readonly string[];
  /** Words per sentence, on average. */
  averageSentence: number;
  longestSentence: { text: string; words: number };
  /** Share of words of LONG_WORD letters or more, 0 to 1. */
  longWords: number;
}

/** The hardest that a text may be. */
export interface ReadingLimits {
  averageSentence: number;
  longestSentence: number;
  longWords: number;
}

/** Letters from which a word is long; Dutch law is full of them, so a text may hold some. */
const LONG_WORD = 13;

/**
 * Limits per level. Measured on texts that readers of the level use: the guide for A1-A2 readers this base started
 * from has 6.3 words a sentence on average; B1 advice is 15 words at most, with a rare longer sentence.
 */
export const READING_LIMITS: Readonly<Record<Level, ReadingLimits>> = {
  'nl-B1': { averageSentence: 12, longestSentence: 20, longWords: 0.09 },
  'nl-A2': { averageSentence: 8, longestSentence: 12, longWords: 0.07 },
  en: { averageSentence: 13, longestSentence: 22, longWords: 0.12 },
};

/** Measures a text: paragraphs, "- " lists and **bold**. A colon or semicolon ends a sentence too: the reader may rest there. */
export function measureReading(text: string): Reading {
  const sentences = text
    .replaceAll('**', '')
    .split('\n')
    .flatMap((line) => line.replace(/^\s*- /, '').split(/(?<=[.!?:;])\s+/u))
    .filter((sentence) => /\p{L}/u.test(sentence));
  const lengths = sentences.map((sentence) => ({ text: sentence, words: wordCount(sentence) }));
  const words = text.match(/\p{L}[\p{L}-]*/gu) ?? [];
  const long = words.filter((word) => word.replaceAll('-', '').length >= LONG_WORD);
  const [longestSentence = { text: '', words: 0 }] = [...lengths].sort((a, b) => b.words - a.words);
  return {
    sentences,
    averageSentence: lengths.reduce((sum, { words: count }) => sum + count, 0) / Math.max(1, lengths.length),
    longestSentence,
    longWords: long.length / Math.max(1, words.length),
  };
}

/** Words of a text that have an easier one, each with that one. */
export function difficultWords(text: string, { difficult }: PlainLanguage): [word: string, easier: string][] {
  const folded = ` ${foldText(text)} `;
  return Object.entries(difficult).filter(([word]) => folded.includes(` ${foldText(word)} `));
}

/** Terms of a text that must be explained where they stand and are not, each with the words that would do it. */
export function unexplainedTerms(text: string, { explain }: PlainLanguage): [term: string, by: readonly string[]][] {
  const folded = ` ${foldText(text)} `;
  return Object.entries(explain).filter(
    ([term, by]) => folded.includes(` ${foldText(term)} `) && !by.some((word) => folded.includes(` ${foldText(word)}`)),
  );
}

const AUXILIARY = /\b(?:word|wordt|worden|werd|werden)\b/iu;
const PARTICIPLE =
  /\b(?:aan|af|op|uit|in|door|mee|na|over|toe|voor|vast|terug|goed|bij)?(?:ge\p{L}{2,}|(?:be|ver|her|ont)\p{L}{3,})(?:d|t|en)\b/iu;

/** Sentences in the passive: "het plan wordt gemaakt" does not say who makes it. */
export function passiveSentences({ sentences }: Reading): string[] {
  return sentences.filter((sentence) => AUXILIARY.test(sentence) && PARTICIPLE.test(sentence));
}
