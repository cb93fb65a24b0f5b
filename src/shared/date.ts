import { Temporal } from 'temporal-polyfill';

/** The calendar date in the Netherlands at a moment: the `today` that the core is given. */
export function dutchDate(moment: Date): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/Amsterdam').toPlainDate();
}
