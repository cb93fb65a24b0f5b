import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { beginVanWeek, eindeVanWeek } from '../telling.ts';
import { event } from './build.ts';

/** After three weeks; until the end of week 68. */
const EERSTE_WEEK = 4;
const LAATSTE_WEEK = 68;

/**
 * The period in which a shortened wachttijd can be asked for, once: from 3 weeks to the end of sick week 68. A
 * possibility, not a duty.
 *
 * @source Wet WIA art. 23 lid 6 and art. 66
 */
export function vervroegdeIva({ geval }: Situatie): Deadline {
  return event(eindeVanWeek(geval, LAATSTE_WEEK), {
    id: 'vervroegdeIva',
    from: beginVanWeek(geval, EERSTE_WEEK).date,
    actors: ['werknemer', 'bedrijfsarts'],
    force: 'statute',
    certainty: 'high',
    basis: [{ source: 'wia', at: 'artikel 23 lid 6 en artikel 66' }, { source: 'uwv-vervroegde-wia' }],
  });
}
