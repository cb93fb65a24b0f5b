import type { Temporal } from 'temporal-polyfill';
import { amountAt, counted, isExact, type Amount } from './amounts.ts';
import { isSame, weekdaysIn, weekOf, type Span } from './calendar.ts';
import { combined } from './combine.ts';
import { found, foundDay, type Found, type Meaning, type Part, type Scan, type Yearly } from './meaning.ts';
import { weekdayOf } from './names.ts';
import type { DateReading, Side } from './reading.ts';
import { withTail } from './tail.ts';
import { skip, wordAt, type Token } from './tokens.ts';
import { AGO, DAY_LINKS, EVERY, FUTURE_AFTER, FUTURE_SIDE, PAST_AFTER, PAST_SIDE, THIS } from './words.ts';
import { numberedWeekAt, relativeWeekAt } from './weeks.ts';

const DAY_PARTS = new Set('ochtend morgen middag avond nacht morning afternoon evening night s'.split(' '));
const JOINTS = new Set(['van', 'in', 'de', 'of', 'the', ',', 'op', 'on']);
/** Words that may point to the week before this one: "vorige vrijdag" on a Sunday. */
const LOOSE_PAST = new Set(['vorige', 'vorig', 'verleden', 'previous']);
const LOOSE_FUTURE = new Set(['volgende', 'volgend', 'next']);

/** A weekday: "maandag", "afgelopen maandag", "dinsdag vorige week", "maandag week 12". */
export const weekday: Part = (scan, at) => {
  const { tokens } = scan;
  if (EVERY.has(wordAt(tokens, at - 1)) || EVERY.has(wordAt(tokens, at - 2))) return undefined;
  const week = weekThenDay(scan, at);
  if (week !== undefined) return week;
  const qualifier = isQualifier(wordAt(tokens, at)) ? wordAt(tokens, at) : '';
  const place = qualifier === '' ? at : skip(tokens, at + 1, ABBREVIATED);
  const { days, next, afterFirst } = weekdaysAt(tokens, place);
  const [day] = days;
  if (day === undefined) return undefined;
  if (qualifier !== '') return found(qualified(scan, day, qualifier), afterFirst);
  return daysThenWeek(scan, days, next) ?? daysThenWeek(scan, [day], afterFirst) ?? aloneOrAfter(scan, day, afterFirst);
};

/** One weekday, or more: "donderdag of vrijdag". */
function weekdaysAt(
  tokens: readonly Token[],
  at: number,
): { days: readonly number[]; next: number; afterFirst: number } {
  const days: number[] = [];
  let next = at;
  let afterFirst = at;
  let place = at;
  while (days.length < MOST_DAYS) {
    const day = weekdayOf(wordAt(tokens, place), false);
    if (day === undefined) break;
    days.push(day);
    next = skip(tokens, place + 1, DAY_PARTS);
    if (days.length === 1) afterFirst = next;
    place = skip(tokens, next, DAY_LINKS);
    if (place === next) break;
  }
  return { days, next, afterFirst };
}

const MOST_DAYS = 3;

const ABBREVIATED = new Set(['.']);

function isQualifier(word: string): boolean {
  return PAST_SIDE.has(word) || FUTURE_SIDE.has(word) || THIS.has(word);
}

/** "vorige week dinsdag", "week 12 op maandag". */
function weekThenDay(scan: Scan, at: number): Found | undefined {
  const { tokens } = scan;
  const relative = relativeWeekAt(scan, at);
  const numbered = relative === undefined ? numberedWeekAt(tokens, at) : undefined;
  const week = relative ?? numbered;
  if (week === undefined) return undefined;
  const { days, next } = weekdaysAt(tokens, skip(tokens, week.next, JOINTS));
  if (days.length === 0) return undefined;
  if (relative !== undefined) return inSpan(relative.span, days, next);
  return (
    numbered &&
    withTail(
      scan,
      days.map((day) => onWeekday(numbered.yearly, day)),
      next,
    )
  );
}

/** "dinsdag vorige week", "maandag of dinsdag week 12", "dinsdag 2 weken geleden", "vrijdag over een week". */
function daysThenWeek(scan: Scan, days: readonly number[], at: number): Found | undefined {
  const { tokens } = scan;
  const relative = relativeWeekAt(scan, at);
  if (relative !== undefined) return inSpan(relative.span, days, relative.next);
  const numbered = numberedWeekAt(tokens, skip(tokens, at, JOINTS));
  if (numbered !== undefined)
    return withTail(
      scan,
      days.map((day) => onWeekday(numbered.yearly, day)),
      numbered.next,
    );
  const ahead = wordAt(tokens, at) === 'over' || wordAt(tokens, at) === 'in';
  const amount = amountAt(tokens, ahead ? at + 1 : at);
  const [day] = days;
  if (amount === undefined || day === undefined || days.length > 1) return undefined;
  if (!ahead && !AGO.has(wordAt(tokens, amount.next))) return undefined;
  return countedWeekday(scan, day, amount, ahead, amount.next + (ahead ? 0 : 1));
}

