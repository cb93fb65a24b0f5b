import { fullYear, inRange } from './calendar.ts';
import { compact, dayAlone, ordinalMonth } from './figure-dates.ts';
import { dayWord, counting } from './day-words.ts';
import { holidayAt } from './holidays.ts';
import { lacksYear, mapYearly, type Found, type Meaning, type Part, type Scan } from './meaning.ts';
import { weekdayOf } from './names.ts';
import { dayMonth, monthFirst, yearMonthDay } from './named-dates.ts';
import { nthOf } from './nth-of.ts';
import { dayAndNumeric, numeric } from './numeric-dates.ts';
import { dayOfRelativeMonth, period, position } from './periods.ts';
import { goesOn, isAmount, startsNumber } from './number-place.ts';
import type { Side } from './reading.ts';
import { inYears, withTail } from './tail.ts';
import { numberAt, skip, wordAt } from './tokens.ts';
import { BETWEEN_PARTS, FUTURE_SIDE, PAST_SIDE, THIS } from './words.ts';
import { weekday } from './weekdays.ts';
import { yearAlone } from './year-alone.ts';
import { relativeYearAt, yearsAgoAt } from './years.ts';

const holiday: Part = (scan, at) => {
  const day = holidayAt(scan.tokens, at);
  return day && withTail(scan, [{ kind: 'yearly', at: day.at, missing: 'day', text: '' }], day.next);
};

/** The parts of the grammar, those that take more of the text first. */
const PARTS: readonly Part[] = [
  holiday,
  nthOf,
  dayOfRelativeMonth,
  position,
  dayMonth,
  dayAndNumeric,
  counting,
  dayWord,
  weekday,
  ordinalMonth,
  monthFirst,
  compact,
  numeric,
  period,
  yearAlone,
  dayAlone,
];

/** A date with the year, the side or the weekday that stands before it: "vorig jaar op 12 maart", "afgelopen 5 mei". */
export function partsAt(scan: Scan, at: number): Found | undefined {
  return (
    yearMonthDay(scan, at) ??
    withYearBefore(scan, at) ??
    // "laatste week van maart" before "laatste ... maart".
    nthOf(scan, at) ??
    withSideBefore(scan, at) ??
    withWeekdayBefore(scan, at) ??
    partAt(scan, at)
  );
}

function partAt(scan: Scan, at: number): Found | undefined {
  for (const part of PARTS) {
    const found = part(scan, at);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withYearBefore(scan: Scan, at: number): Found | undefined {
  const { tokens } = scan;
  const relative = relativeYearAt(scan, at) ?? yearsAgoAt(scan, at);
  const year = relative ?? yearBefore(scan, at);
  if (year === undefined) return undefined;
  const start = skip(tokens, year.next, relative !== undefined || at === 0 ? BETWEEN_PARTS : CLOSE);
  const found = partAt(scan, start);
  if (found?.meanings.every(lacksYear) !== true) return undefined;
  const { first, last } = year;
  return {
    ...found,
    meanings: found.meanings.map((meaning) => inYears(meaning, first, last, relative !== undefined, false)),
  };
}

const CLOSE = new Set(['op', 'in', 'de', 'on', 'the', '-', '/']);

/** "2025" or "'25", before a day and a month name; figures alone are a date by themselves. */
function yearBefore(scan: Scan, at: number): { first: number; last: number; next: number } | undefined {
  const { tokens, setting } = scan;
  const short = tokens[at]?.text === "'";
  const next = at + (short ? 2 : 1);
  const token = numberAt(tokens, next - 1);
  if (token?.text.length !== (short ? 2 : 4) || goesOn(tokens, next) || isAmount(tokens, next)) return undefined;
  if (!short && (!startsNumber(tokens, at) || numeric(scan, at) !== undefined)) return undefined;
  const year = short ? fullYear(token.value) : token.value;
  return inRange(year, setting.today) ? { first: year, last: year, next } : undefined;
}

function withSideBefore(scan: Scan, at: number): Found | undefined {
  const word = wordAt(scan.tokens, at);
  const side: Side | undefined = PAST_SIDE.has(word) ? 'past' : FUTURE_SIDE.has(word) ? 'future' : undefined;
  if (side === undefined && !THIS.has(word)) return undefined;
  const start = skip(scan.tokens, at + 1, SIDE_JOINTS);
  const found = partAt(scan, start);
  if (found?.meanings.every(lacksYear) !== true) return undefined;
  const { year } = scan.setting.today;
  const change = side === undefined ? { year, relativeYear: true } : { side };
  return {
    ...found,
    meanings: found.meanings.map((meaning) => mapYearly(meaning, (each) => ({ ...each, ...change }))),
  };
}

const SIDE_JOINTS = new Set(['.', 'week', 'op']);

function withWeekdayBefore(scan: Scan, at: number): Found | undefined {
  const { tokens } = scan;
  const day = weekdayOf(wordAt(tokens, at), true);
  if (day === undefined) return undefined;
  const start = skip(tokens, at + 1, WEEKDAY_JOINTS);
  const found = fullDateAt(scan, start) ?? bareDayAt(scan, at, start);
  if (found === undefined) return undefined;
  const meanings = found.meanings.map((meaning, place): Meaning => {
    if (place > 0) return meaning;
    if (meaning.kind === 'dayOfMonth') return { ...meaning, weekday: day };
    return mapYearly(meaning, (each) => ({ ...each, weekday: day }));
  });
  return { ...found, meanings };
}

const WEEKDAY_JOINTS = new Set([',', '.', 'de', 'the', '(', 'den', '-', 'ochtend', 'morgen', 'middag', 'avond']);

/** "vrijdag 13": a bare number that is no amount and no time. */
function bareDayAt(scan: Scan, at: number, start: number): Found | undefined {
  const { tokens } = scan;
  if (weekdayOf(wordAt(tokens, at), false) === undefined) return undefined;
  const day = numberAt(tokens, start);
  if (day === undefined || day.value < 1 || day.value > 31 || day.text.length > 2) return undefined;
  if (isAmount(tokens, start + 1) || goesOn(tokens, start + 1)) return undefined;
  return { meanings: [{ kind: 'dayOfMonth', day: day.value }], next: start + 1 };
}

/** What a weekday may belong to: a day, not a month or a year. */
function fullDateAt(scan: Scan, at: number): Found | undefined {
  const found = [ordinalMonth, dayOfRelativeMonth, dayMonth, monthFirst, numeric]
    .map((part) => part(scan, at))
    .find(Boolean);
  return found ?? dayAlone(scan, at);
}
