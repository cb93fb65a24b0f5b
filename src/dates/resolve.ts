import { Temporal } from 'temporal-polyfill';
import { dayIn, inRange, isAfter, isSame, weekdaysIn, type Span } from './calendar.ts';
import { combined } from './combine.ts';
import { missingIn, type Meaning, type Yearly } from './meaning.ts';
import type { DateReading, Setting } from './reading.ts';

/** An occurrence longer ago than this may as well be the coming one: on 22 November "25 november" is in doubt. */
const MONTHS_WITHOUT_DOUBT = 11;
/** How far the grammar looks for a year that has the day; two leap years lie at most 8 years apart. */
const YEARS_TO_LOOK = 8;

/** Settles the year and the weekday of what a piece of text says. */
export function resolve(meaning: Meaning, setting: Setting): DateReading {
  switch (meaning.kind) {
    case 'yearly':
      return meaning.year === undefined ? leaning(meaning, setting) : inYear(meaning, meaning.year, setting);
    case 'either':
      return oneOf(meaning.options, setting);
    case 'year':
      return yearReading(meaning.first, meaning.last, setting);
    case 'dayOfMonth':
      return dayOfMonth(meaning.day, meaning.weekday, setting);
    case 'read':
      return meaning.reading;
    case 'shift':
      return { kind: 'none' };
  }
}

/** A part that cannot be, at most 30 characters of it. */
export function impossible(text: string, reason: 'noSuchDay' | 'noSuchMonth' | 'yearOutOfRange'): DateReading {
  return text === '' ? { kind: 'none' } : { kind: 'impossible', text: text.slice(0, 30), reason };
}

function inYear(yearly: Yearly, year: number, setting: Setting): DateReading {
  const text = yearly.text === '' ? '' : `${yearly.text}${/\d$/.test(yearly.text) ? '-' : ' '}${year}`;
  if (!inRange(year, setting.today)) return impossible(text, 'yearOutOfRange');
  const span = yearly.at(year);
  if (span === undefined) return impossible(text, 'noSuchDay');
  if (!isSame(span.from, span.to)) return period(span, yearly);
  if (yearly.weekday !== undefined && yearly.weekday !== span.from.dayOfWeek)
    return offWeekday(span.from, yearly.weekday);
  return { kind: 'date', date: span.from, precision: yearly.relativeYear === true ? 'relative' : 'exact' };
}

function period(span: Span, yearly: Yearly): DateReading {
  const days = yearly.weekday === undefined ? [] : weekdaysIn(span, yearly.weekday);
  const [only] = days;
  if (only !== undefined && days.length === 1) return { kind: 'date', date: only, precision: 'relative' };
  if (days.length === 2 || days.length === 3) return { kind: 'ambiguous', options: days };
  return { kind: 'partial', ...span, missing: yearly.missing };
}

/** The date as typed, then the nearest dates on the weekday that was typed with it, the nearer one first. */
function offWeekday(date: Temporal.PlainDate, weekday: number): DateReading {
  const on = (weekday - date.dayOfWeek + 7) % 7;
  const after = date.add({ days: on });
  const before = date.subtract({ days: 7 - on });
  return { kind: 'ambiguous', options: on <= 3 ? [date, after, before] : [date, before, after] };
}

function leaning(yearly: Yearly, setting: Setting): DateReading {
  const { today } = setting;
  const side = yearly.side ?? setting.leans;
  const step = side === 'past' ? -1 : 1;
  const forced = yearly.side !== undefined;
  const start = today.year - step;
  for (let year = start; Math.abs(year - start) <= YEARS_TO_LOOK + 1; year += step) {
    const span = yearly.at(year);
    // "afgelopen november" in November is last year's; a season, which ends somewhere, may still be on.
    const over = forced && yearly.missing === 'day';
    const edge = (side === 'past') === over ? span?.to : span?.from;
    if (span === undefined || edge === undefined) continue;
    const distance = Temporal.PlainDate.compare(today, edge) * -step;
    if (distance < 0 || (forced && distance === 0)) continue;
    const sure = today.add({ months: step * MONTHS_WITHOUT_DOUBT });
    const doubt = Temporal.PlainDate.compare(edge, sure) * step > 0;
    const other = yearly.at(year - step);
    if (doubt && other === undefined) return leapDay(yearly, span, step, setting);
    return leaned(yearly, year, step, span, doubt && !forced ? other : undefined);
  }
  return impossible(yearly.text, 'noSuchDay');
}

