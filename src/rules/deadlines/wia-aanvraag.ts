import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { eindeVanWeek, minWeken, opgegeven, plusWeken, type Derived } from '../telling.ts';
import { duty, event } from './build.ts';

const WEKEN_VOOR_EINDE = 11;
const WEEK = 93;

/** The last day on which a WIA application is in time: end of sick week 93, or 11 weeks before an end that was moved. */
function aanvraagDatum({ geval, verzuim, eindeWachttijd }: Situatie): Derived {
  return verzuim.verlengdTot === undefined ? eindeVanWeek(geval, WEEK) : minWeken(eindeWachttijd, WEKEN_VOOR_EINDE);
}

/**
 * The employee applies for the WIA, with the re-integratieverslag: 11 weeks before the wachttijd ends.
 *
 * @source Wet WIA art. 64 lid 3
 */
export function wiaAanvraag(situatie: Situatie): Deadline {
  return duty(aanvraagDatum(situatie), {
    id: 'wiaAanvraag',
    actors: ['werknemer'],
    force: 'statute',
    certainty: 'high',
    basis: [{ source: 'wia', at: 'artikel 64 lid 3' }, { source: 'uwv-wia-aanvragen' }],
  });
}

/**
 * How many days after the last day in time the WIA was applied for; 0 when in time or not applied for yet.
 *
 * @source BW 7:629 lid 11 a; Wet WIA art. 64 lid 6
 * @notModelled a late letter of UWV, after which there are four weeks
 */
export function dagenTeLaat(situatie: Situatie): number {
  const { wiaAangevraagd } = situatie.verzuim;
  if (wiaAangevraagd === undefined) return 0;
  return Math.max(0, aanvraagDatum(situatie).date.until(wiaAangevraagd).days);
}

/**
 * When UWV should decide on an application that was made. The term is the one of the day of application; nothing when
 * no term is known for that day.
 *
 * @source Wet WIA art. 102 lid 3; temporarily longer by policy of UWV
 */
export function wiaBesluit({ verzuim, figures }: Situatie): Deadline | undefined {
  const { wiaAangevraagd } = verzuim;
  if (wiaAangevraagd === undefined) return undefined;
  const term = figures.wiaBeslistermijnen.find(
    ({ from, to }) =>
      Temporal.PlainDate.compare(from, wiaAangevraagd) <= 0 &&
      (to === undefined || Temporal.PlainDate.compare(wiaAangevraagd, to) <= 0),
  );
  if (term === undefined) return undefined;
  return event(plusWeken(opgegeven(wiaAangevraagd), term.weeks), {
    id: 'wiaBesluit',
    actors: ['uwv'],
    force: 'uwv-policy',
    certainty: 'medium',
    basis: [{ source: 'wia', at: 'artikel 102 lid 3' }, { source: 'beslistermijn-wia' }],
  });
}
