import { Temporal } from 'temporal-polyfill';
import type { Deadline, DeadlineId } from '../deadline.ts';
import type { Finding } from '../finding.ts';

/** A habit or a practice, so no last day: one date to aim at. */
const RICHTDATUM: readonly DeadlineId[] = ['arbodienstMelding', 'eerstejaarsevaluatie'];

/** The text of a dated duty: the name of the deadline with this before it. */
const volgende = (id: DeadlineId): string => `volgende${id.slice(0, 1).toUpperCase()}${id.slice(1)}`;
/** The text for when the last day is the working day to do it on. */
const eenDag = (id: DeadlineId): string => `${volgende(id)}EenDag`;

/** Every finding that can tell of this duty. */
export function namenOpDatum(id: DeadlineId): string[] {
  return RICHTDATUM.includes(id) ? [volgende(id)] : [volgende(id), eenDag(id)];
}

/** A dated duty as the first thing to know, with the working day before its last day when those are two days. */
export function opDatum(deadline: Deadline, today: Temporal.PlainDate): Finding {
  const { id, date: datum, practical = datum, force, certainty, basis } = deadline;
  // On a Sunday that is the last day, the working day before it has passed.
  const werkdag = Temporal.PlainDate.compare(practical, today) < 0 ? datum : practical;
  const ground = { force, certainty, basis };
  if (RICHTDATUM.includes(id)) return { key: volgende(id), values: { datum }, ...ground };
  if (werkdag.equals(datum)) return { key: eenDag(id), values: { datum }, ...ground };
  return { key: volgende(id), values: { werkdag, datum }, ...ground };
}
