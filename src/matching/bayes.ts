import type { Features } from './features.ts';
import { WEIGHTS } from './weights.ts';

/** Probability of each group (summing to 1) given a message's words. */
export type Bayes = (features: Features) => ReadonlyMap<string, number>;

/**
 * Naive Bayes over words, groups equally likely beforehand. It sees what similarity to single phrases does not: which
 * words a group's phrasings use together.
 */
export function createBayes(phrases: readonly { group: string; features: Features }[]): Bayes {
  const groups = [...new Set(phrases.map(({ group }) => group))];
  const place = new Map(groups.map((group, index) => [group, index]));
  const byWord = new Map<string, Map<number, number>>();
  const totals = groups.map(() => 0);
  for (const { group, features } of phrases) {
    const at = place.get(group) ?? 0;
    for (const [word, weight] of features.words) {
      const perGroup = byWord.get(word) ?? new Map<number, number>();
      byWord.set(word, perGroup.set(at, (perGroup.get(at) ?? 0) + weight));
      totals[at] = (totals[at] ?? 0) + weight;
    }
  }
  const smoothing = WEIGHTS.bayesSmoothing;
  const denominators = totals.map((total) => Math.log(total + smoothing * byWord.size));
  return (features) => {
    const logs = new Float64Array(groups.length);
    for (const [word, weight] of features.words) {
      const perGroup = byWord.get(word);
      if (perGroup === undefined) continue;
      for (let group = 0; group < logs.length; group += 1) {
        const log = Math.log((perGroup.get(group) ?? 0) + smoothing) - (denominators[group] ?? 0);
        logs[group] = (logs[group] ?? 0) + weight * log;
      }
    }
    return softmax(groups, logs);
  };
}

function softmax(groups: readonly string[], logs: Float64Array): ReadonlyMap<string, number> {
  const highest = Math.max(...logs);
  const powers = logs.map((log) => Math.exp(log - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return new Map(groups.map((group, index) => [group, (powers[index] ?? 0) / sum]));
}
