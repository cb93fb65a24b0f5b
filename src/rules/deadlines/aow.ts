import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { event } from './build.ts';

/** The day on which the AOW starts, when the table knows it. From that day there is no spoor 2 and no WIA. */
export function aow({ aow: datum }: Situatie): Deadline | undefined {
  if (datum?.kind !== 'datum') return undefined;
  return event(datum, {
    id: 'aow',
    actors: [],
    force: 'statute',
    certainty: datum.certainty,
    basis: [{ source: 'rijksoverheid-aow' }, { source: 'stb-2015-376' }],
  });
}
