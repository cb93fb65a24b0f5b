import { dayIn, fullYear, inRange, monthsIn, oneDay } from './calendar.ts';
import { MONTH_NAMES } from './date-text.ts';
import type { Found, Part, Scan, Yearly } from './meaning.ts';
import { isEnglishMonth, monthOf, weekdayOf } from './names.ts';
import { dayAt, goesOn, isAmount, startsNumber, type DayPlace } from './number-place.ts';
import { withTail } from './tail.ts';
import { markAt, numberAt, skip, wordAt, type Token } from './tokens.ts';
import { AFTER_YEAR, BEFORE_MONTH, DAY_LINKS } from './words.ts';

const MOST_DAYS = 8;
const BEFORE_DAY = new Set(['.', ',', 'the', 'de', '-', '/']);
const RANGE_LINKS = new Set(['-', '/']);
/** A figure after a Dutch month name is its year when it would be one of these near today: "maart 25". */
const YEARS_BACK = 10;
const YEARS_ON = 5;

/** One or more days before a month name: "12 maart 2025", "de twaalfde van maart", "3, 4 of 5 maart", "12mrt25". */
export const dayMonth: Part = (scan, at) => {
  const { tokens } = scan;
  const days: DayPlace[] = [];
  const weekdays: (number | undefined)[] = [undefined];
  let range = false;
  let place = at;
  while (days.length < MOST_DAYS) {
    const day = days.length === 0 ? dayAt(tokens, place) : listedDay(tokens, place);
    if (day === undefined) return undefined;
    days.push(day);
    const month = monthAfter(tokens, day.next);
    if (month !== undefined) {
      const yearlies = days.map(({ day: value, digits }, each) => ({
        ...dayOf(scan, month.month, value, digits),
        weekday: weekdays[each],
      }));
      return { ...withTail(scan, yearlies, month.next), range };
    }
    const link = skip(tokens, day.next, DAY_LINKS);
    // "11 12 maart": either, so both.
    const row =
      link === day.next &&
      numberAt(tokens, at) !== undefined &&
      isRowDay(tokens, day) &&
      numberAt(tokens, at - 1) === undefined;
    if (link === day.next && !row) return undefined;
    range ||= link === day.next + 1 && RANGE_LINKS.has(markAt(tokens, day.next));
    // "ma 9 t/m vr 13 november".
    const weekday = weekdayOf(wordAt(tokens, link), true);
    weekdays.push(weekday);
    place = weekday === undefined ? link : link + 1;
  }
  return undefined;
};

/** A month name before a day or a year: "March 12, 2025", "maart 2025", "mrt '25", and a month alone. */
export const monthFirst: Part = (scan, at) => {
  const { tokens } = scan;
  const word = wordAt(tokens, at);
  const place = skip(tokens, at + 1, BEFORE_DAY);
  const token = numberAt(tokens, place);
  const beside = token !== undefined || markAt(tokens, place) === "'";
  const month = monthOf(word, beside);
  if (month === undefined || !startsWord(tokens, at)) return undefined;
  const alone = (): Found | undefined =>
    monthOf(word, false) === undefined && token?.text.length !== 4 && markAt(tokens, place) !== "'"
      ? undefined
      : withTail(scan, [monthYearly(scan, month)], at + 1);
  const day = dayAt(tokens, place);
  if (day === undefined || day.digits.length > 2 || isAmount(tokens, day.next) || goesOn(tokens, day.next))
    return alone();
  if (monthAfter(tokens, day.next) !== undefined) return alone();
  return monthThenFigure(scan, month, day, word) ?? alone();
};

/** "2025 maart 12", "2025/mrt/12". */
export const yearMonthDay: Part = (scan, at) => {
  const { tokens } = scan;
  const year = numberAt(tokens, at);
  if (year?.text.length !== 4 || !inRange(year.value, scan.setting.today) || !startsNumber(tokens, at))
    return undefined;
  const month = monthAfter(tokens, at + 1);
  if (month === undefined) return undefined;
  const place = skip(tokens, month.next, BEFORE_DAY);
  const day = numberAt(tokens, place);
  if (day === undefined || day.text.length > 2 || goesOn(tokens, place + 1) || isAmount(tokens, place + 1))
    return undefined;
  if (monthAfter(tokens, place + 1) !== undefined) return undefined;
  return withTail(scan, [{ ...dayOf(scan, month.month, day.value, day.text), year: year.value }], place + 1);
};

/** A month as a period of every year. */
export function monthYearly(scan: Scan, month: number): Yearly {
  return { kind: 'yearly', at: (year) => monthsIn(year, month, month), missing: 'day', text: monthName(scan, month) };
}

/** The name of a month in the language of the setting. */
export function monthName(scan: Scan, month: number): string {
  return MONTH_NAMES[scan.setting.language][month - 1] ?? '';
}

function monthThenFigure(scan: Scan, month: number, day: DayPlace, word: string): Found | undefined {
  const { tokens, setting } = scan;
  const asDay = withTail(scan, [dayOf(scan, month, day.day, day.digits)], day.next);
  const isDated = asDay.meanings.every((meaning) => meaning.kind !== 'yearly' || meaning.year !== undefined);
  if (isDated || day.ordinal || isEnglishMonth(word) || setting.language === 'en') return asDay;
  const year = fullYear(day.day);
  const asMonth: Yearly = { ...monthYearly(scan, month), year };
  if (day.day > 31) return { meanings: [asMonth], next: day.next };
  const near = year >= setting.today.year - YEARS_BACK && year <= setting.today.year + YEARS_ON;
  const following = wordAt(tokens, day.next);
  if (following !== '' && !AFTER_YEAR.has(following)) return undefined;
  if (!near) return asDay;
  return {
    meanings: [{ kind: 'either', options: [asMonth, dayOf(scan, month, day.day, day.digits)] }],
    next: day.next,
  };
}

function dayOf(scan: Scan, month: number, day: number, digits: string): Yearly {
  const text = `${digits} ${monthName(scan, month)}`;
  const sibling = (other: number): Yearly => dayOf(scan, month, other, String(other));
  return { kind: 'yearly', at: (year) => oneDay(dayIn(year, month, day)), missing: 'day', text, sibling };
}

/** Whether a day is followed by another bare number, and both may be days. */
function isRowDay(tokens: readonly Token[], day: DayPlace): boolean {
  const next = numberAt(tokens, day.next);
  return next !== undefined && next.value <= 31 && next.text.length <= 2 && day.day >= 1 && day.day <= 31;
}

/** The month after a day; any month name counts, as a number stands beside it. */
function monthAfter(tokens: readonly Token[], at: number): { month: number; next: number } | undefined {
  const place = skip(tokens, at, BEFORE_MONTH);
  const month = monthOf(wordAt(tokens, place), true);
  return month === undefined ? undefined : { month, next: place + 1 };
}

/** A further day of a list: its number is the tail of "3-5", which does not start a number by itself. */
function listedDay(tokens: readonly Token[], at: number): DayPlace | undefined {
  const token = numberAt(tokens, at);
  if (token === undefined || startsNumber(tokens, at)) return dayAt(tokens, at);
  return dayAt(tokens.slice(at, at + 3), 0) === undefined || token.text.length > 2
    ? undefined
    : { day: token.value, digits: token.text, ordinal: false, next: at + 1 };
}

/** Whether a word stands by itself or after a number: not the tail of "x-mei". */
function startsWord(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.glued !== true || before?.kind !== 'word';
}
