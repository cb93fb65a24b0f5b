import { fullYear, inRange } from './calendar.ts';
import { monthOf } from './names.ts';
import { numberWord, numberWordsAt, yearWordsAt } from './number-words.ts';
import { goesOn, isAmount } from './number-place.ts';
import type { Scan } from './meaning.ts';
import { numberAt, skip, wordAt, type Token } from './tokens.ts';
import {
  AFTER_YEAR,
  AGO,
  BEFORE_YEAR,
  FUTURE_SIDE,
  MONEY,
  ORDINAL_ENDS,
  PAST_SIDE,
  THIS,
  YEAR_UNITS,
} from './words.ts';

/** A year as it stands in a text. */
export type YearPlace =
  | {
      kind: 'year';
      first: number;
      /** The same, but for "afgelopen jaar", which may be two years. */
      last: number;
      /** Counted from today. */
      relative: boolean;
      /** It may as well be no year: "12 maart 24 mensen". */
      doubtful: boolean;
      next: number;
    }
  /** Figures where a year belongs that are none. */
  | { kind: 'noYear'; digits: string; next: number };

const JOINING_WORDS = new Set(['van', 'of', 'in', 'het', 'the', 'jaar', 'year', 'anno', ',']);
const SENTENCE_MARKS = new Set(['%', '€', '°', '+', '#', '@', '=']);

/** The year after a day and month, or a month: "2025", "'25", "25", ", 2025", "van vorig jaar". */
export function yearAfter(scan: Scan, at: number): YearPlace | undefined {
  const { tokens } = scan;
  const start = yearStart(tokens, at);
  const relative = relativeYearAt(scan, start) ?? yearsAgoAt(scan, start);
  if (relative !== undefined) return relative;
  const words = yearWordsAt(tokens, start);
  if (words !== undefined) return { ...sure(words.year), next: words.next };
  const short = start === at ? numberWordsAt(tokens, start) : undefined;
  if (short !== undefined && !short.ordinal && short.value >= 10) return twoFigures(tokens, short.value, short.next);
  const joined = tokens.slice(at, start).some((token) => JOINING_WORDS.has(token.text));
  return figuresAt(scan, start, joined);
}

/** Past what may stand before a year. A full stop ends a sentence, but for the one of "mrt. 25". */
function yearStart(tokens: readonly Token[], at: number): number {
  let next = at;
  while (next < at + 4) {
    const token = tokens[next];
    if (token === undefined || !BEFORE_YEAR.has(token.text)) break;
    const following = tokens[next + 1];
    if (token.text === '.' && !isShort(tokens, next) && following?.glued !== true) break;
    // "12 maart - 31-3-2025": the dash is no part of the date.
    const dash = token.text === '-' || token.text === '/';
    if (dash && goesOn(tokens, next + 2)) break;
    next++;
    if (token.text === ',' && following?.text === 'in') break;
  }
  return next;
}

/** Whether the full stop at a place ends a short form. */
function isShort(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at - 1);
  return (
    tokens[at]?.glued === true &&
    word.length <= 4 &&
    word !== 'mei' &&
    word !== 'may' &&
    word !== 'juni' &&
    word !== 'juli'
  );
}

/** A year counted from today: "vorig jaar", "dit jaar", "next year". */
export function relativeYearAt(scan: Scan, at: number): (YearPlace & { kind: 'year' }) | undefined {
  const { tokens, setting } = scan;
  const start = skip(tokens, at, YEAR_ARTICLES);
  if (!YEAR_UNITS.has(wordAt(tokens, start + 1))) return undefined;
  const word = wordAt(tokens, start);
  const { year } = setting.today;
  const next = start + 2;
  const relative = { kind: 'year', relative: true, doubtful: false, next } as const;
  if (word === 'afgelopen' || word === 'past' || word === 'laatste')
    return { ...relative, first: year - 1, last: year };
  if (PAST_SIDE.has(word)) return { ...relative, first: year - 1, last: year - 1 };
  if (FUTURE_SIDE.has(word)) return { ...relative, first: year + 1, last: year + 1 };
  return THIS.has(word) ? { ...relative, first: year, last: year } : undefined;
}