/** The reading that the leaning gives, weighed against its other year and its weekday. */
function leaned(yearly: Yearly, year: number, step: number, span: Span, other: Span | undefined): DateReading {
  if (!isSame(span.from, span.to)) {
    if (other === undefined) return period(span, yearly);
    const [first, last] = isAfter(other.from, span.from) ? [span, other] : [other, span];
    return { kind: 'partial', from: first.from, to: last.to, missing: 'year' };
  }
  const date = span.from;
  const options = other === undefined ? [date] : [date, other.from];
  const { weekday } = yearly;
  if (weekday === undefined) return asOptions(options);
  const fitting = options.filter((option) => option.dayOfWeek === weekday);
  if (fitting.length === 1) return asOptions(fitting);
  const further = yearly.at(year + step);
  const otherYear = further?.from.dayOfWeek === weekday ? further : undefined;
  return otherYear === undefined ? offWeekday(date, weekday) : asOptions([otherYear.from, date]);
}

function asOptions(dates: readonly Temporal.PlainDate[]): DateReading {
  return combined(dates.map((date) => ({ kind: 'date', date, precision: 'relative' }) as const));
}

/** 29 February when the year nearest by has none: the last leap day, or the days around where it would have been. */
function leapDay(yearly: Yearly, span: Span, step: number, setting: Setting): DateReading {
  const { today } = setting;
  if (span.from.month !== 2 || span.from.day !== 29) return leaned(yearly, span.from.year, step, span, undefined);
  const passed = today.month > 2;
  const year = today.year + (step < 0 ? (passed ? 0 : -1) : passed ? 1 : 0);
  const near = [dayIn(year, 2, 28), dayIn(year, 3, 1)].filter((date) => date !== undefined);
  return asOptions([span.from, ...near]);
}

function oneOf(options: readonly Yearly[], setting: Setting): DateReading {
  const readings = options.map((option) => resolve(option, setting));
  const possible = readings.filter((reading) => reading.kind !== 'impossible');
  // A weekday settles which of two it is: the fitting one is a date, the others are in doubt.
  const weekday = options.some((option) => option.weekday !== undefined);
  const certain = possible.filter((reading) => reading.kind === 'date');
  if (weekday && certain.length === 1) return combined(certain);
  return combined(possible.length > 0 ? possible : readings);
}

function yearReading(first: number, last: number, setting: Setting): DateReading {
  if (!inRange(first, setting.today)) return impossible(String(first), 'yearOutOfRange');
  if (!inRange(last, setting.today)) return impossible(String(last), 'yearOutOfRange');
  const span = { from: new Temporal.PlainDate(first, 1, 1), to: new Temporal.PlainDate(last, 12, 31) };
  return { kind: 'partial', ...span, missing: missingIn(span) };
}

/** "de 12e": in which of the last (or coming) twelve months is not said. */
function dayOfMonth(day: number, weekday: number | undefined, setting: Setting): DateReading {
  const { today } = setting;
  if (day < 1 || day > 31) return impossible(String(day), 'noSuchDay');
  const step = setting.leans === 'past' ? -1 : 1;
  const days: Temporal.PlainDate[] = [];
  for (let months = 0; months <= 12; months++) {
    const month = today.with({ day: 1 }).add({ months: step * months });
    const date = dayIn(month.year, month.month, day);
    if (date !== undefined && Temporal.PlainDate.compare(date, today) * step >= 0) days.push(date);
  }
  const [nearest] = days;
  const furthest = days[Math.min(days.length, 12) - 1];
  if (nearest === undefined || furthest === undefined) return { kind: 'none' };
  if (weekday === nearest.dayOfWeek) return { kind: 'date', date: nearest, precision: 'relative' };
  return step < 0
    ? { kind: 'partial', from: furthest, to: nearest, missing: 'month' }
    : { kind: 'partial', from: nearest, to: furthest, missing: 'month' };
}
