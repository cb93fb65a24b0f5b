import type { Judged } from './judge.ts';

/** Messages with about the same confidence, and how often the best topic was right. Confidence and share: 0 to 1. */
export interface Band {
  from: number;
  to: number;
  size: number;
  /** Mean confidence. */
  confidence: number;
  /** Share whose best topic was right. */
  right: number;
}

const BANDS = 10;

/** The reliability curve: ten bands of confidence from 0 to 1; a band without messages is left out. */
export function reliabilityOf(judged: readonly Judged[]): Band[] {
  const counted = judged.filter(({ verdict }) => verdict !== 'notCounted');
  const bandOf = ({ outcome }: Judged) => Math.min(BANDS - 1, Math.floor(outcome.confidence * BANDS));
  return Array.from({ length: BANDS }, (_, number) => {
    const inBand = counted.filter((one) => bandOf(one) === number);
    const mean = (value: (one: Judged) => number) =>
      inBand.reduce((sum, one) => sum + value(one), 0) / Math.max(1, inBand.length);
    return {
      from: number / BANDS,
      to: (number + 1) / BANDS,
      size: inBand.length,
      confidence: mean(({ outcome }) => outcome.confidence),
      right: mean(({ bestIsRight }) => (bestIsRight ? 1 : 0)),
    };
  }).filter(({ size }) => size > 0);
}

/** Expected calibration error: mean gap between confidence and how often the best topic was right, 0 to 1. */
export function calibrationErrorOf(bands: readonly Band[]): number {
  const all = bands.reduce((sum, { size }) => sum + size, 0);
  return bands.reduce((sum, { size, confidence, right }) => sum + size * Math.abs(confidence - right), 0) / (all || 1);
}
