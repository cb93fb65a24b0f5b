import { softmax } from '../../src/matching/bayes.ts';
import type { Peer } from './peer.ts';

const PASSES = 12;
const STEP = 0.5;

/** The textbook baseline: TF-IDF of lower-cased words, multinomial logistic regression by stochastic gradient descent. */
export const tfidfLogistic: Peer = (phrases) => {
  const groups = [...new Set(phrases.map(({ group }) => group))];
  const place = new Map(groups.map((group, number) => [group, number]));
  const documents = phrases.map(({ text }) => wordsOf(text));
  const counts = new Map<string, number>();
  for (const words of documents) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const numbers = new Map([...counts.keys()].map((word, number) => [word, number]));
  const rarity = [...counts.values()].map((count) => 1 + Math.log(phrases.length / count));
  const weights = new Float32Array(numbers.size * groups.length);

  const vector = (words: readonly string[]): [number, number][] => {
    const known = [...new Set(words)].flatMap((word) => numbers.get(word) ?? []);
    const length = Math.sqrt(known.reduce((sum, number) => sum + (rarity[number] ?? 0) ** 2, 0)) || 1;
    return known.map((number) => [number, (rarity[number] ?? 0) / length]);
  };
  const probabilities = (features: readonly [number, number][]): Float64Array => {
    const sums = new Float64Array(groups.length);
    for (const [number, value] of features)
      for (let group = 0; group < groups.length; group += 1)
        sums[group] = (sums[group] ?? 0) + value * (weights[number * groups.length + group] ?? 0);
    return softmax(sums);
  };

  const vectors = documents.map(vector);
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let turn = 0; turn < phrases.length; turn += 1) {
      // A stride that shares no factor with most sizes goes through all phrases in mixed order.
      const at = (turn * 7919 + pass) % phrases.length;
      const features = vectors[at] ?? [];
      const owner = place.get(phrases[at]?.group ?? '');
      const found = probabilities(features);
      for (let group = 0; group < groups.length; group += 1) {
        const change = STEP * (10 / (10 + pass)) * ((group === owner ? 1 : 0) - (found[group] ?? 0));
        if (Math.abs(change) < 1e-4) continue;
        for (const [number, value] of features) {
          const cell = number * groups.length + group;
          weights[cell] = (weights[cell] ?? 0) + change * value * 4;
        }
      }
    }
  }
  return (text) => {
    const found = probabilities(vector(wordsOf(text)));
    return groups.map((group, number) => ({ group, score: found[number] ?? 0 })).sort((a, b) => b.score - a.score);
  };
};

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
