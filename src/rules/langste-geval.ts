import type { Temporal } from 'temporal-polyfill';

/** Two years, a loonsanctie and some delay fit in. */
const JAREN = 5;

/** Whether a first sick day lies so far back that it is most likely a slip of the year: no case runs so long. */
export function isTeLangGeleden(eersteZiektedag: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return eersteZiektedag.until(today, { largestUnit: 'year' }).years >= JAREN;
}
