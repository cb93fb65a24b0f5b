import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { dagErna, minWeken } from '../telling.ts';
import { event } from './build.ts';
import { eindeLoonperiode } from './loon-tot.ts';

const LAATSTE_WEKEN = 13;

/** The last day of the wachttijd of 104 weeks. Wet WIA art. 23; BW 7:629 lid 1. */
export function eindeWachttijd(situatie: Situatie): Deadline {
  return event(situatie.eindeWachttijd, {
    id: 'eindeWachttijd',
    actors: [],
    force: 'statute',
    certainty: 'high',
    basis: [
      { source: 'wia', at: 'artikel 23' },
      { source: 'bw7', at: 'artikel 629 lid 1' },
    ],
  });
}

/** The first day on which a WIA benefit can start: the day after the wage period. Wet WIA art. 47 lid 2, 54 lid 2, 64 lid 7-8. */
export function wiaEersteDag(situatie: Situatie): Deadline {
  return event(dagErna(eindeLoonperiode(situatie)), {
    id: 'wiaEersteDag',
    actors: ['uwv'],
    force: 'statute',
    certainty: 'high',
    basis: [{ source: 'wia', at: 'artikel 47 lid 2, artikel 54 lid 2 en artikel 64' }],
  });
}

/**
 * The day that counts for the no-riskpolis of someone with less than 35 % loss: the first day of the last 13 weeks of the
 * wachttijd.
 *
 * @source Ziektewet art. 29b lid 1 c
 */
export function noRiskPeildag({ eindeWachttijd: einde }: Situatie): Deadline {
  return event(dagErna(minWeken(einde, LAATSTE_WEKEN)), {
    id: 'noRiskPeildag',
    actors: [],
    force: 'statute',
    certainty: 'medium',
    basis: [{ source: 'ziektewet', at: 'artikel 29b lid 1 c' }, { source: 'no-riskpolis-einde-wachttijd' }],
  });
}
