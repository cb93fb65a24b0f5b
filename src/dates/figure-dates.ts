import { dayIn, fullYear, inRange, monthsIn } from './calendar.ts';
import { combined } from './combine.ts';
import { numericDay } from './figures.ts';
import { found, foundSpan, type Part, type Scan } from './meaning.ts';
import { weekdayOf } from './names.ts';
import { dayAt, goesOn, hasCue, isAmount, startsNumber } from './number-place.ts';
import { impossible } from './resolve.ts';
import type { DateReading } from './reading.ts';
import { withTail } from './tail.ts';
import { numberAt, wordAt } from './tokens.ts';
import { CUES } from './words.ts';

/** One number that is a whole date: "12032025", "20250312"; with 6 or 7 figures only when nothing else is said. */
export const compact: Part = (scan, at) => {
  const { tokens, setting } = scan;
  const token = numberAt(tokens, at);
  if (token === undefined || token.text.length < 6 || token.text.length > 8 || !startsNumber(tokens, at))
    return undefined;
  if (goesOn(tokens, at + 1) || isAmount(tokens, at + 1)) return undefined;
  if (numberAt(tokens, at - 1) !== undefined || numberAt(tokens, at + 1) !== undefined) return undefined;
  const { text } = token;
  const part = (from: number, to: number): number => Number(text.slice(from, to));
  const read = (year: number, month: number, day: number): readonly DateReading[] => {
    const date = inRange(year, setting.today) ? dayIn(year, month, day) : undefined;
    return date === undefined ? [] : [{ kind: 'date', date, precision: 'exact' }];
  };
  if (text.length === 8) {
    // Never both: a year in range cannot start with two figures that are a month.
    const [date] = [...read(part(4, 8), part(2, 4), part(0, 2)), ...read(part(0, 4), part(4, 6), part(6, 8))];
    if (date !== undefined) return found(date, at + 1);
    const attempt = inRange(part(4, 8), setting.today) && part(0, 2) < 40 && part(2, 4) < 20;
    const reason = part(2, 4) >= 1 && part(2, 4) <= 12 ? 'noSuchDay' : 'noSuchMonth';
    return attempt ? found(impossible(text, reason), at + 1) : undefined;
  }
  if (!hasCue(tokens, at) || (wordAt(tokens, at + 1) !== '' && !CUES.has(wordAt(tokens, at + 1)))) return undefined;
  if (text.length === 7) {
    const dates = [...read(part(3, 7), part(1, 3), part(0, 1)), ...read(part(3, 7), part(2, 3), part(0, 2))];
    return dates.length === 0 ? undefined : found(combined(dates), at + 1);
  }
  const dates = [
    ...read(fullYear(part(4, 6)), part(2, 4), part(0, 2)),
    ...read(fullYear(part(0, 2)), part(2, 4), part(4, 6)),
    ...read(part(2, 6), part(1, 2), part(0, 1)),
  ];
  if (dates.length > 0) return found(combined(dates), at + 1);
  const yearFirst = inRange(part(0, 4), setting.today) && part(4, 6) >= 1 && part(4, 6) <= 12;
  if (yearFirst) return foundSpan(monthsIn(part(0, 4), part(4, 6), part(4, 6)), at + 1);
  const monthFirst = inRange(part(2, 6), setting.today) && part(0, 2) >= 1 && part(0, 2) <= 12;
  return monthFirst ? foundSpan(monthsIn(part(2, 6), part(0, 2), part(0, 2)), at + 1) : undefined;
};

/** A day and its month both by ordinal: "de 12e van de 3e". */
export const ordinalMonth: Part = (scan, at) => {
  const { tokens } = scan;
  const day = dayAt(tokens, at);
  if (day === undefined) return undefined;
  const joint = wordAt(tokens, day.next);
  if (joint !== 'van' && joint !== 'vd' && joint !== 'of') return undefined;
  const article = wordAt(tokens, day.next + 1);
  const month = dayAt(tokens, day.next + (article === 'de' || article === 'the' ? 2 : 1));
  if (
    month?.ordinal !== true ||
    (!day.ordinal && article !== 'de' && article !== 'the') ||
    month.day < 1 ||
    month.day > 12 ||
    day.day > 31
  )
    return undefined;
  const word = wordAt(tokens, month.next);
  const next = month.next + (word === 'maand' || word === 'month' ? 1 : 0);
  return withTail(scan, [numericDay(day.day, month.day, `${day.digits}-${month.digits}`)], next);
};

/** A day alone: "de 12e", "op de twaalfde". A bare "12" or "de eerste keer" is none. */
export const dayAlone: Part = (scan, at) => {
  const { tokens } = scan;
  const day = dayAt(tokens, at);
  if (day?.ordinal !== true || !startsAlone(scan, at, numberAt(tokens, at) === undefined)) return undefined;
  let next = day.next;
  if (wordAt(tokens, next) === 'van' && wordAt(tokens, next + 1) === 'de' && wordAt(tokens, next + 2) === 'maand')
    next += 3;
  if (wordAt(tokens, next) === 'of' && wordAt(tokens, next + 1) === 'the' && wordAt(tokens, next + 2) === 'month')
    next += 3;
  const following = wordAt(tokens, next);
  if (following !== '' && !FOLLOWERS.has(following)) return undefined;
  return { meanings: [{ kind: 'dayOfMonth', day: day.day }], next };
};

const ARTICLES = new Set(['de', 'the', 'den']);
const FOLLOWERS = new Set(
  (
    'en of and or tot tm t/m until was is werd ben heb ik i am ziek sick ziekgemeld hersteld weer beter gemeld niet nee maar ' +
    'but dus denk ofzo geloof toen dacht'
  ).split(' '),
);

/** Whether an ordinal stands where a day would: after "de", after a cue as "sinds", or first in the text. */
function startsAlone(scan: Scan, at: number, isWord: boolean): boolean {
  const { tokens } = scan;
  const article = ARTICLES.has(wordAt(tokens, at - 1));
  const before = article ? at - 2 : at - 1;
  if (tokens[before] === undefined) return !isWord || article;
  return DAY_CUES.has(tokens[before].text) || weekdayOf(wordAt(tokens, before), true) !== undefined;
}

const DAY_CUES = new Set(
  'sinds since op on vanaf from tot until till tm per van en of and or nee maar maand month , . :'.split(' '),
);
