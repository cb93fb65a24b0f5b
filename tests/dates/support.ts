import { Temporal } from 'temporal-polyfill';
import type { DateReading } from '../../src/dates/reading.ts';

/** The day the table of phrases is read on: a Sunday. */
export const TODAY = Temporal.PlainDate.from('2026-11-22');

/** A reading in the notation of the table of phrases. */
export function notation(reading: DateReading): string {
  switch (reading.kind) {
    case 'date':
      return `${reading.precision === 'exact' ? '=' : '~'}${reading.date.toString()}`;
    case 'partial':
      return `${reading.from.toString()}..${reading.to.toString()}${reading.missing === 'day' ? '' : ` ${reading.missing}`}`;
    case 'ambiguous':
      return reading.options.map((date) => date.toString()).join(' / ');
    case 'impossible':
      return `!${reading.reason} ${reading.text}`;
    case 'none':
      return 'none';
  }
}

/** Whether a reading is what the table expects. */
export function isExpected(reading: DateReading, expected: string): boolean {
  if (!expected.startsWith('?')) return notation(reading) === expected;
  const day = expected.slice(1);
  return reading.kind === 'partial' && reading.from.toString() <= day && day <= reading.to.toString();
}
