import { Temporal } from 'temporal-polyfill';
import type { Verzuim } from './case.ts';
import type { Deadline, DeadlineId } from './deadline.ts';

/** Duties that come once and leave a gap when they were missed, the gravest first. */
const GRAVE: readonly DeadlineId[] = [
  'wiaAanvraag',
  'reIntegratieverslag',
  'spoor2Uiterlijk',
  'eerstejaarsevaluatie',
  'melding42',
  'planVanAanpak',
  'probleemanalyse',
];

/** So many are named: a longer list is not read. */
const NAMED = 3;

/**
 * Duties whose date has passed and that nobody said were done, the gravest first.
 *
 * @param today in the Netherlands
 */
export function overdueDuties(
  deadlines: readonly Deadline[],
  { eerstejaarsevaluatie, wiaAangevraagd }: Verzuim,
  today: Temporal.PlainDate,
): Deadline[] {
  const done: DeadlineId[] = [
    ...(eerstejaarsevaluatie === undefined ? [] : (['eerstejaarsevaluatie'] as const)),
    ...(wiaAangevraagd === undefined ? [] : (['wiaAanvraag'] as const)),
  ];
  return GRAVE.filter((id) => !done.includes(id))
    .flatMap((id) => deadlines.find((deadline) => deadline.id === id) ?? [])
    .filter(({ date }) => Temporal.PlainDate.compare(date, today) < 0)
    .slice(0, NAMED);
}
