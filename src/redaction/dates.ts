import { MONTH_NAMES } from '../dates/date-text.ts';
import { monthOf, weekdayOf } from '../dates/names.ts';
import { numberWord } from '../dates/number-words.ts';
import { forgetWords } from '../dates/remembered.ts';
import { foldText } from '../shared/text.ts';
import type { Finder, Span } from './spans.ts';
import { setOf } from './words.ts';

/** A number, a word or one mark: "12mrt" is two. */
interface Piece {
  text: string;
  start: number;
  end: number;
  isNumber: boolean;
  isMonth: boolean;
  /** A number beside it makes it a month: "mrt". */
  isMonthBesideNumber: boolean;
}

const PIECE = /\d+|\p{L}+|[^\s\d\p{L}]/gu;
const ORDINAL_ENDS = setOf('e ste de st nd rd th');
const BETWEEN = setOf('. - / , _ van of de the vd dag maand');
const BEFORE_YEAR = setOf(". , - / ' _ van of in het jaar");
const SEPARATORS = setOf('- / . _ :');
/** Before "12-3" these say that it is a day, not an amount or a range. */
const CUES = setOf(
  'op sinds vanaf per tot dd datum geboren geb ziek on since from until born uitgevallen ziekmelding :',
);
const UNITS = setOf(
  'dag dagen week weken maand maanden jaar uur uren keer x x days weeks months years hours % procent',
);
const DAY_LINKS = setOf('- en of tot / & and to');
const AFTER_DAY = setOf('ziek van thuis uitgevallen begonnen gestart gestopt geweest');
const PAST = setOf('afgelopen vorige laatste verleden last sinds vanaf since');
const DAY_NAMES = setOf(
  'gisteren eergisteren gister gisterochtend gistermiddag gisteravond yesterday kerst kerstmis kerstavond pasen ' +
    'pinksteren hemelvaart hemelvaartsdag koningsdag sinterklaas oudjaarsdag nieuwjaarsdag christmas easter',
);
const YEAR_WORD = /^(?:tweeduizend|negentienhonderd|nineteen|thousand)/;
/** English verbs too. */
const NO_MONTH_ALONE = setOf('may march mars mart');

const FULL_MONTHS: ReadonlySet<string> = new Set(Object.values(MONTH_NAMES).flatMap((names) => names.map(foldText)));
const SHORT_MONTHS = setOf('jan feb febr mrt mar maa apr mei may jun jul aug sep sept okt oct nov dec');

/**
 * Finds dates: of birth, of the first sick day, any day, month or year that is named.
 *
 * @param isKnown whether a word, folded, belongs to the subject: it is no month that is spelled wrong.
 */
export function createDateFinder(isKnown: (word: string) => boolean): Finder {
  return (text) => {
    const pieces = piecesOf(text, isKnown);
    const spans: Span[] = [];
    for (let at = 0; at < pieces.length; at += 1) {
      const next = dateAt(pieces, at);
      const [first, last] = [pieces[at], pieces[next - 1]];
      if (next <= at || first === undefined || last === undefined) continue;
      spans.push({
        start: pieces[firstDayBefore(pieces, at)]?.start ?? first.start,
        end: last.end,
        placeholder: '[datum]',
      });
      at = next - 1;
    }
    return spans;
  };
}

function piecesOf(text: string, isKnown: (word: string) => boolean): readonly Piece[] {
  try {
    return [...text.matchAll(PIECE)].map((match) => {
      const isWord = /^\p{L}/u.test(match[0]);
      const piece = isWord ? foldText(match[0]) : match[0];
      const isMonth = (beside: boolean) =>
        isWord &&
        (FULL_MONTHS.has(piece) || (beside && SHORT_MONTHS.has(piece)) || !isKnown(piece)) &&
        monthOf(piece, beside) !== undefined;
      return {
        text: piece,
        start: match.index,
        end: match.index + match[0].length,
        isNumber: /^\d/.test(piece),
        isMonth: isMonth(false),
        isMonthBesideNumber: isMonth(true),
      };
    });
  } finally {
    forgetWords();
  }
}

/** The place after the date that begins at a place; the place itself when there is none. */
function dateAt(pieces: readonly Piece[], at: number): number {
  const numeric = numericAt(pieces, at);
  if (numeric > at) return numeric;
  const day = dayAt(pieces, at);
  if (day > at) {
    const month = skip(pieces, day, BETWEEN);
    if (isMonth(pieces[month], true)) return yearAt(pieces, month + 1);
  }
  if (isDayAlone(pieces, at, day)) return day;
  const word = pieces[at];
  if (word === undefined || word.isNumber) return word?.isNumber === false ? at : shortYearAt(pieces, at);
  if (DAY_NAMES.has(word.text)) return yearAt(pieces, at + 1);
  if (PAST.has(word.text)) {
    const weekday = pieces[at + 1]?.text === 'week' ? at + 2 : at + 1;
    if (weekdayOf(pieces[weekday]?.text ?? '', false) !== undefined) return weekday + 1;
  }
  if (word.text === "'") return shortYearAt(pieces, at);
  return monthFirstAt(pieces, at);
}

/** Where "3-5 maart" and "3 en 5 maart" begin. */
function firstDayBefore(pieces: readonly Piece[], at: number): number {
  let from = at;
  while (DAY_LINKS.has(pieces[from - 1]?.text ?? '') && inRange(pieces[from - 2]?.text ?? '', 31)) from -= 2;
  return from;
}

