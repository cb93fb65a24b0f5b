import type { Temporal } from 'temporal-polyfill';

/**
 * The same day so many years and months later. Where that day does not exist (29 February, 30 or 31) the first day of the
 * next month: an assumption, since the law does not say.
 */
export function later(date: Temporal.PlainDate, term: { years: number; months?: number }): Temporal.PlainDate {
  const moved = date.add(term);
  return moved.day === date.day ? moved : moved.add({ days: 1 });
}
