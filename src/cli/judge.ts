import type { Outcome } from '../conversation/turn-result.ts';

/** A labelled question; no topics means that there is no answer to give. */
export interface LabelledQuestion {
  id: string | number;
  q: string;
  topics: readonly string[];
}

export type Verdict =
  | 'right'
  | 'offered'
  | 'wrong'
  | 'offeredOthers'
  | 'refused'
  | 'refusedOutOfScope'
  | 'offeredOutOfScope'
  | 'answeredOutOfScope'
  | 'notCounted';

export interface Judged {
  question: LabelledQuestion;
  outcome: Outcome;
  verdict: Verdict;
}

/** Judges one outcome. Questions about topics that do not exist (yet) are not counted. */
export function judge(question: LabelledQuestion, outcome: Outcome, exists: (topic: string) => boolean): Judged {
  return { question, outcome, verdict: verdictOf(question, outcome, exists) };
}

function verdictOf({ topics }: LabelledQuestion, outcome: Outcome, exists: (topic: string) => boolean): Verdict {
  const given = outcome.topics;
  if (topics.length === 0) {
    const verdicts = {
      answer: 'answeredOutOfScope',
      clarify: 'offeredOutOfScope',
      fallback: 'refusedOutOfScope',
    } as const;
    return verdicts[outcome.decision];
  }
  if (!topics.some(exists)) return 'notCounted';
  const hit = given.some((topic) => topics.includes(topic));
  switch (outcome.decision) {
    case 'answer':
      return hit ? 'right' : 'wrong';
    case 'clarify':
      return hit ? 'offered' : 'offeredOthers';
    case 'fallback':
      return 'refused';
  }
}

export interface Summary {
  inScope: number;
  outOfScope: number;
  counts: Record<Verdict, number>;
  /** Mean gap between confidence and how often it was right, over ten bands of confidence; counted questions only. */
  expectedCalibrationError: number;
}

export function summarise(judged: readonly Judged[]): Summary {
  const counts: Summary['counts'] = {
    right: 0,
    offered: 0,
    wrong: 0,
    offeredOthers: 0,
    refused: 0,
    refusedOutOfScope: 0,
    offeredOutOfScope: 0,
    answeredOutOfScope: 0,
    notCounted: 0,
  };
  for (const { verdict } of judged) counts[verdict] += 1;
  return {
    inScope: counts.right + counts.offered + counts.wrong + counts.offeredOthers + counts.refused,
    outOfScope: counts.refusedOutOfScope + counts.offeredOutOfScope + counts.answeredOutOfScope,
    counts,
    expectedCalibrationError: calibrationError(judged.filter(({ verdict }) => verdict !== 'notCounted')),
  };
}

const BANDS = 10;

function calibrationError(judged: readonly Judged[]): number {
  const bands = Array.from({ length: BANDS }, () => ({ confidence: 0, right: 0, size: 0 }));
  for (const { question, outcome } of judged) {
    const band = bands[Math.min(BANDS - 1, Math.floor(outcome.confidence * BANDS))];
    if (band === undefined) continue;
    band.size += 1;
    band.confidence += outcome.confidence;
    band.right += question.topics.includes(outcome.topics[0] ?? '') ? 1 : 0;
  }
  return (
    bands.reduce((sum, { confidence, right }) => sum + Math.abs(confidence - right), 0) / Math.max(1, judged.length)
  );
}

/** The summary as a small table for people. */
export function summaryText({ inScope, outOfScope, counts, expectedCalibrationError }: Summary): string {
  const line = (label: string, count: number, of: number) =>
    `  ${label.padEnd(34)} ${String(count).padStart(5)}   ${of === 0 ? '' : `${((100 * count) / of).toFixed(1).padStart(5)} %`}`;
  return [
    `In scope: ${inScope} questions`,
    line('answered right', counts.right, inScope),
    line('right one offered', counts.offered, inScope),
    line('answered wrong', counts.wrong, inScope),
    line('others offered', counts.offeredOthers, inScope),
    line('refused', counts.refused, inScope),
    `Out of scope: ${outOfScope} messages`,
    line('refused', counts.refusedOutOfScope, outOfScope),
    line('choice offered', counts.offeredOutOfScope, outOfScope),
    line('answered', counts.answeredOutOfScope, outOfScope),
    `Expected calibration error: ${expectedCalibrationError.toFixed(3)}`,
    `Not counted, about topics that do not exist yet: ${counts.notCounted}`,
  ].join('\n');
}
