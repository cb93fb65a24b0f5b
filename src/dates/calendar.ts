import { Temporal } from 'temporal-polyfill';
import { easterSunday } from '../shared/easter.ts';

/** First and last day of a period. */
export interface Span {
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** Years a date may lie in: before 1930 nobody at work was born, and no contract ends more than 15 years from now. */
export const FIRST_YEAR = 1930;
const YEARS_AHEAD = 15;

export function inRange(year: number, today: Temporal.PlainDate): boolean {
  return year >= FIRST_YEAR && year <= today.year + YEARS_AHEAD;
}

/** A date, or undefined when the month has no such day. */
export function dayIn(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
  return new Temporal.PlainDate(year, month, day);
}

/** Number of days of a month. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A year of four figures: 00 to 40 is this century, 41 to 99 the last. */
export function fullYear(twoFigures: number): number {
  return twoFigures <= 40 ? 2000 + twoFigures : 1900 + twoFigures;
}

/** A period of one day, or undefined when there is no day. */
export function oneDay(date: Temporal.PlainDate | undefined): Span | undefined {
  return date === undefined ? undefined : { from: date, to: date };
}

/** A period of whole months: monthsIn(2025, 3, 4) is March and April 2025. A last month past 12 is next year's. */
export function monthsIn(year: number, first: number, last: number): Span {
  const from = new Temporal.PlainDate(year, first, 1);
  return { from, to: from.add({ months: last - first + 1 }).subtract({ days: 1 }) };
}

/** Monday to Sunday of the week a date lies in, some weeks on. */
export function weekOf(date: Temporal.PlainDate, weeksOn = 0): Span {
  const from = date.add({ days: 1 - date.dayOfWeek + 7 * weeksOn });
  return { from, to: from.add({ days: 6 }) };
}

/** An ISO week, or undefined when the year has no such week. */
export function isoWeek(year: number, week: number): Span | undefined {
  // 4 January always lies in week 1.
  const span = weekOf(new Temporal.PlainDate(year, 1, 4), week - 1);
  const thursday = span.from.add({ days: 3 });
  return week >= 1 && thursday.year === year ? span : undefined;
}

/** The nth (1 to 5, or -1 for the last) of a weekday in a month. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Temporal.PlainDate | undefined {
  const last = daysIn(year, month);
  const firstOfMonth = new Temporal.PlainDate(year, month, 1);
  const first = 1 + ((weekday - firstOfMonth.dayOfWeek + 7) % 7);
  return dayIn(year, month, nth > 0 ? first + 7 * (nth - 1) : first + 7 * Math.floor((last - first) / 7));
}

/** The dates on a weekday in a period, at most 4. */
export function weekdaysIn(span: Span, weekday: number): readonly Temporal.PlainDate[] {
  const dates: Temporal.PlainDate[] = [];
  let date = span.from.add({ days: (weekday - span.from.dayOfWeek + 7) % 7 });
  while (dates.length < 4 && !isAfter(date, span.to)) {
    dates.push(date);
    date = date.add({ days: 7 });
  }
  return dates;
}

/** Easter Sunday of a year. */
export function easter(year: number): Temporal.PlainDate {
  const { month, day } = easterSunday(year);
  return new Temporal.PlainDate(year, month, day);
}

export function isAfter(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) > 0;
}

export function isSame(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) === 0;
}
