/**
 * A calendar that is walked, not calculated: every day from 1950 to 2099 in a list, a day is its place in the list.
 * Shares nothing with the rules it helps to check: no Temporal, no Date, no formula for a date or for Easter.
 */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly iso: string;
}

const FIRST_YEAR = 1950;
const LAST_YEAR = 2099;
/** 1 January 1950. */
const FIRST_WEEKDAY = 0;
/** Place of 1950 in the 19-year cycle of the moon. */
const FIRST_GOLDEN_NUMBER = 13;

/** The church's full moon of spring for golden numbers 1 to 19; the table holds from 1900 to 2199. */
const PASCHAL_MOONS: readonly string[] = (
  '04-14 04-03 03-23 04-11 03-31 04-18 04-08 03-28 04-16 04-05 ' +
  '03-25 04-13 04-02 03-22 04-10 03-30 04-17 04-07 03-27'
).split(' ');

const DAYS: Day[] = [];
const PLACES = new Map<string, number>();

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

for (let year = FIRST_YEAR, weekday = FIRST_WEEKDAY; year <= LAST_YEAR; year++) {
  for (let month = 1; month <= 12; month++) {
    for (let day = 1; day <= daysInMonth(year, month); day++) {
      const iso = `${year}-${two(month)}-${two(day)}`;
      PLACES.set(iso, DAYS.length);
      DAYS.push({ year, month, day, weekday, iso });
      weekday = weekday === 6 ? 0 : weekday + 1;
    }
  }
}

export function dayAt(place: number): Day {
  const day = DAYS[place];
  if (!day) throw new RangeError(`no day ${place} in the calendar`);
  return day;
}

export function isoOf(place: number): string {
  return dayAt(place).iso;
}

export function exists(iso: string): boolean {
  return PLACES.has(iso);
}

export function placeOf(iso: string): number {
  const place = PLACES.get(iso);
  if (place === undefined) throw new RangeError(`${iso} is not in the calendar`);
  return place;
}

/** Walks so many days on, or back when negative. */
export function walk(place: number, steps: number): number {
  let here = place;
  for (let left = steps; left > 0; left--) here++;
  for (let left = steps; left < 0; left++) here--;
  return here;
}

/** How many days one walks from one day to a later one. */
export function steps(from: number, to: number): number {
  let count = 0;
  for (let here = from; here < to; here++) count++;
  return count;
}

/** The same day so many years and months on; the first of the next month when that day does not exist. */
export function sameDayLater(place: number, years: number, months = 0): number {
  const { day } = dayAt(place);
  let { year, month } = dayAt(place);
  for (let left = years * 12 + months; left > 0; left--) {
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
  const wanted = `${year}-${two(month)}-${two(day)}`;
  if (exists(wanted)) return placeOf(wanted);
  // Only a month shorter than 31 days lacks a day, so never December.
  return placeOf(`${year}-${two(month + 1)}-01`);
}

/** Holidays of the Algemene termijnenwet. */
const HOLIDAYS = new Set<number>();

for (let year = FIRST_YEAR, golden = FIRST_GOLDEN_NUMBER; year <= LAST_YEAR; year++) {
  // Easter is the first Sunday after the full moon.
  let easter = placeOf(`${year}-${PASCHAL_MOONS[golden - 1] ?? ''}`) + 1;
  while (dayAt(easter).weekday !== 0) easter++;
  const kingsDay = placeOf(`${year}-04-27`);
  for (const holiday of [
    placeOf(`${year}-01-01`),
    walk(easter, -2),
    walk(easter, 1),
    dayAt(kingsDay).weekday === 0 ? kingsDay - 1 : kingsDay,
    placeOf(`${year}-05-05`),
    walk(easter, 39),
    walk(easter, 50),
    placeOf(`${year}-12-25`),
    placeOf(`${year}-12-26`),
  ]) {
    HOLIDAYS.add(holiday);
  }
  golden = golden === 19 ? 1 : golden + 1;
}

export function isWorkingDay(place: number): boolean {
  const { weekday } = dayAt(place);
  return weekday !== 0 && weekday !== 6 && !HOLIDAYS.has(place);
}

/** The last working day on or before a day. */
export function workingDayBack(place: number): number {
  let here = place;
  while (!isWorkingDay(here)) here--;
  return here;
}
