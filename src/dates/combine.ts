import type { Temporal } from 'temporal-polyfill';
import { isAfter } from './calendar.ts';
import { missingIn } from './meaning.ts';
import type { DateReading } from './reading.ts';

const MOST_OPTIONS = 3;

/**
 * Several possibilities as one reading that leaves none out: the one date they agree on, two or three dates to choose
 * from, or the period that holds them all.
 */
export function combined(readings: readonly DateReading[]): DateReading {
  const read = readings.filter((reading) => reading.kind !== 'none');
  const [first] = read;
  if (first === undefined) return { kind: 'none' };
  if (read.length === 1) return first;
  const impossible = read.find((reading) => reading.kind === 'impossible');
  if (impossible !== undefined) return impossible;
  if (read.some((reading) => reading.kind === 'partial')) return around(read);
  const dates = distinct(read.flatMap(daysOf));
  const [only] = dates;
  if (only !== undefined && dates.length === 1) {
    const exact = read.some((reading) => reading.kind === 'date' && reading.precision === 'exact');
    return { kind: 'date', date: only, precision: exact ? 'exact' : 'relative' };
  }
  return dates.length <= MOST_OPTIONS ? { kind: 'ambiguous', options: dates } : around(read);
}

/** The period that holds everything that was read. */
export function around(readings: readonly DateReading[]): DateReading {
  let from: Temporal.PlainDate | undefined;
  let to: Temporal.PlainDate | undefined;
  for (const day of readings.flatMap(daysOf)) {
    if (from === undefined || isAfter(from, day)) from = day;
    if (to === undefined || isAfter(day, to)) to = day;
  }
  if (from === undefined || to === undefined) return { kind: 'none' };
  return { kind: 'partial', from, to, missing: missingIn({ from, to }) };
}

/** The days a reading names: its date, its options, or its first and last day. */
export function daysOf(reading: DateReading): readonly Temporal.PlainDate[] {
  switch (reading.kind) {
    case 'date':
      return [reading.date];
    case 'partial':
      return [reading.from, reading.to];
    case 'ambiguous':
      return reading.options;
    case 'impossible':
    case 'none':
      return [];
  }
}

/** The dates without repeats, in order. */
export function distinct(dates: readonly Temporal.PlainDate[]): readonly Temporal.PlainDate[] {
  const seen = new Set<number>();
  return dates.filter((date) => seen.size < seen.add(date.year * 10_000 + date.month * 100 + date.day).size);
}
