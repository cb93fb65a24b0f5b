import type { Temporal } from 'temporal-polyfill';
import type { Certainty, Force, LegalBasis } from './legal-basis.ts';

/** What stands in the place of a `{name}` in a text: a date is written out in full, a number as it is. */
export type Values = Readonly<Record<string, Temporal.PlainDate | number>>;

/** One thing a rule says: the key of its text, what is filled in, and what it rests on. */
export interface Finding {
  key: string;
  values?: Values;
  force?: Force;
  certainty?: Certainty;
  basis?: readonly LegalBasis[];
}
