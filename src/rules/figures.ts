import type { Temporal } from 'temporal-polyfill';
import type { Certainty } from './legal-basis.ts';

/** The AOW age of people born in a period; both days inclusive. */
export interface AowLeeftijd {
  bornFrom: Temporal.PlainDate;
  bornTo: Temporal.PlainDate;
  years: number;
  months: number;
  certainty: Certainty;
}

/** Within how many weeks UWV decides about the WIA, for applications in a period; `to` is absent while no end is known. */
export interface WiaBeslistermijn {
  from: Temporal.PlainDate;
  to?: Temporal.PlainDate | undefined;
  weeks: number;
}

/** Figures that the law changes from time to time. They stand in `knowledge/_figures`, with their sources. */
export interface Figures {
  /** In order of birth, without gaps. */
  aowLeeftijden: readonly AowLeeftijd[];
  wiaBeslistermijnen: readonly WiaBeslistermijn[];
}
