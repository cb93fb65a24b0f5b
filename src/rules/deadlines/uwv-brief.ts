import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { beginVanWeek, eindeVanWeek } from '../telling.ts';
import { event } from './build.ts';

const WEEK = 89;

/**
 * UWV's letter about the WIA: usually after 88 weeks, by the end of sick week 89 at the latest.
 *
 * @source Wet WIA art. 64 lid 2 and 6
 */
export function uwvBrief({ geval }: Situatie): Deadline {
  return event(eindeVanWeek(geval, WEEK), {
    id: 'uwvBrief',
    from: beginVanWeek(geval, WEEK).date,
    actors: ['uwv'],
    force: 'statute',
    certainty: 'high',
    basis: [
      { source: 'wia', at: 'artikel 64 lid 2 en 6' },
      { source: 'uwv-wia-aanvragen' },
      { source: 'wia-te-laat-aangevraagd' },
    ],
  });
}
