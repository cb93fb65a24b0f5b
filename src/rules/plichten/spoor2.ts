import { Temporal } from 'temporal-polyfill';
import type { Audience } from '../../shared/audience.ts';
import type { Deadline, DeadlineId } from '../deadline.ts';
import type { Finding } from '../finding.ts';
import { at } from './fase.ts';
import { ground } from '../ground.ts';
import { findDeadline } from '../timeline.ts';

/** From so long before a duty of the law it is named beside a late spoor 2, and after it as well. */
const BINNENKORT = { weeks: 6 };

/** The duty of the law that a late spoor 2 must not hide. */
const TERMIJN: Readonly<Record<Audience, DeadlineId>> = { employee: 'wiaAanvraag', employer: 'reIntegratieverslag' };

/** Without a date: after week 58 the limit is past. The text names what is practice; its duties are the law. */
export const ZONDER_SPOOR_2: Finding = {
  key: 'faseTweedeJaarZonderSpoor2',
  ...ground(
    'statute',
    'medium',
    at('bw7', 'artikel 658a lid 1 en 2'),
    { source: 'hr-praktijk-loonsanctie' },
    at('wia', 'artikel 25 lid 3 en artikel 64 lid 3'),
  ),
};

export const SPOOR_2_VOORBIJ_FINDINGS: readonly string[] = [
  'spoor2Voorbij',
  'spoor2VoorbijEnTermijn',
  ZONDER_SPOOR_2.key,
];

/** What comes first when spoor 2 has not begun and UWV's limit for its start has passed. */
export function spoor2Voorbij(
  deadlines: readonly Deadline[],
  audience: Audience,
  today: Temporal.PlainDate,
): Finding | undefined {
  const grens = findDeadline(deadlines, 'spoor2Uiterlijk');
  if (grens === undefined || Temporal.PlainDate.compare(grens.date, today) >= 0) return undefined;
  const { date: uiterlijk, force, certainty, basis } = grens;
  const termijn = findDeadline(deadlines, TERMIJN[audience]);
  if (termijn === undefined || Temporal.PlainDate.compare(termijn.date, today.add(BINNENKORT)) > 0)
    return { key: 'spoor2Voorbij', values: { uiterlijk }, force, certainty, basis };
  return {
    key: 'spoor2VoorbijEnTermijn',
    values: { uiterlijk, datum: termijn.date },
    // The text names the limit as practice; said of the whole, that would make the duty of the law one too.
    force: termijn.force,
    certainty,
    basis: [...basis, ...termijn.basis],
  };
}
