import { confusionsOf, type Confusion } from './confusions.ts';
import { figuresBy, figuresOf, SHARES, type Facet, type Figures } from './figures.ts';
import type { Judged } from './judge.ts';
import type { CurvePoint } from './learning-curve.ts';
import { calibrationErrorOf, reliabilityOf, type Band } from './reliability.ts';

/** Everything that an evaluation found out. */
export interface Evaluation {
  figures: Figures;
  /** Questions about topics that do not exist (yet). */
  notCounted: number;
  by: Readonly<Record<Facet, ReadonlyMap<string, Figures>>>;
  calibrationError: number;
  reliability: readonly Band[];
  confusions: readonly Confusion[];
  /** Every question that was not answered right, and everything out of scope that was not refused. */
  misses: readonly Judged[];
  curve?: readonly CurvePoint[];
}

/** Sums up judged questions. @param curve the learning curve, where it was asked for */
export function evaluate(judged: readonly Judged[], curve?: readonly CurvePoint[]): Evaluation {
  const reliability = reliabilityOf(judged);
  return {
    figures: figuresOf(judged),
    notCounted: judged.filter(({ verdict }) => verdict === 'notCounted').length,
    by: {
      set: figuresBy('set', judged),
      lang: figuresBy('lang', judged),
      asker: figuresBy('asker', judged),
      topic: figuresBy('topic', judged),
    },
    calibrationError: calibrationErrorOf(reliability),
    reliability,
    confusions: confusionsOf(judged),
    misses: judged.filter(({ verdict }) => !['right', 'refusedOutOfScope', 'notCounted'].includes(verdict)),
    ...(curve && { curve }),
  };
}

/** The counts that `tests/evaluation` pins: whole numbers per set, and the calibration error in hundredths. */
export function pinnedSummary({ by, calibrationError }: Evaluation): Record<string, Record<string, number>> {
  const sets = [...by.set].sort(([a], [b]) => a.localeCompare(b));
  return {
    ...Object.fromEntries(sets.map(([set, figures]) => [set, countsOf(figures)])),
    calibration: { errorInHundredths: Math.round(100 * calibrationError) },
  };
}

function countsOf(figures: Figures): Record<string, number> {
  const counted = SHARES.filter((name) => figures[name].of > 0);
  return Object.fromEntries(counted.map((name) => [name, figures[name].count]));
}