/** "op de 13e ziek geworden". */
function isDayAlone(pieces: readonly Piece[], at: number, next: number): boolean {
  const isOrdinal = next === at + 2 && pieces[at]?.isNumber === true;
  const isCued = pieces[at - 1]?.text === 'de' && CUES.has(pieces[at - 2]?.text ?? '');
  const after = pieces[next]?.text ?? '';
  return isOrdinal && isCued && (AFTER_DAY.has(after) || !/[a-z]/.test(after));
}

/** "maart 2025", "March 5th, 2025", "in maart". */
function monthFirstAt(pieces: readonly Piece[], at: number): number {
  const word = pieces[at];
  if (isMonth(word, false) || (isMonth(word, true) && pieces[at + 1]?.isNumber === true)) {
    const after = skip(pieces, at + 1, BETWEEN);
    const isYear = yearAt(pieces, at + 1) > at + 1;
    const day = dayAt(pieces, after);
    const isDay = pieces[after]?.isNumber === true && day > after && !UNITS.has(pieces[day]?.text ?? '');
    if (isDay && !/^\d{4}/.test(pieces[after]?.text ?? '')) return yearAt(pieces, day);
    if (isYear) return yearAt(pieces, at + 1);
    if (isMonth(word, false) && !NO_MONTH_ALONE.has(word?.text ?? '')) return at + 1;
  }
  return at;
}

/** "12-3-2025", "2025-03-12", "12 03 1985", "03/2025", and "12-3" where it is a day. */
function numericAt(pieces: readonly Piece[], at: number): number {
  const run: Piece[] = [];
  let next = at;
  let separator = '';
  for (; run.length < 5; next += 1) {
    const piece = pieces[next];
    if (piece?.isNumber !== true) break;
    run.push(piece);
    const mark = pieces[next + 1];
    const isSpaced = mark?.isNumber === true;
    if (isSpaced) {
      separator += ' ';
      continue;
    }
    if (mark === undefined || !SEPARATORS.has(mark.text) || pieces[next + 2]?.isNumber !== true) {
      next += 1;
      break;
    }
    separator += mark.text;
    next += 1;
  }
  const values = run.map(({ text }) => text);
  if (isContinued(pieces, at)) return at;
  if (values.length === 3) return isDate(values, separator) ? next : at;
  if (values.length !== 2 || separator === ' ') return at;
  const [first = '', second = ''] = values;
  const isMonthYear = isYear(second) ? inRange(first, 12) : isYear(first) && inRange(second, 12);
  if (isMonthYear) return next;
  const isDay = inRange(first, 31) && inRange(second, 12) && separator !== ':' && separator !== '_';
  const isMeant =
    CUES.has(pieces[at - 1]?.text ?? '') || (separator !== '.' && /^0|^\d\d$/.test(first) && /^0/.test(second));
  return isDay && isMeant && !UNITS.has(pieces[next]?.text ?? '') ? next : at;
}

/** Whether the number at a place goes on from one before it, as in a telephone number. */
function isContinued(pieces: readonly Piece[], at: number): boolean {
  const [before, mark] = [pieces[at - 2], pieces[at - 1]];
  if (mark?.isNumber === true) return true;
  return before?.isNumber === true && mark !== undefined && SEPARATORS.has(mark.text) && mark.end === pieces[at]?.start;
}

function isDate(values: readonly string[], separator: string): boolean {
  const [first = '', second = '', third = ''] = values;
  if (separator.includes(' ') && !(isYear(third) || values.every((value) => value.length === 2))) return false;
  if (isYear(first)) return inRange(second, 31) && inRange(third, 31);
  return inRange(first, 31) && inRange(second, 31) && (isYear(third) || /^\d{2}$/.test(third));
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}

function inRange(text: string, most: number): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
}

/** The place after a day of the month, in figures or words. */
function dayAt(pieces: readonly Piece[], at: number): number {
  const piece = pieces[at];
  if (piece === undefined) return at;
  if (piece.isNumber) {
    if (!inRange(piece.text, 31)) return at;
    return ORDINAL_ENDS.has(pieces[at + 1]?.text ?? '') ? at + 2 : at + 1;
  }
  let next = at;
  while (next < at + 3 && numberWord(pieces[next]?.text ?? '') !== undefined) {
    next += pieces[next + 1]?.text === 'en' && numberWord(pieces[next + 2]?.text ?? '') !== undefined ? 2 : 1;
  }
  return next;
}

/** The place after a year that may stand after a month. */
function yearAt(pieces: readonly Piece[], at: number): number {
  const place = skip(pieces, at, BEFORE_YEAR);
  const piece = pieces[place];
  if (piece === undefined) return at;
  if (piece.isNumber)
    return isYear(piece.text) || (piece.text.length === 2 && !UNITS.has(pieces[place + 1]?.text ?? ''))
      ? place + 1
      : at;
  if (!YEAR_WORD.test(piece.text)) return at;
  let next = place + 1;
  while (
    next < place + 4 &&
    (numberWord(pieces[next]?.text ?? '') !== undefined ||
      (pieces[next]?.text === 'en' && numberWord(pieces[next + 1]?.text ?? '') !== undefined))
  )
    next += 1;
  return next;
}

/** "'85". */
function shortYearAt(pieces: readonly Piece[], at: number): number {
  const [mark, year] = [pieces[at], pieces[at + 1]];
  const isShort = mark?.text === "'" && year?.start === mark.end && /^\d\d$/.test(year.text);
  return isShort ? at + 2 : at;
}

function isMonth(piece: Piece | undefined, besideNumber: boolean): boolean {
  return (besideNumber ? piece?.isMonthBesideNumber : piece?.isMonth) === true;
}

function skip(pieces: readonly Piece[], at: number, texts: ReadonlySet<string>): number {
  let next = at;
  while (next < at + 3 && texts.has(pieces[next]?.text ?? '')) next += 1;
  return next;
}
