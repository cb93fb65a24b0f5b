import { Temporal } from 'temporal-polyfill';

type PlainDate = Temporal.PlainDate;

const SATURDAY = 6;

/** Koningsdag is a day earlier when it falls on a Sunday. */
const KONINGSDAG = { month: 4, day: 27 };

/** Days after Easter Sunday: Goede Vrijdag, tweede paasdag, Hemelvaartsdag, tweede pinksterdag. */
const DAYS_AROUND_EASTER: ReadonlySet<number> = new Set([-2, 1, 39, 50]);

/** Month and day: Nieuwjaarsdag, 5 mei (every year), beide kerstdagen. */
const FIXED_DAYS: ReadonlySet<string> = new Set(['1-1', '5-5', '12-25', '12-26']);

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
  while (!isWorkingDay(day)) day = day.subtract({ days: 1 });
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
  if (FIXED_DAYS.has(`${date.month}-${date.day}`)) return true;
  if (date.month > 6) return false;
  return isKoningsdag(date) || DAYS_AROUND_EASTER.has(date.since(easterSunday(date.year)).days);
}

function isKoningsdag({ year, month, day }: PlainDate): boolean {
  if (month !== KONINGSDAG.month) return false;
  const onSunday = new Temporal.PlainDate(year, KONINGSDAG.month, KONINGSDAG.day).dayOfWeek === 7;
  return day === (onSunday ? KONINGSDAG.day - 1 : KONINGSDAG.day);
}

/** Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. */
function easterSunday(year: number): PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const leapCenturies = Math.floor(century / 4);
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * golden + century - leapCenturies - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const fromMarch = moon + weekday - 7 * late + 114;
  return new Temporal.PlainDate(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1);
}
