import { Temporal } from 'temporal-polyfill';
import { later } from './later.ts';
import type { Derived } from './telling.ts';
import type { AowLeeftijd } from './figures.ts';
import type { Certainty } from './legal-basis.ts';

export type AowDatum =
  | (Derived & { kind: 'datum'; certainty: Certainty })
  /** Born before the first period of the table: the AOW has started already. */
  | { kind: 'bereikt' }
  /** Born after the last period of the table: the age is announced five years ahead. */
  | { kind: 'nogNietVastgesteld' };

/**
 * The day on which the AOW starts: the birthday at the AOW age, not the first of the month. Where that day does not exist
 * (30 or 31 in a shorter month) the first day of the next month, an assumption that svb.nl can confirm.
 *
 * @param leeftijden in order of birth; a birth date outside them gets no date, never the nearest age
 */
export function aowDatum(geboortedatum: Temporal.PlainDate, leeftijden: readonly AowLeeftijd[]): AowDatum {
  const leeftijd = leeftijden.find(
    ({ bornFrom, bornTo }) =>
      Temporal.PlainDate.compare(bornFrom, geboortedatum) <= 0 &&
      Temporal.PlainDate.compare(geboortedatum, bornTo) <= 0,
  );
  if (leeftijd === undefined) {
    const first = leeftijden[0];
    const earlier = first !== undefined && Temporal.PlainDate.compare(geboortedatum, first.bornFrom) < 0;
    return { kind: earlier ? 'bereikt' : 'nogNietVastgesteld' };
  }
  const { years, months, certainty } = leeftijd;
  const date = later(geboortedatum, { years, months });
  return { kind: 'datum', date, certainty, derivation: [{ step: 'aowLeeftijd', values: { years, months, date } }] };
}
