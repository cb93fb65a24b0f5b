import type { Thresholds } from './decision.ts';

/** One judged message: how sure the matcher was, and what each decision would have meant. */
export interface ThresholdCase {
  confidence: number;
  /** The best topic is right. */
  right: boolean;
  /** The right topic is among those that would be offered. */
  offered: boolean;
  /** The knowledge base has an answer. */
  inScope: boolean;
  weight: number;
}

/** What each outcome costs the person, relative to a wrong answer to a question in scope. A wrong answer costs most. */
const COSTS = {
  wrongAnswer: 1,
  answeredOutOfScope: 1,
  offeredRight: 0.25,
  offeredWrong: 0.5,
  offeredOutOfScope: 0.3,
  refusedInScope: 0.55,
} as const;

const STEP = 0.01;

/** The thresholds with the lowest total cost; among equals the most careful. */
export function chooseThresholds(cases: readonly ThresholdCase[]): Thresholds {
  let best: Thresholds = { answer: 1, clarify: 1 };
  let lowest = Number.POSITIVE_INFINITY;
  for (let answer = 0.95; answer >= 0.3; answer -= STEP) {
    for (let clarify = answer; clarify >= 0.05; clarify -= STEP) {
      const cost = cases.reduce((sum, judged) => sum + judged.weight * costOf(judged, { answer, clarify }), 0);
      if (cost < lowest - 1e-9) {
        lowest = cost;
        best = { answer: Number(answer.toFixed(2)), clarify: Number(clarify.toFixed(2)) };
      }
    }
  }
  return best;
}

function costOf({ confidence, right, offered, inScope }: ThresholdCase, { answer, clarify }: Thresholds): number {
  if (confidence >= answer) return right ? 0 : inScope ? COSTS.wrongAnswer : COSTS.answeredOutOfScope;
  if (confidence >= clarify)
    return !inScope ? COSTS.offeredOutOfScope : offered ? COSTS.offeredRight : COSTS.offeredWrong;
  return inScope ? COSTS.refusedInScope : 0;
}
