import type { RankedTopic } from './ranker.ts';

/** What to do with a message: answer with one topic, offer a choice, or say that the assistant does not know. */
export type Decision = 'answer' | 'clarify' | 'fallback';

/** Lowest confidence at which to answer, and at which to offer a choice. */
export interface Thresholds {
  answer: number;
  clarify: number;
}

/** How many topics a choice offers at most, and at least. */
export const MOST_OFFERED = 4;
const LEAST_OFFERED = 2;

/** How many nearest subjects a refusal shows, and the confidence below which none is near at all. */
const NEAREST = 3;
const NEAR = 0.1;

/** Below this score even the best topic has next to nothing in common with the message: it is no candidate at all. */
const LEAST_SCORE = 0.2;

/** A topic this far below the best one is no real candidate any more: share of the best score. */
const CANDIDATE_SHARE = 0.4;

/** Decides on ranked topics (best first) and the confidence in the best one. */
export function decide(
  ranked: readonly RankedTopic[],
  confidence: number,
  thresholds: Thresholds,
): { decision: Decision; topics: string[] } {
  const [best] = ranked;
  if (best === undefined || best.score < LEAST_SCORE) return { decision: 'fallback', topics: [] };
  if (confidence < thresholds.clarify) {
    const nearest = ranked.slice(0, NEAREST).filter(({ score }) => score > 0);
    return { decision: 'fallback', topics: confidence < NEAR ? [] : nearest.map(({ topic }) => topic) };
  }
  if (confidence >= thresholds.answer) return { decision: 'answer', topics: [best.topic] };
  const candidates = ranked.filter(
    ({ score }, place) => place < LEAST_OFFERED || score >= CANDIDATE_SHARE * best.score,
  );
  return { decision: 'clarify', topics: candidates.slice(0, MOST_OFFERED).map(({ topic }) => topic) };
}
