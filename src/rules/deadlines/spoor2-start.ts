import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../deadline.ts';
import type { LegalBasis } from '../legal-basis.ts';
import type { Situatie } from '../situatie.ts';
import { eindeVanWeek, opgegeven, plusWeken, type Derived } from '../telling.ts';
import { duty } from './build.ts';

const STREEFWEEK = 52;

/** UWV's limit: so long after the eerstejaarsevaluatie, which is in week 52 at the latest. */
const WEKEN_NA_EVALUATIE = 6;

const BASIS: readonly LegalBasis[] = [
  { source: 'bw7', at: 'artikel 658a lid 1 en 2' },
  { source: 'beleidsregels-poortwachter', at: 'paragraaf 5 en 9' },
];

const PRACTICE: readonly LegalBasis[] = [
  { source: 'hr-praktijk-loonsanctie' },
  { source: 'opstart-tweede-spoor' },
  { source: 'poortwachter-schema' },
];

/**
 * The date to have spoor 2 running by: the end of sick week 52. The law names no week: it starts as soon as it is clear
 * that there is no suitable work with the own employer.
 *
 * @source BW 7:658a lid 1-2; the week: advice of practice
 */
export function spoor2Streefdatum({ geval }: Situatie): Deadline {
  return duty(eindeVanWeek(geval, STREEFWEEK), {
    id: 'spoor2Streefdatum',
    actors: ['werkgever'],
    force: 'uwv-practice',
    certainty: 'medium',
    basis: [...BASIS, ...PRACTICE],
  });
}

/**
 * The outer limit: six weeks after the eerstejaarsevaluatie or the arbeidsdeskundige's advice, whichever is first, and
 * never after sick week 58.
 *
 * @source practice of UWV, on Beleidsregels beoordelingskader paragraph 5
 */
export function spoor2Uiterlijk({ geval, verzuim }: Situatie): Deadline {
  const bounds: Derived[] = [
    eindeVanWeek(geval, STREEFWEEK + WEKEN_NA_EVALUATIE),
    ...[verzuim.eerstejaarsevaluatie, verzuim.arbeidsdeskundigAdvies]
      .filter((date) => date !== undefined)
      .map((date) => plusWeken(opgegeven(date), WEKEN_NA_EVALUATIE)),
  ];
  return duty(earliest(bounds), {
    id: 'spoor2Uiterlijk',
    actors: ['werkgever'],
    force: 'uwv-practice',
    certainty: 'medium',
    basis: [...BASIS, ...PRACTICE],
  });
}

function earliest(bounds: readonly Derived[]): Derived {
  const [first, ...others] = bounds.toSorted((one, other) => Temporal.PlainDate.compare(one.date, other.date));
  if (first === undefined) throw new Error('no bound');
  if (others.length === 0) return first;
  return {
    date: first.date,
    derivation: [...bounds.flatMap(({ derivation }) => derivation), { step: 'vroegste', values: { date: first.date } }],
  };
}