/** The weekday of a week that is counted: people count whole weeks, or from day to day. */
export function countedWeekday(
  scan: Scan,
  day: number,
  amount: Amount,
  ahead: boolean,
  next: number,
): Found | undefined {
  const { today } = scan.setting;
  const span = counted(today, amount, ahead ? 1 : -1);
  if (span === undefined) return undefined;
  if (!isExact(amount)) return inSpan(span, [day], next);
  const inWeek = weekOf(span.from).from.add({ days: day - 1 });
  const after = (day - span.from.dayOfWeek + 7) % 7;
  const near = span.from.add({ days: after <= 3 ? after : after - 7 });
  // "vrijdag over een week" is a week after the coming Friday, or the Friday of next week.
  const coming = ahead ? [counted(nearestDay(today, day, 'future'), amount, 1)?.from ?? inWeek] : [];
  return found(choice([...coming, inWeek, near].slice(0, 3)), next);
}

/** A bare weekday leans; "maandag jl." and "vrijdag a.s." say which way. */
function aloneOrAfter(scan: Scan, day: number, at: number): Found {
  const { tokens, setting } = scan;
  const word = wordAt(tokens, at);
  const following = weekdayOf(wordAt(tokens, at + 1), false);
  if (following === undefined && PAST_AFTER.has(word)) return foundDay(nearestDay(setting.today, day, 'past'), at + 1);
  if (following === undefined && FUTURE_AFTER.has(word))
    return foundDay(nearestDay(setting.today, day, 'future'), at + 1);
  const date = nearestDay(setting.today, day, setting.leans);
  // On a Monday, "maandag" may be today.
  return found(choice(setting.today.dayOfWeek === day ? [date, setting.today] : [date]), at);
}

function qualified(scan: Scan, day: number, qualifier: string): DateReading {
  const { today, leans } = scan.setting;
  const past = nearestDay(today, day, 'past');
  const future = nearestDay(today, day, 'future');
  const thisWeek = weekOf(today);
  const inThisWeek = thisWeek.from.add({ days: day - 1 });
  if (LOOSE_PAST.has(qualifier)) return choice(isSame(past, inThisWeek) ? [past, past.subtract({ days: 7 })] : [past]);
  if (LOOSE_FUTURE.has(qualifier))
    return choice(isSame(future, inThisWeek) ? [future, future.add({ days: 7 })] : [future]);
  if (PAST_SIDE.has(qualifier)) return choice([past]);
  if (FUTURE_SIDE.has(qualifier)) return choice([future]);
  const gone = isSame(past, inThisWeek);
  return choice(gone && leans === 'future' ? [future, past] : [inThisWeek]);
}

function inSpan(span: Span, weekdays: readonly number[], next: number): Found {
  const meanings = weekdays.map((day): Meaning => {
    const dates = weekdaysIn(span, day);
    const partial: DateReading = { kind: 'partial', ...span, missing: 'day' };
    return { kind: 'read', reading: dates.length === 0 || dates.length > 3 ? partial : choice(dates) };
  });
  return { meanings, next };
}

function onWeekday(week: Yearly, day: number): Yearly {
  const at = (year: number): Span | undefined => {
    const monday = week.at(year)?.from;
    const date = monday?.add({ days: day - 1 });
    return date === undefined ? undefined : { from: date, to: date };
  };
  return { ...week, at };
}

/** The last one before today, or the first one after it. */
function nearestDay(today: Temporal.PlainDate, day: number, side: Side): Temporal.PlainDate {
  const back = (today.dayOfWeek - day + 6) % 7;
  return side === 'past'
    ? today.subtract({ days: back + 1 })
    : today.add({ days: ((day - today.dayOfWeek + 6) % 7) + 1 });
}

function choice(dates: readonly Temporal.PlainDate[]): DateReading {
  return combined(dates.map((date) => ({ kind: 'date', date, precision: 'relative' }) as const));
}

/** Every one of a weekday: "elke maandag" is no date. Says how many tokens to pass over. */
export function habitAt(tokens: readonly Token[], at: number): number {
  return EVERY.has(wordAt(tokens, at)) && weekdayOf(wordAt(tokens, at + 1), true) !== undefined ? 2 : 0;
}
