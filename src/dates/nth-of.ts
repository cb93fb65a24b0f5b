import { dayIn, isSame, nthWeekday, oneDay, weekOf, type Span } from './calendar.ts';
import type { Meaning, Part } from './meaning.ts';
import { weekdayOf } from './names.ts';
import { dayAt } from './number-place.ts';
import { monthRef, picked } from './periods.ts';
import type { DateReading } from './reading.ts';
import { skip, wordAt } from './tokens.ts';

const JOINTS = new Set(['van', 'de', 'het', 'of', 'the', 'in', '-', 'vd']);
const LAST = new Set(['laatste', 'last']);
const DAYS = new Set(['dag', 'day']);
const WORK_DAYS = new Set(['werkdag', 'workday']);

/** "eerste maandag van maart", "laatste dag van mei 2025", "first week of June", "2e weekend van maart". */
export const nthOf: Part = (scan, at) => {
  const { tokens } = scan;
  const last = LAST.has(wordAt(tokens, at));
  const ordinal = last ? undefined : dayAt(tokens, at);
  if (!last && (ordinal?.ordinal !== true || ordinal.day < 1 || ordinal.day > 31)) return undefined;
  const nth = ordinal?.day ?? -1;
  const noun = ordinal?.next ?? at + 1;
  const start = skip(tokens, noun + 1, JOINTS);
  const pick = picker(wordAt(tokens, noun), nth);
  const month = pick === undefined ? undefined : monthRef(scan, start, true);
  if (pick === undefined || month === undefined) return undefined;
  const meanings = month.meanings.map((meaning): Meaning => {
    if (meaning.kind === 'yearly') return { ...meaning, at: (year) => picked(meaning.at(year), pick) };
    if (meaning.kind !== 'read' || meaning.reading.kind !== 'partial') return meaning;
    const span = pick(meaning.reading);
    return { kind: 'read', reading: span === undefined ? { kind: 'none' } : readingOf(span) };
  });
  return { meanings, next: month.next };
};

function readingOf(span: Span): DateReading {
  if (isSame(span.from, span.to)) return { kind: 'date', date: span.from, precision: 'relative' };
  return { kind: 'partial', ...span, missing: 'day' };
}

/** What an ordinal and a noun take of a month. */
function picker(noun: string, nth: number): ((span: Span) => Span | undefined) | undefined {
  const weekday = weekdayOf(noun, false);
  if (weekday !== undefined) return ({ from }) => oneDay(nthWeekday(from.year, from.month, weekday, nth));
  if (DAYS.has(noun)) return ({ from, to }) => oneDay(nth < 0 ? to : dayIn(from.year, from.month, nth));
  // Which day is a working day depends on holidays and shifts: a few days.
  if (WORK_DAYS.has(noun) && nth < 0) return ({ to }) => ({ from: to.subtract({ days: 4 }), to });
  if (WORK_DAYS.has(noun) && nth === 1) return ({ from }) => ({ from, to: from.add({ days: 4 }) });
  if (noun === 'week' && nth <= 5) return (span) => nthWeek(span, nth);
  if (noun === 'weekend' && nth <= 5) {
    return ({ from }) => {
      const saturday = nthWeekday(from.year, from.month, 6, nth);
      return saturday === undefined ? undefined : { from: saturday, to: saturday.add({ days: 1 }) };
    };
  }
  return undefined;
}

/** The nth seven days of a month, widened to whole weeks: people count either way. */
function nthWeek({ from, to }: Span, nth: number): Span {
  if (nth < 0) return { from: weekOf(to.subtract({ days: 6 })).from, to };
  const first = from.add({ days: 7 * (nth - 1) });
  return { from: nth === 1 ? from : weekOf(first).from, to: weekOf(first.add({ days: 6 })).to };
}
