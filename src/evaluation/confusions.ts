import { OUT_OF_SCOPE } from '../matching/ranker.ts';
import type { Judged } from './judge.ts';

/** A topic that came out best in the place of another, and how often. */
export interface Confusion {
  /** The first topic that would have been right; OUT_OF_SCOPE when none. */
  wanted: string;
  got: string;
  count: number;
}

/** Which topics take each other's questions, most often first; also where it ended in an offer. Refusals are left out. */
export function confusionsOf(judged: readonly Judged[]): Confusion[] {
  const pairs = new Map<string, Confusion>();
  for (const { question, outcome, best, bestIsRight } of judged) {
    if (bestIsRight || best === undefined || outcome.decision === 'fallback') continue;
    const wanted = question.topics[0] ?? OUT_OF_SCOPE;
    const key = `${wanted} ${best}`;
    const pair = pairs.get(key) ?? { wanted, got: best, count: 0 };
    pair.count += 1;
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort(
    (a, b) => b.count - a.count || a.wanted.localeCompare(b.wanted) || a.got.localeCompare(b.got),
  );
}
