import type { RankedTopic } from './ranker.ts';

/** What to do with a message: answer with one topic, offer a choice, or say that the assistant does not know. */
export type Decision = 'answer' | 'clarify' | 'fallback';

/** Lowest confidence at which to answer, and at which to offer a choice. */
export interface Thresholds {
  answer: number;
  clarify: number;
}

/** How many options a choice offers at most, and how many topics at least. */
export const MOST_OFFERED = 4;
const LEAST_OFFERED = 2;

/** How many nearest subjects a refusal shows, and the confidence below which none is near at all. */
const NEAREST = 3;
const NEAR = 0.1;

/** Below this score even the best topic has next to nothing in common with the message: it is no candidate at all. */
const LEAST_SCORE = 0.05;

/** A topic this far below the best one is no real candidate any more: share of the best score. */
const CANDIDATE_SHARE = 0.15;

/**
 * Decides on ranked topics and the confidence in the best one.
 *
 * @param ranked best first
 * @param withSignpost whether a signpost is near: it then takes a place in a choice, and all places beside a refusal
 */
export function decide(
  ranked: readonly RankedTopic[],
  confidence: number,
  thresholds: Thresholds,
  withSignpost = false,
): { decision: Decision; topics: string[] } {
  const [best] = ranked;
  if (best === undefined || best.score < LEAST_SCORE) return { decision: 'fallback', topics: [] };
  if (confidence < thresholds.clarify) {
    const nearest = ranked.slice(0, NEAREST).filter(({ score }) => score > 0);
    return { decision: 'fallback', topics: withSignpost || confidence < NEAR ? [] : nearest.map(({ topic }) => topic) };
  }
  if (confidence >= thresholds.answer) return { decision: 'answer', topics: [best.topic] };
  const candidates = ranked.filter(
    ({ score }, place) => place < LEAST_OFFERED || score >= CANDIDATE_SHARE * best.score,
  );
  const places = withSignpost ? MOST_OFFERED - 1 : MOST_OFFERED;
  return { decision: 'clarify', topics: candidates.slice(0, places).map(({ topic }) => topic) };
}
