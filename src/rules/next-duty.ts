import { Temporal } from 'temporal-polyfill';
import type { Deadline } from './deadline.ts';

/**
 * The first duty whose date has not passed, in a list in order of date. A window that is open counts by its last day. The
 * evaluations every six weeks stand back for what comes once, unless nothing else is left.
 *
 * @param today in the Netherlands
 */
export function nextDuty(deadlines: readonly Deadline[], today: Temporal.PlainDate): Deadline | undefined {
  const coming = deadlines.filter(
    ({ nature, date }) => nature === 'duty' && Temporal.PlainDate.compare(date, today) >= 0,
  );
  return coming.find(({ id }) => id !== 'evaluatie') ?? coming[0];
}
