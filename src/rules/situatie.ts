import { Temporal } from 'temporal-polyfill';
import { aowDatum, type AowDatum } from './aow.ts';
import { CaseError } from './case-error.ts';
import type { Verzuim } from './case.ts';
import type { Figures } from './figures.ts';
import { opTeldag, type Derived } from './telling.ts';
import type { Ziektegeval } from './ziektegeval.ts';

/** 104 weeks. Wet WIA art. 23 lid 1; BW 7:629 lid 1. Counted days. */
export const WACHTTIJD = 728;

/** What every duty is worked out from. */
export interface Situatie {
  verzuim: Verzuim;
  geval: Ziektegeval;
  figures: Figures;
  /** Last day of the wachttijd: after 104 weeks, or where employer and employee lengthened it to. */
  eindeWachttijd: Derived;
  /** Absent when the date of birth is not known. */
  aow?: AowDatum;
  /** The AOW date, when it falls within the case; before the first sick day counts too. */
  aowBinnenGeval?: Derived;
  /** True when the AOW started on or before the first sick day. */
  ziekNaAow: boolean;
}

/**
 * The situation of a case.
 *
 * @throws CaseError when a date cannot belong to this case
 */
export function situatie(verzuim: Verzuim, geval: Ziektegeval, figures: Figures): Situatie {
  const { verlengdTot, geboortedatum } = verzuim;
  checkDates(verzuim, geval);
  const na104Weken = opTeldag(geval, WACHTTIJD);
  if (verlengdTot !== undefined && Temporal.PlainDate.compare(verlengdTot, na104Weken.date) < 0)
    throw new CaseError('extensionTooEarly', 'verlengdTot');
  const eindeWachttijd: Derived =
    verlengdTot === undefined
      ? na104Weken
      : {
          date: verlengdTot,
          derivation: [...na104Weken.derivation, { step: 'verlengd', values: { date: verlengdTot } }],
        };
  const aow = geboortedatum === undefined ? undefined : aowDatum(geboortedatum, figures.aowLeeftijden);
  const ziekNaAow = aow !== undefined && reachedBy(aow, geval.eersteZiektedag);
  return {
    verzuim,
    geval,
    figures,
    eindeWachttijd,
    ziekNaAow,
    ...(aow && { aow }),
    ...(aow?.kind === 'datum' &&
      Temporal.PlainDate.compare(aow.date, eindeWachttijd.date) <= 0 && { aowBinnenGeval: aow }),
  };
}

function reachedBy(aow: AowDatum, date: Temporal.PlainDate): boolean {
  return aow.kind === 'bereikt' || (aow.kind === 'datum' && Temporal.PlainDate.compare(aow.date, date) <= 0);
}

/** Facts that cannot lie before the first sick day of the case. */
const NOT_BEFORE = [
  'oordeelBedrijfsarts',
  'eerstejaarsevaluatie',
  'arbeidsdeskundigAdvies',
  'wiaAangevraagd',
  'bekortingsverzoek',
  'eindeContract',
] as const;

function checkDates(verzuim: Verzuim, { eersteZiektedag }: Ziektegeval): void {
  for (const field of NOT_BEFORE) {
    const date = verzuim[field];
    if (date !== undefined && Temporal.PlainDate.compare(date, eersteZiektedag) < 0)
      throw new CaseError('beforeFirstSickDay', field);
  }
  if (verzuim.bekortingsverzoek !== undefined && verzuim.loonsanctie !== true)
    throw new CaseError('bekortingWithoutLoonsanctie', 'bekortingsverzoek');
}
