import type { Temporal } from 'temporal-polyfill';
import type { DateLanguage } from './date-text.ts';

/** What was read of a text that should hold a date. */
export type DateReading =
  | {
      kind: 'date';
      date: Temporal.PlainDate;
      /** 'exact': a full date was given; 'relative': counted from today, a weekday or a date without a year. */
      precision: 'exact' | 'relative';
    }
  | {
      kind: 'partial';
      /** First and last day it can be. */
      from: Temporal.PlainDate;
      to: Temporal.PlainDate;
      /** The largest part that is missing: 'month' for "2025", 'day' for "maart 2025" or "week 12". */
      missing: 'day' | 'month' | 'year';
    }
  | {
      kind: 'ambiguous';
      /** 2 or 3 readings, likeliest first. */
      options: readonly Temporal.PlainDate[];
    }
  | {
      kind: 'impossible';
      /** The part that cannot be, such as "31-2-2025" or "30 februari": figures and month names, at most 30 characters. */
      text: string;
      reason: 'noSuchDay' | 'noSuchMonth' | 'yearOutOfRange';
    }
  | { kind: 'none' };

/** The way a date without a year, or a weekday, leans. */
export type Side = 'past' | 'future';

export interface DateContext {
  today: Temporal.PlainDate;
  /** 'past' (default) for a first sick day, 'future' for the end of a contract. */
  leans?: Side;
  /** 'en': a numeric date whose day and month are both at most 12 and differ is ambiguous, day first. */
  language?: DateLanguage;
}

/** A context with everything filled in. */
export type Setting = Required<DateContext>;
