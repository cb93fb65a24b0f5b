import type { Temporal } from 'temporal-polyfill';
import { easterSunday } from '../shared/easter.ts';

type PlainDate = Temporal.PlainDate;

const FRIDAY = 5;
const SATURDAY = 6;
const SUNDAY = 7;

const KONINGSDAG = { month: 4, day: 27 };

/** Days after Easter Sunday: Goede Vrijdag, tweede paasdag, Hemelvaartsdag, tweede pinksterdag. */
const DAYS_AROUND_EASTER: ReadonlySet<number> = new Set([-2, 1, 39, 50]);

/** 100 times the month plus the day: Nieuwjaarsdag, 5 mei (every year), beide kerstdagen. */
const FIXED_DAYS: ReadonlySet<number> = new Set([101, 505, 1225, 1226]);

/**
 * Whether a date is neither in a weekend nor a holiday of the Algemene termijnenwet.
 *
 * @source Algemene termijnenwet (BWBR0002448) art. 3
 */
export function isWorkingDay(date: PlainDate): boolean {
  return date.dayOfWeek < SATURDAY && !isFeestdag(date);
}

/** The last working day on or before a date: the practical date of a deadline, which the law never moves later. */
export function previousWorkingDay(date: PlainDate): PlainDate {
  let day = date;
  // Over a weekend in one step: most deadlines fall on a Sunday.
  while (!isWorkingDay(day)) day = day.subtract({ days: Math.max(1, day.dayOfWeek - FRIDAY) });
  return day;
}

/**
 * The first working day on or after a date: where the Algemene termijnenwet lengthens a term.
 *
 * @source Algemene termijnenwet (BWBR0002448) art. 1 lid 1
 */
export function nextWorkingDay(date: PlainDate): PlainDate {
  let day = date;
  while (!isWorkingDay(day)) day = day.add({ days: 1 });
  return day;
}

function isFeestdag(date: PlainDate): boolean {
  const { month, day } = date;
  if (FIXED_DAYS.has(100 * month + day) || isKoningsdag(date)) return true;
  // From the earliest Goede Vrijdag to the latest tweede pinksterdag.
  return month >= 3 && month <= 6 && DAYS_AROUND_EASTER.has(date.dayOfYear - easterDay(date));
}

/** Koningsdag, a day earlier when it would fall on a Sunday. */
function isKoningsdag({ month, day, dayOfWeek }: PlainDate): boolean {
  if (month !== KONINGSDAG.month) return false;
  return day === KONINGSDAG.day ? dayOfWeek !== SUNDAY : day === KONINGSDAG.day - 1 && dayOfWeek === SATURDAY;
}

/** Day of the year of Easter Sunday in the year of a date. */
function easterDay({ year, inLeapYear }: PlainDate): number {
  const { month, day } = easterSunday(year);
  return (month === 3 ? 59 : 90) + (inLeapYear ? 1 : 0) + day;
}
