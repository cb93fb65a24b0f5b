import type { Span } from './calendar.ts';
import type { DateReading, Setting, Side } from './reading.ts';
import type { Token } from './tokens.ts';

/** A day or period that comes back every year: "12 maart", "begin mei", "kerst", "week 12". */
export interface Yearly {
  kind: 'yearly';
  /** When it is in a year; undefined when that year has no such day. */
  at: (year: number) => Span | undefined;
  /** What is missing when it is a period. */
  missing: 'day' | 'month';
  /** Its figures and month name, to say that it cannot be; '' when it has none. */
  text: string;
  year?: number | undefined;
  /** The year was counted from today: "vorig jaar". */
  relativeYear?: boolean | undefined;
  /** "afgelopen", "aanstaande": stronger than the way the context leans. */
  side?: Side | undefined;
  /** The weekday that was given with it, 1 (Monday) to 7. */
  weekday?: number | undefined;
  /** Another day of the same month, for "12 maart, of 13". */
  sibling?: ((day: number) => Yearly) | undefined;
}

/** What a piece of a text says about a date, before years are shared and the leaning is settled. */
export type Meaning =
  | Yearly
  /** One of several, likeliest first. */
  | { kind: 'either'; options: readonly Yearly[] }
  /** "2025", "vorig jaar"; two years for "afgelopen jaar". */
  | { kind: 'year'; first: number; last: number; relative: boolean }
  /** "de 12e". */
  | { kind: 'dayOfMonth'; day: number; weekday?: number | undefined }
  /** "2 weken later": counted from the date before it. */
  | { kind: 'shift'; apply: (date: Span['from']) => Span['from'] }
  | { kind: 'read'; reading: DateReading };

/** What a part of the grammar found: one meaning, or more for "3 of 4 maart". */
export interface Found {
  meanings: readonly Meaning[];
  /** The place after it. */
  next: number;
  /** The meanings are the first and the last day of a period, as in "3-5 maart". */
  range?: boolean;
}

/** A part of the grammar: what it finds at a place, if anything. Looks a bounded number of tokens on. */
export type Part = (scan: Scan, at: number) => Found | undefined;

/** The text and the setting it is read in. */
export interface Scan {
  tokens: readonly Token[];
  setting: Setting;
}

/** Applies a change to the yearly meanings; others stay as they are. */
export function mapYearly(meaning: Meaning, change: (yearly: Yearly) => Yearly): Meaning {
  if (meaning.kind === 'yearly') return change(meaning);
  if (meaning.kind === 'either') return { kind: 'either', options: meaning.options.map(change) };
  return meaning;
}

/** Whether a meaning still waits for a year. */
export function lacksYear(meaning: Meaning): boolean {
  if (meaning.kind === 'yearly') return meaning.year === undefined;
  return meaning.kind === 'either' && meaning.options.every((option) => option.year === undefined);
}

/** A found reading. */
export function found(reading: DateReading, next: number): Found {
  return { meanings: [{ kind: 'read', reading }], next };
}

/** A found period. */
export function foundSpan(span: Span, next: number): Found {
  return found({ kind: 'partial', ...span, missing: missingIn(span) }, next);
}

/** A found date that was counted from today. */
export function foundDay(date: Span['from'], next: number): Found {
  return found({ kind: 'date', date, precision: 'relative' }, next);
}

/** The largest part that is missing of a period, by its length. */
export function missingIn(span: Span): 'day' | 'month' | 'year' {
  const days = span.from.until(span.to).days;
  if (days <= 45) return 'day';
  return days <= 400 ? 'month' : 'year';
}
