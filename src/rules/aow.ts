import { Temporal } from 'temporal-polyfill';
import type { Derived } from './telling.ts';
import type { AowLeeftijd } from './figures.ts';
import type { Certainty } from './legal-basis.ts';

export type AowDatum =
  | (Derived & { kind: 'datum'; certainty: Certainty })
  /** Born before the first period of the table: the AOW started before this day. */
  | { kind: 'bereikt'; uiterlijk: Temporal.PlainDate }
  /** Born after the last period of the table: the age is announced five years ahead. */
  | { kind: 'nogNietVastgesteld' };

/**
 * The day on which the AOW starts: the birthday at the AOW age, not the first of the month. Where that day does not exist
 * (30 or 31 in a shorter month) the first day of the next month, an assumption that svb.nl can confirm.
 *
 * @param leeftijden in order of birth; a birth date outside them gets no date, never the nearest age
 */
export function aowDatum(geboortedatum: Temporal.PlainDate, leeftijden: readonly AowLeeftijd[]): AowDatum {
  const { compare } = Temporal.PlainDate;
  const leeftijd = leeftijden.find(
    ({ bornFrom, bornTo }) => compare(bornFrom, geboortedatum) <= 0 && compare(geboortedatum, bornTo) <= 0,
  );
  if (leeftijd === undefined) {
    const first = leeftijden[0];
    if (first === undefined || compare(geboortedatum, first.bornFrom) >= 0) return { kind: 'nogNietVastgesteld' };
    const { bornFrom, years, months } = first;
    return { kind: 'bereikt', uiterlijk: bornFrom.add({ years, months }) };
  }
  const { years, months, certainty } = leeftijd;
  const birthday = geboortedatum.add({ years, months });
  const date = birthday.day === geboortedatum.day ? birthday : birthday.add({ days: 1 });
  return { kind: 'datum', date, certainty, derivation: [{ step: 'aowLeeftijd', values: { years, months, date } }] };
}
