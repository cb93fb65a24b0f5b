import type { Temporal } from 'temporal-polyfill';
import type { Actor, DeadlineId } from './deadline.ts';
import type { Certainty, Force, LegalBasis } from './legal-basis.ts';

/**
 * What stands in the place of a `{name}` in a text: a date is written out in full, a number as it is, a deadline by its
 * title, and those who act by what they are called.
 */
export type Value =
  Temporal.PlainDate | number | { deadline: DeadlineId; number?: number } | { actors: readonly Actor[] };

export type Values = Readonly<Record<string, Value>>;

/** One thing a rule says: the key of its text, what is filled in, and what it rests on. */
export interface Finding {
  key: string;
  values?: Values;
  force?: Force;
  certainty?: Certainty;
  basis?: readonly LegalBasis[];
}
