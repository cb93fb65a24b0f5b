import type { Temporal } from 'temporal-polyfill';

/** The languages dates are written in. */
export type DateLanguage = 'nl' | 'en';

interface Names {
  /** January to December. */
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** Monday to Sunday. */
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
}

// Own tables, not Intl: the same text on every machine whatever its locale data, and no formatter to build.
const NAMES: Readonly<Record<DateLanguage, Names>> = {
  nl: {
    months: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
    shortMonths: 'jan feb mrt apr mei jun jul aug sep okt nov dec'.split(' '),
    weekdays: 'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag'.split(' '),
    shortWeekdays: 'ma di wo do vr za zo'.split(' '),
  },
  en: {
    months: 'January February March April May June July August September October November December'.split(' '),
    shortMonths: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
    weekdays: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
    shortWeekdays: 'Mon Tue Wed Thu Fri Sat Sun'.split(' '),
  },
};

/** Full names of January to December. */
export const MONTH_NAMES: Readonly<Record<DateLanguage, readonly string[]>> = {
  nl: NAMES.nl.months,
  en: NAMES.en.months,
};

/**
 * A date in full, with its weekday, so that a reader notices a wrong one.
 *
 * @example dateText(Temporal.PlainDate.from('2025-03-12'), 'nl') // 'woensdag 12 maart 2025'
 * @example dateText(Temporal.PlainDate.from('2025-03-12'), 'en') // 'Wednesday 12 March 2025'
 */
export function dateText(date: Temporal.PlainDate, language: DateLanguage): string {
  const { weekdays, months } = NAMES[language];
  return written(date, weekdays, months);
}

/**
 * A date in short, for a button or a table.
 *
 * @example shortDateText(Temporal.PlainDate.from('2025-03-12'), 'nl') // 'wo 12 mrt 2025'
 * @example shortDateText(Temporal.PlainDate.from('2025-03-12'), 'en') // 'Wed 12 Mar 2025'
 */
export function shortDateText(date: Temporal.PlainDate, language: DateLanguage): string {
  const { shortWeekdays, shortMonths } = NAMES[language];
  return written(date, shortWeekdays, shortMonths);
}

/**
 * A date in figures, day first, without leading zeros.
 *
 * @example numericDateText(Temporal.PlainDate.from('2025-03-12')) // '12-3-2025'
 */
export function numericDateText(date: Temporal.PlainDate): string {
  return `${date.day}-${date.month}-${date.year}`;
}

function written(date: Temporal.PlainDate, weekdays: readonly string[], months: readonly string[]): string {
  return `${weekdays[date.dayOfWeek - 1] ?? ''} ${date.day} ${months[date.month - 1] ?? ''} ${date.year}`;
}
