import { describe, expect, it } from 'vitest';
import { confidenceOf, fitCalibration } from '../../src/matching/calibration.ts';
import { chooseThresholds } from '../../src/matching/thresholds.ts';
import { NO_SIGNALS } from '../support/assistant.ts';

const signals = (best: number) => ({ ...NO_SIGNALS, best });

describe('fitCalibration', () => {
  it('learns how often a signal was right', () => {
    const cases = [0.1, 0.9].flatMap((best) =>
      Array.from({ length: 100 }, (_, index) => ({ signals: signals(best), right: index < best * 100, weight: 1 })),
    );
    const model = fitCalibration(cases);
    expect(confidenceOf(signals(0.1), model)).toBeCloseTo(0.1, 1);
    expect(confidenceOf(signals(0.9), model)).toBeCloseTo(0.9, 1);
  });
});

describe('chooseThresholds', () => {
  const judged = (confidence: number, right: boolean, inScope = true) => ({
    confidence,
    right,
    offered: right,
    inScope,
    weight: 1,
  });

  it('answers only above the wrong ones', () => {
    const { answer } = chooseThresholds([judged(0.9, true), judged(0.8, true), judged(0.6, false), judged(0.5, false)]);
    expect(answer).toBeGreaterThan(0.6);
    expect(answer).toBeLessThanOrEqual(0.8);
  });

  it('offers nothing below what is out of scope', () => {
    const { clarify } = chooseThresholds([
      judged(0.9, true),
      judged(0.5, true),
      ...[0.3, 0.31, 0.32].map((at) => judged(at, false, false)),
    ]);
    expect(clarify).toBeGreaterThan(0.32);
    expect(clarify).toBeLessThanOrEqual(0.5);
  });
});
