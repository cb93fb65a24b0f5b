import type { Deadline } from '../deadline.ts';
import type { Situatie } from '../situatie.ts';
import { eindeVanWeek, opgegeven, plusWeken, teldag, type Derived } from '../telling.ts';
import { duty } from './build.ts';

const WEKEN = 8;
const WEKEN_NA_OORDEEL = 2;

/** The date of the plan van aanpak: two weeks after the opinion where its day is known, else the end of sick week 8. */
export function planDatum({ geval, verzuim: { oordeelBedrijfsarts } }: Situatie): Derived {
  if (oordeelBedrijfsarts === undefined) return eindeVanWeek(geval, WEKEN);
  return plusWeken(opgegeven(oordeelBedrijfsarts), WEKEN_NA_OORDEEL);
}

/**
 * The plan van aanpak in writing, within two weeks after the opinion of the bedrijfsarts.
 *
 * @source Regeling procesgang art. 4 lid 1; Wet WIA art. 25 lid 2; BW 7:658a lid 3, 7:660a
 */
export function planVanAanpak(situatie: Situatie): Deadline {
  const { geval, verzuim } = situatie;
  return duty(planDatum(situatie), {
    id: 'planVanAanpak',
    ...(verzuim.oordeelBedrijfsarts === undefined && { legalLatest: teldag(geval, WEKEN * 7 + 1) }),
    actors: ['werkgever', 'werknemer'],
    force: 'statute',
    certainty: 'high',
    basis: [
      { source: 'regeling-procesgang', at: 'artikel 4 lid 1' },
      { source: 'wia', at: 'artikel 25 lid 2' },
      { source: 'bw7', at: 'artikel 658a lid 3 en artikel 660a' },
    ],
  });
}
