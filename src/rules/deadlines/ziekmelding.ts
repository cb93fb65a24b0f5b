import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { opTeldag } from '../telling.ts';
import { duty } from './build.ts';

/**
 * The employee reports sick on the first sick day, as the company's rules say.
 *
 * @source BW 7:629 lid 6; Ziektewet art. 38a lid 1
 */
export function ziekmelding({ geval }: Situatie): Deadline {
  return duty(opTeldag(geval, 1), {
    id: 'ziekmelding',
    actors: ['werknemer'],
    force: 'practice',
    certainty: 'high',
    basis: [
      { source: 'bw7', at: 'artikel 629 lid 6' },
      { source: 'ziektewet', at: 'artikel 38a lid 1' },
    ],
  });
}
