import type { Deadline } from '../deadline.ts';
import type { Derived } from '../telling.ts';
import { previousWorkingDay } from '../working-day.ts';

type Rest = Omit<Deadline, 'date' | 'derivation' | 'practical' | 'nature'>;

/** Something to be done on or before a date: it gets a practical date too, the last working day before it. */
export function duty({ date, derivation }: Derived, rest: Rest): Deadline {
  const practical = previousWorkingDay(date);
  return {
    ...rest,
    nature: 'duty',
    date,
    practical,
    derivation: practical.equals(date) ? derivation : [...derivation, { step: 'werkdag', values: { date: practical } }],
  };
}

/** Something that starts, ends or is decided on a date. */
export function event({ date, derivation }: Derived, rest: Rest): Deadline {
  return { ...rest, nature: 'event', date, derivation };
}
