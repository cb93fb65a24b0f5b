import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../deadline.ts';
import type { LegalBasis } from '../legal-basis.ts';
import type { Situatie } from '../situatie.ts';
import { eindeVanWeek, minWeken, opgegeven, plusDagen, type Derived } from '../telling.ts';
import { event } from './build.ts';

/** Wet WIA art. 25 lid 9. */
const MAX_WEKEN = 52;

/** UWV decides at the latest so long before the wachttijd ends: the end of sick week 98. */
const WEEK_BESLUIT = 98;
const WEKEN_VOOR_EINDE = 6;

/** Wet WIA art. 25 lid 13: UWV's term to decide on a report of repair. Days. */
const DAGEN_BESLUIT = 21;

/** Wet WIA art. 25 lid 14: the sanction ends so long after UWV established the repair. */
const WEKEN_NA_HERSTEL = 6;

const BEKORTING: readonly LegalBasis[] = [
  { source: 'wia', at: 'artikel 25 lid 12-14' },
  { source: 'bezwaar-uwv' },
  { source: 'loonsanctie-fith' },
];

/**
 * The last day for UWV's decision to lengthen the wage period, when the WIA was applied for in time. After the wachttijd
 * itself no loonsanctie is possible at all.
 *
 * @source Wet WIA art. 25 lid 10
 */
export function loonsanctieBesluit({ geval, verzuim, eindeWachttijd }: Situatie): Deadline {
  const derived =
    verzuim.verlengdTot === undefined ? eindeVanWeek(geval, WEEK_BESLUIT) : minWeken(eindeWachttijd, WEKEN_VOOR_EINDE);
  return event(derived, {
    id: 'loonsanctieBesluit',
    actors: ['uwv'],
    force: 'statute',
    certainty: 'high',
    basis: [
      { source: 'wia', at: 'artikel 25 lid 9-11 en 14' },
      { source: 'hr-praktijk-loonsanctie' },
      { source: 'administratieve-loonsanctie' },
    ],
  });
}

/** The longest a loonsanctie can last: 52 weeks after the wachttijd. Wet WIA art. 25 lid 9. */
export function langsteLoonsanctie({ eindeWachttijd }: Situatie): Derived {
  const date = eindeWachttijd.date.add({ weeks: MAX_WEKEN });
  return {
    date,
    derivation: [...eindeWachttijd.derivation, { step: 'loonsanctie', values: { weeks: MAX_WEKEN, date } }],
  };
}

/**
 * The last day of a loonsanctie: 52 weeks, or sooner when the repair was reported: UWV decides within 21 days and the
 * sanction ends six weeks later, counted here with all of those days. Never before the wachttijd ends.
 *
 * @source Wet WIA art. 25 lid 9 and 12-14
 * @notModelled a working day later for UWV's 21 days (Algemene termijnenwet); maternity leave during the sanction
 */
export function eindeLoonsanctie(situatie: Situatie): Derived {
  const { bekortingsverzoek } = situatie.verzuim;
  const { date: wachttijd } = situatie.eindeWachttijd;
  const longest = langsteLoonsanctie(situatie);
  if (bekortingsverzoek === undefined) return longest;
  const decision = bekortingsverzoek.add({ days: DAGEN_BESLUIT });
  const sixWeeksLater = decision.add({ weeks: WEKEN_NA_HERSTEL });
  const notTooLate = Temporal.PlainDate.compare(sixWeeksLater, longest.date) > 0 ? longest.date : sixWeeksLater;
  const date = Temporal.PlainDate.compare(notTooLate, wachttijd) < 0 ? wachttijd : notTooLate;
  return {
    date,
    derivation: [...longest.derivation, { step: 'bekorting', values: { reported: bekortingsverzoek, decision, date } }],
  };
}

/** What a loonsanctie brings: its longest end, and the decision on a reported repair. Nothing when there is none. */
export function loonsanctie(situatie: Situatie): Deadline[] {
  const { loonsanctie: imposed, bekortingsverzoek } = situatie.verzuim;
  if (imposed !== true) return [];
  const tot = event(langsteLoonsanctie(situatie), {
    id: 'loonsanctieTot',
    actors: [],
    force: 'statute',
    certainty: 'high',
    basis: [{ source: 'wia', at: 'artikel 25 lid 9' }],
  });
  if (bekortingsverzoek === undefined) return [tot];
  const decision = event(plusDagen(opgegeven(bekortingsverzoek), DAGEN_BESLUIT), {
    id: 'bekortingBesluit',
    actors: ['uwv'],
    force: 'statute',
    certainty: 'high',
    basis: BEKORTING,
  });
  return [decision, tot];
}
