import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { beginVanWeek, eindeVanWeek } from '../telling.ts';
import { duty } from './build.ts';

const EERSTE_WEEK = 46;
const LAATSTE_WEEK = 52;

/**
 * The eerstejaarsevaluatie: sick weeks 46 to 52. The law asks for it at the end of the first year; the weeks are UWV's.
 *
 * @source Regeling procesgang art. 4 lid 2 b and art. 6 lid 1 h; Beleidsregels beoordelingskader paragraph 5
 */
export function eerstejaarsevaluatie({ geval }: Situatie): Deadline {
  return duty(eindeVanWeek(geval, LAATSTE_WEEK), {
    id: 'eerstejaarsevaluatie',
    from: beginVanWeek(geval, EERSTE_WEEK).date,
    actors: ['werkgever', 'werknemer'],
    force: 'statute',
    certainty: 'high',
    basis: [
      { source: 'regeling-procesgang', at: 'artikel 4 lid 2 b en artikel 6 lid 1 h' },
      { source: 'beleidsregels-poortwachter', at: 'paragraaf 5' },
      { source: 'eerstejaarsevaluatie-brightmine' },
    ],
  });
}
