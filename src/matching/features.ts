import type { Analysis } from './analysis.ts';
import { WEIGHTS } from './weights.ts';

/** What two texts can have in common, with its weight, per kind of feature. */
export interface Features {
  /** Terms and the parts of compounds. */
  words: ReadonlyMap<string, number>;
  /** Terms that follow each other. */
  pairs: ReadonlyMap<string, number>;
  /** Small words with their neighbours, which show who asks whether something must, may, can or need not be. */
  frames: ReadonlyMap<string, number>;
  /** Groups of letters within the words as typed: they see through endings, slips and words nobody listed. */
  letters: ReadonlyMap<string, number>;
}

export type FeatureKind = keyof Features;

/** Lengths of the groups of letters; a word's beginning and end count as a letter. */
const LETTERS = [4] as const;

/** The features of an analysed text. */
export function featuresOf({ terms, words: typed, frames }: Analysis): Features {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  const letters = new Map<string, number>();
  terms.forEach(({ term, parts, weight }, index) => {
    raise(words, term, weight);
    for (const part of parts) raise(words, part, weight * WEIGHTS.compoundPart);
    const next = terms[index + 1];
    if (next) raise(pairs, `${term} ${next.term}`, Math.min(weight, next.weight));
  });
  for (const word of typed) {
    const framed = ` ${word} `;
    for (const length of LETTERS)
      for (let at = 0; at + length <= framed.length; at += 1) letters.set(framed.slice(at, at + length), 1);
  }
  return { words, pairs, frames: new Map(frames.map((frame) => [frame, 1])), letters };
}

function raise(weights: Map<string, number>, key: string, weight: number): void {
  weights.set(key, Math.max(weights.get(key) ?? 0, weight));
}
