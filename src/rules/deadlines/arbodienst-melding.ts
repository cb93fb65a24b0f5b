import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { eindeVanWeek } from '../telling.ts';
import { duty } from './build.ts';

/** The regulation says "in time"; a week is what practice makes of it. */
const WEKEN = 1;

/**
 * The employer reports the sickness to the arbodienst or bedrijfsarts: by the end of sick week 1.
 *
 * @source Regeling procesgang art. 2 lid 1
 */
export function arbodienstMelding({ geval }: Situatie): Deadline {
  return duty(eindeVanWeek(geval, WEKEN), {
    id: 'arbodienstMelding',
    actors: ['werkgever'],
    force: 'practice',
    certainty: 'medium',
    basis: [{ source: 'regeling-procesgang', at: 'artikel 2 lid 1' }, { source: 'ziekmelding-door-werkgever' }],
  });
}
