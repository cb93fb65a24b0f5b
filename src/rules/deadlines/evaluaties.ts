import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { eindeVanWeek, plusWeken, type Derived } from '../telling.ts';
import { duty } from './build.ts';
import { planDatum } from './plan-van-aanpak.ts';

/** UWV's norm; the law says "periodically". */
const WEKEN_TUSSEN = 6;

/** End of the sick week in which the plan is due when the day of the opinion is not known. */
const WEKEN_TOT_PLAN = 8;

/**
 * The evaluations every six weeks after the plan van aanpak, up to a day.
 *
 * @param tot last day on which one can fall
 * @source Wet WIA art. 25 lid 2; BW 7:658a lid 3; Regeling procesgang art. 4 lid 2 b; six weeks: practice of UWV
 */
export function evaluaties(situatie: Situatie, tot: Temporal.PlainDate): Deadline[] {
  const all: Deadline[] = [];
  for (let number = 1; ; number += 1) {
    const derived = evaluatieDatum(situatie, number);
    if (Temporal.PlainDate.compare(derived.date, tot) > 0) return all;
    all.push(
      duty(derived, {
        id: 'evaluatie',
        number,
        actors: ['werkgever', 'werknemer'],
        force: 'uwv-practice',
        certainty: 'medium',
        basis: [
          { source: 'wia', at: 'artikel 25 lid 2' },
          { source: 'bw7', at: 'artikel 658a lid 3' },
          { source: 'regeling-procesgang', at: 'artikel 4 lid 2 b' },
          { source: 'eerstejaarsevaluatie-brightmine' },
        ],
      }),
    );
  }
}

function evaluatieDatum(situatie: Situatie, number: number): Derived {
  if (situatie.verzuim.oordeelBedrijfsarts === undefined)
    return eindeVanWeek(situatie.geval, WEKEN_TOT_PLAN + number * WEKEN_TUSSEN);
  return plusWeken(planDatum(situatie), number * WEKEN_TUSSEN);
}
