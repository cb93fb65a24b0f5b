import type { Temporal } from 'temporal-polyfill';
import { nextWorkingDay } from './working-day.ts';

const BEZWAAR_DAYS = 6 * 7;

/** The last day to object to a decision. */
export interface Bezwaartermijn {
  laatsteDag: Temporal.PlainDate;
  /** True when the last day would have been in a weekend or on a holiday. */
  verlengd: boolean;
}

/**
 * Six weeks from the day after the decision was made known. The Algemene termijnenwet moves a last day in a weekend
 * or on a holiday to the next working day.
 *
 * @param bekendgemaakt the day on which UWV sent the decision or handed it over
 * @source Algemene wet bestuursrecht art. 6:7 and 6:8; Algemene termijnenwet (BWBR0002448) art. 1 lid 1
 */
export function bezwaartermijn(bekendgemaakt: Temporal.PlainDate): Bezwaartermijn {
  const zesWeken = bekendgemaakt.add({ days: BEZWAAR_DAYS });
  const laatsteDag = nextWorkingDay(zesWeken);
  return { laatsteDag, verlengd: !laatsteDag.equals(zesWeken) };
}
