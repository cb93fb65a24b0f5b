import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { eindeVanWeek, teldag } from '../telling.ts';
import { duty } from './build.ts';

const WEKEN = 6;

/**
 * The bedrijfsarts' opinion and advice: by the end of sick week 6. The regulation counts six weeks after the first sick
 * day, which is one day later.
 *
 * @source Regeling procesgang art. 2 lid 2 and art. 5
 */
export function probleemanalyse({ geval }: Situatie): Deadline {
  return duty(eindeVanWeek(geval, WEKEN), {
    id: 'probleemanalyse',
    legalLatest: teldag(geval, WEKEN * 7 + 1),
    actors: ['werkgever', 'bedrijfsarts'],
    force: 'statute',
    certainty: 'high',
    basis: [
      { source: 'regeling-procesgang', at: 'artikel 2 lid 2 en artikel 5' },
      { source: 'wia', at: 'artikel 25 lid 1' },
    ],
  });
}
