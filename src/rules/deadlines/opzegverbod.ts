import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../deadline.ts';
import { later } from '../later.ts';
import { WACHTTIJD, type Situatie } from '../situatie.ts';
import { before, dagErna, eindeVanWeek, teldag, type Derived } from '../telling.ts';
import { event } from './build.ts';
import { eindeLoonperiode, WEKEN_NA_AOW, zesWekenNaAow } from './loon-tot.ts';

const JAREN = 2;

/** Two calendar years from the first sick day, in counted days. From 29 February to the last day of February. */
function tweeJaar({ geval }: Situatie): Derived {
  const { eersteZiektedag } = geval;
  const end = later(eersteZiektedag, { years: JAREN });
  const days = eersteZiektedag.until(end).days;
  const date = teldag(geval, days);
  return { date, derivation: [...before(geval, date), { step: 'tweeJaar', values: { date, days } }] };
}

function opzegverbodDatum(situatie: Situatie): Derived {
  const { geval, ziekNaAow, aowBinnenGeval, eindeWachttijd, verzuim } = situatie;
  if (ziekNaAow) return eindeVanWeek(geval, WEKEN_NA_AOW);
  const basic = tweeJaar(situatie);
  if (aowBinnenGeval !== undefined) {
    const afterAow = zesWekenNaAow(aowBinnenGeval);
    return Temporal.PlainDate.compare(afterAow.date, basic.date) < 0 ? afterAow : basic;
  }
  // A late application, a loonsanctie and a voluntary extension lengthen the ban by as much as the wage period.
  const na104Weken = verzuim.verlengdTot === undefined ? eindeWachttijd.date : teldag(geval, WACHTTIJD);
  const days = na104Weken.until(eindeLoonperiode(situatie).date).days;
  if (days === 0) return basic;
  const date = basic.date.add({ days });
  return { date, derivation: [...basic.derivation, { step: 'plusDagen', values: { days, date } }] };
}

/**
 * The last day on which the employee may not be dismissed because of sickness: two calendar years, a few days more than
 * 104 weeks.
 *
 * @source BW 7:670 lid 1 and 11
 * @notModelled sickness caused by pregnancy before the leave, and sickness during it, which do not count (lid 1)
 */
export function opzegverbodTot(situatie: Situatie): Deadline {
  return event(opzegverbodDatum(situatie), {
    id: 'opzegverbodTot',
    actors: [],
    force: 'statute',
    certainty: 'high',
    basis: [{ source: 'bw7', at: 'artikel 670 lid 1 en 11' }],
  });
}

/**
 * The first day for asking UWV's permission to dismiss: after the wage period and the dismissal ban.
 *
 * @source BW 7:669 lid 3 b, 7:671a; rules of UWV
 */
export function ontslagaanvraag(situatie: Situatie): Deadline | undefined {
  if (situatie.ziekNaAow || situatie.aowBinnenGeval !== undefined) return undefined;
  return event(dagErna(opzegverbodDatum(situatie)), {
    id: 'ontslagaanvraag',
    actors: ['werkgever'],
    force: 'uwv-policy',
    certainty: 'medium',
    basis: [
      { source: 'bw7', at: 'artikel 669 lid 3 b en artikel 671a' },
      { source: 'uwv-ontslag' },
      { source: 'ontslag-zonder-wia-besluit' },
    ],
  });
}
