import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { eindeVanWeek } from '../telling.ts';
import { duty } from './build.ts';

const WEEK = 52;

/** The arbeidsdeskundig onderzoek: no legal duty, customary before the end of sick week 52, sooner when in doubt. */
export function arbeidsdeskundigOnderzoek({ geval }: Situatie): Deadline {
  return duty(eindeVanWeek(geval, WEEK), {
    id: 'arbeidsdeskundigOnderzoek',
    actors: ['werkgever'],
    force: 'practice',
    certainty: 'medium',
    basis: [{ source: 'wvp-trace' }, { source: 'arbeidsdeskundig-collectief' }],
  });
}
