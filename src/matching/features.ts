import type { Analysis } from './analysis.ts';
import { WEIGHTS } from './weights.ts';

/** What two texts can have in common, with its weight, per kind of feature. */
export interface Features {
  words: ReadonlyMap<string, number>;
  pairs: ReadonlyMap<string, number>;
  characters: ReadonlyMap<string, number>;
}

export type FeatureKind = keyof Features;

export const FEATURE_KINDS: readonly FeatureKind[] = ['words', 'pairs', 'characters'];

const GRAM = 4;

/** The features of an analysed text: its terms and their parts, pairs of neighbours, and runs of characters. */
export function featuresOf({ terms }: Analysis): Features {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  const characters = new Map<string, number>();
  terms.forEach(({ term, parts, weight }, index) => {
    raise(words, term, weight);
    for (const part of parts) raise(words, part, weight * WEIGHTS.compoundPart);
    const next = terms[index + 1];
    if (next) raise(pairs, `${term} ${next.term}`, Math.min(weight, next.weight));
    const bounded = `_${term}_`;
    for (let at = 0; at <= Math.max(0, bounded.length - GRAM); at += 1) {
      raise(characters, bounded.slice(at, at + GRAM), weight);
    }
  });
  return { words, pairs, characters };
}

function raise(weights: Map<string, number>, key: string, weight: number): void {
  weights.set(key, Math.max(weights.get(key) ?? 0, weight));
}
