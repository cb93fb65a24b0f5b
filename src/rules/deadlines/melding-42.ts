import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { beginVanWeek, eindeVanWeek, teldag } from '../telling.ts';
import { duty } from './build.ts';

const WEEK = 42;

/**
 * The 42e-weeksmelding to UWV: in sick week 42. The law allows the first day after 42 weeks, and UWV accepts the first
 * working day after them.
 *
 * @source Ziektewet art. 38 lid 1 and 3
 * @notModelled vangnet: other report terms hold there, so no date is given
 */
export function melding42({ geval, verzuim }: Situatie): Deadline | undefined {
  if (verzuim.vangnet === true) return undefined;
  return duty(eindeVanWeek(geval, WEEK), {
    id: 'melding42',
    from: beginVanWeek(geval, WEEK).date,
    legalLatest: teldag(geval, WEEK * 7 + 1),
    actors: ['werkgever'],
    force: 'statute',
    certainty: 'high',
    basis: [{ source: 'ziektewet', at: 'artikel 38 lid 1 en 3' }, { source: 'uwv-42e-week' }],
  });
}