const YEAR_ARTICLES = new Set(['van', 'of', 'het', 'the', 'in']);

/** "12 maart 2 jaar geleden". */
export function yearsAgoAt(scan: Scan, at: number): (YearPlace & { kind: 'year' }) | undefined {
  const { tokens, setting } = scan;
  const years = numberAt(tokens, at)?.value ?? numberWord(wordAt(tokens, at))?.value;
  if (years === undefined || years > 99 || !YEAR_UNITS.has(wordAt(tokens, at + 1))) return undefined;
  if (!AGO.has(wordAt(tokens, at + 2))) return undefined;
  const year = setting.today.year - years;
  return { kind: 'year', first: year, last: year, relative: true, doubtful: false, next: at + 3 };
}

function figuresAt(scan: Scan, at: number, joined: boolean): YearPlace | undefined {
  const { tokens, setting } = scan;
  const short = tokens[at]?.text === "'";
  const place = short ? at + 1 : at;
  const token = numberAt(tokens, place);
  if (token === undefined) return undefined;
  const next = place + 1;
  const { text, value } = token;
  if (text.length === 4) return fourFigures(tokens, token, next, inRange(value, setting.today));
  if (text.length === 2) {
    if (short) return { ...sure(fullYear(value)), next };
    if (joined && tokens[at - 1]?.text !== ',') return undefined;
    const year = twoFigures(tokens, value, next);
    // "6 - okt - 25", or a dash between two things.
    const loose = tokens[at - 1]?.text === '-' && !token.glued;
    return year?.kind === 'year' && loose ? { ...year, doubtful: true } : year;
  }
  if (joined || isAmount(tokens, next) || goesOn(tokens, next) || isDay(tokens, next)) return undefined;
  if (text.length === 1 && tokens[next] !== undefined) return undefined;
  return { kind: 'noYear', digits: text, next };
}

function fourFigures(tokens: readonly Token[], token: Token, next: number, known: boolean): YearPlace | undefined {
  const word = wordAt(tokens, next);
  if (tokens[next]?.text === ':') return undefined;
  if (known ? MONEY.has(word) || word === 'uur' || tokens[next]?.text === '%' : isAmount(tokens, next))
    return undefined;
  return known ? { ...sure(token.value), next } : { kind: 'noYear', digits: token.text, next };
}

function twoFigures(tokens: readonly Token[], value: number, next: number): YearPlace | undefined {
  const following = tokens[next];
  const second = numberAt(tokens, next);
  // "20 25": a year in two pieces, or something else; never the year 2020.
  if (second !== undefined) {
    const whole = (value === 19 || value === 20) && second.text.length === 2 && !isAmount(tokens, next + 1);
    if (whole && !goesOn(tokens, next + 1) && !isDay(tokens, next + 1)) {
      return { ...sure(value * 100 + second.value), next: next + 1 };
    }
    return { ...sure(fullYear(value)), doubtful: true, next };
  }
  if (isAmount(tokens, next) || isDay(tokens, next)) return undefined;
  if (goesOn(tokens, next)) {
    return following?.text === ':' || following?.text === '.'
      ? undefined
      : { ...sure(fullYear(value)), doubtful: true, next };
  }
  if (following?.text === ':' || SENTENCE_MARKS.has(following?.text ?? '')) return undefined;
  const doubtful = following?.kind === 'word' && !AFTER_YEAR.has(following.text);
  return { ...sure(fullYear(value)), doubtful, next };
}

/** Whether what comes after a number makes it a day: "25 april", "25e". */
function isDay(tokens: readonly Token[], next: number): boolean {
  if (ORDINAL_ENDS.has(wordAt(tokens, next)) && tokens[next]?.glued === true) return true;
  const past = skip(tokens, next, DAY_JOINTS);
  return monthOf(wordAt(tokens, past), true) !== undefined;
}

const DAY_JOINTS = new Set(['-', '/', '.', 'van']);

/** A year that is certain. */
export function sure(year: number): { kind: 'year'; first: number; last: number; relative: false; doubtful: false } {
  return { kind: 'year', first: year, last: year, relative: false, doubtful: false };
}
