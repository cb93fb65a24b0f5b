import type { Analysis } from './analysis.ts';
import { WEIGHTS } from './weights.ts';

/** What two texts can have in common, with its weight, per kind of feature. */
export interface Features {
  words: ReadonlyMap<string, number>;
  pairs: ReadonlyMap<string, number>;
}

export type FeatureKind = keyof Features;

export const FEATURE_KINDS: readonly FeatureKind[] = ['words', 'pairs'];

/** The features of an analysed text: its terms and their parts, and pairs of neighbours. */
export function featuresOf({ terms }: Analysis): Features {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  terms.forEach(({ term, parts, weight }, index) => {
    raise(words, term, weight);
    for (const part of parts) raise(words, part, weight * WEIGHTS.compoundPart);
    const next = terms[index + 1];
    if (next) raise(pairs, `${term} ${next.term}`, Math.min(weight, next.weight));
  });
  return { words, pairs };
}

function raise(weights: Map<string, number>, key: string, weight: number): void {
  weights.set(key, Math.max(weights.get(key) ?? 0, weight));
}
