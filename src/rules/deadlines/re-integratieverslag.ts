import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { eindeVanWeek, minWeken, type Derived } from '../telling.ts';
import { duty } from './build.ts';

const WEKEN_VOOR_EINDE = 13;
const WEEK = 91;

/** Work on the last parts of the report starts in sick week 88. */
const WEKEN_WERK = 4;

/** The last day for the re-integratieverslag: end of sick week 91, or 13 weeks before an end that was moved. */
function verslagDatum({ geval, verzuim, eindeWachttijd }: Situatie): Derived {
  return verzuim.verlengdTot === undefined ? eindeVanWeek(geval, WEEK) : minWeken(eindeWachttijd, WEKEN_VOOR_EINDE);
}

/**
 * The re-integratieverslag is ready and the employee has a copy: 13 weeks before the wachttijd ends.
 *
 * @source Wet WIA art. 25 lid 3
 */
export function reIntegratieverslag(situatie: Situatie): Deadline {
  return duty(verslagDatum(situatie), {
    id: 'reIntegratieverslag',
    actors: ['werkgever'],
    force: 'statute',
    certainty: 'high',
    basis: [
      { source: 'wia', at: 'artikel 25 lid 3' },
      { source: 'regeling-procesgang', at: 'artikel 6' },
    ],
  });
}

/**
 * The actueel oordeel of the bedrijfsarts, which the report needs: in the last four weeks before it is due.
 *
 * @source Regeling procesgang art. 6 lid 1 i-k; Beleidsregels beoordelingskader paragraph 5
 */
export function actueelOordeel(situatie: Situatie): Deadline {
  const derived = verslagDatum(situatie);
  return duty(derived, {
    id: 'actueelOordeel',
    from: derived.date.subtract({ weeks: WEKEN_WERK }).add({ days: 1 }),
    actors: ['werkgever', 'bedrijfsarts'],
    force: 'statute',
    certainty: 'high',
    basis: [
      { source: 'regeling-procesgang', at: 'artikel 6 lid 1 i-k' },
      { source: 'beleidsregels-poortwachter', at: 'paragraaf 5' },
      { source: 'wia-aanvraag-poortwachtersloket' },
    ],
  });
}

/**
 * The eindevaluatie of the plan van aanpak with the employee's own opinion: in the last four weeks before the report is due.
 *
 * @source Regeling procesgang art. 6 lid 1 h and l
 */
export function eindevaluatie(situatie: Situatie): Deadline {
  const derived = verslagDatum(situatie);
  return duty(derived, {
    id: 'eindevaluatie',
    from: derived.date.subtract({ weeks: WEKEN_WERK }).add({ days: 1 }),
    actors: ['werkgever', 'werknemer'],
    force: 'statute',
    certainty: 'high',
    basis: [{ source: 'regeling-procesgang', at: 'artikel 6 lid 1 h en l' }],
  });
}
