import { Temporal } from 'temporal-polyfill';
import type { Step } from './deadline.ts';
import type { Ziektegeval } from './ziektegeval.ts';

/** A date and how it was reached. */
export interface Derived {
  date: Temporal.PlainDate;
  derivation: readonly Step[];
}

const DAYS_IN_WEEK = 7;

/**
 * Date of the n-th counted sick day. The first sick day is day 1; every day counts, weekends and holidays too, except
 * the days that the case leaves out.
 *
 * @param n 1 or more
 */
export function teldag({ eersteZiektedag, uitsluitingen }: Ziektegeval, n: number): Temporal.PlainDate {
  let date = eersteZiektedag.add({ days: n - 1 });
  for (const { eersteDag, dagen } of uitsluitingen) {
    if (Temporal.PlainDate.compare(date, eersteDag) < 0) break;
    date = date.add({ days: dagen });
  }
  return date;
}

/** The n-th counted day, with its derivation. */
export function opTeldag(geval: Ziektegeval, n: number): Derived {
  const date = teldag(geval, n);
  return { date, derivation: [...before(geval, date), { step: 'teldag', values: { days: n, date } }] };
}

/** The last day of a sick week. Week 1 starts on the first sick day. */
export function eindeVanWeek(geval: Ziektegeval, weeks: number): Derived {
  const days = weeks * DAYS_IN_WEEK;
  const date = teldag(geval, days);
  return { date, derivation: [...before(geval, date), { step: 'weekEinde', values: { weeks, days, date } }] };
}

/** The first day of a sick week. */
export function beginVanWeek(geval: Ziektegeval, week: number): Derived {
  const date = teldag(geval, (week - 1) * DAYS_IN_WEEK + 1);
  return { date, derivation: [...before(geval, date), { step: 'weekBegin', values: { week, date } }] };
}

/** A date that a person gave. */
export function opgegeven(date: Temporal.PlainDate): Derived {
  return { date, derivation: [{ step: 'datum', values: { date } }] };
}

export function plusWeken({ date: from, derivation }: Derived, weeks: number): Derived {
  const date = from.add({ weeks });
  return { date, derivation: [...derivation, { step: 'plusWeken', values: { weeks, date } }] };
}

export function minWeken({ date: from, derivation }: Derived, weeks: number): Derived {
  const date = from.subtract({ weeks });
  return { date, derivation: [...derivation, { step: 'minWeken', values: { weeks, date } }] };
}

export function plusDagen({ date: from, derivation }: Derived, days: number): Derived {
  const date = from.add({ days });
  return { date, derivation: [...derivation, { step: 'plusDagen', values: { days, date } }] };
}

export function dagErna({ date: from, derivation }: Derived): Derived {
  const date = from.add({ days: 1 });
  return { date, derivation: [...derivation, { step: 'dagErna', values: { date } }] };
}

/** The steps up to counting: the first sick day, and the days left out up to a date. */
export function before({ derivation, uitsluitingen }: Ziektegeval, date: Temporal.PlainDate): Step[] {
  return [
    ...derivation,
    ...uitsluitingen
      .filter(({ eersteDag }) => Temporal.PlainDate.compare(eersteDag, date) <= 0)
      .map(({ reden, eersteDag, laatsteDag, dagen }): Step => ({
        step: reden,
        values: { from: eersteDag, to: laatsteDag, days: dagen },
      })),
  ];
}
