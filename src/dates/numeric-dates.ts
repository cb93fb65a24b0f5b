import { dayIn, fullYear, inRange } from './calendar.ts';
import { isRow, numericDay, pieceAt, type Piece } from './figures.ts';
import { found, type Found, type Part, type Scan, type Yearly } from './meaning.ts';
import { dayAt, goesOn, hasCue, isAmount, startsNumber } from './number-place.ts';
import { pairAt } from './numeric-pairs.ts';
import { impossible } from './resolve.ts';
import { withTail } from './tail.ts';
import { numberAt, skip, wordAt, type Token } from './tokens.ts';
import { DAY_LINKS } from './words.ts';

/** Dates in figures: "12-3-2025", "2025-03-12", "12 3 2025", "12/3", "03-2025". */
export const numeric: Part = (scan, at) => {
  const { tokens } = scan;
  const first = numberAt(tokens, at);
  if (first === undefined || first.text.length > 4 || !startsNumber(tokens, at)) return undefined;
  const second = pieceAt(tokens, at + 1);
  if (second === undefined) return undefined;
  const third = pieceAt(tokens, second.next);
  if (third !== undefined) {
    const triple = tripleAt(scan, at, first, second, third);
    if (triple !== undefined) return triple;
  }
  return pairAt(scan, at, first, second);
};

/** "12 t/m 15-11", "3 of 4-3-2025": a day before a date in figures. */
export const dayAndNumeric: Part = (scan, at) => {
  const { tokens } = scan;
  const day = dayAt(tokens, at);
  if (day === undefined || day.day < 1 || day.day > 31) return undefined;
  const link = skip(tokens, day.next, DAY_LINKS);
  if (wordAt(tokens, day.next) === '' || link === day.next) return undefined;
  const rest = numeric(scan, link);
  const [date] = rest?.meanings ?? [];
  if (rest === undefined || date?.kind !== 'yearly' || date.sibling === undefined) return undefined;
  const { year, relativeYear, side } = date;
  return { ...rest, meanings: [{ ...date.sibling(day.day), year, relativeYear, side }, ...rest.meanings] };
};

function tripleAt(scan: Scan, at: number, first: Token, second: Piece, third: Piece): Found | undefined {
  const { tokens } = scan;
  if (second.token.text.length > 2 || goesOn(tokens, third.next)) return undefined;
  const spaces = second.mark === '' && third.mark === '';
  // A row of numbers, as in a telephone number, is no date.
  if (spaces && (numberAt(tokens, at - 1) !== undefined || isRow(tokens, third.next))) return undefined;
  const digits = [first.text, second.token.text, third.token.text] as const;
  if (first.text.length === 4) {
    if (third.token.text.length > 2 || (spaces && !inRange(first.value, scan.setting.today))) return undefined;
    return fullDate(scan, digits, [third.token.value, second.token.value, first.value], third.next);
  }
  if (first.text.length > 2 || isAmount(tokens, third.next)) return undefined;
  if (third.token.text.length === 4) {
    return fullDate(scan, digits, [first.value, second.token.value, third.token.value], third.next, true);
  }
  // "12 3-25" and "12-3 25" are left to the pair and its year.
  if ((second.mark === '') !== (third.mark === '')) return undefined;
  // "12, 13, 14 en 15 november" is a list.
  if (second.mark === ',' && !second.token.glued) return undefined;
  if (third.token.text.length !== 2) return spaces ? undefined : badYear(scan, at, digits, third.next);
  const whole = wholeYear(tokens, third);
  if (whole !== undefined) {
    return fullDate(
      scan,
      [first.text, second.token.text, String(whole)],
      [first.value, second.token.value, whole],
      third.next + 1,
      true,
    );
  }
  // "8 10 12" may be anything; "99.99.99" is no attempt at a date.
  if (spaces && (!hasCue(tokens, at) || first.value > 31 || second.token.value > 12)) return undefined;
  return fullDate(scan, digits, [first.value, second.token.value, fullYear(third.token.value)], third.next, true);
}

/** The year of "12-3-20 25", in two pieces; the first alone would be another year. */
function wholeYear(tokens: readonly Token[], third: Piece): number | undefined {
  const rest = numberAt(tokens, third.next);
  if (rest?.text.length !== 2 || (third.token.value !== 19 && third.token.value !== 20)) return undefined;
  return isAmount(tokens, third.next + 1) || goesOn(tokens, third.next + 1)
    ? undefined
    : third.token.value * 100 + rest.value;
}

function fullDate(
  scan: Scan,
  digits: readonly string[],
  [day, month, year]: readonly [number, number, number],
  next: number,
  dayFirst = false,
): Found | undefined {
  const { setting } = scan;
  const text = digits.join('-');
  const english = dayFirst && setting.language === 'en';
  if (!inRange(year, setting.today)) return found(impossible(text, 'yearOutOfRange'), next);
  if (month < 1 || month > 12) {
    if (english && day <= 12) return withTail(scan, [{ ...numericDay(month, day, text), year }], next);
    return found(impossible(text, 'noSuchMonth'), next);
  }
  if (dayIn(year, month, day) === undefined) return found(impossible(text, 'noSuchDay'), next);
  const read: Yearly = { ...numericDay(day, month, text), year };
  if (!english || day > 12 || day === month) return withTail(scan, [read], next);
  return { meanings: [{ kind: 'either', options: [read, { ...numericDay(month, day, text), year }] }], next };
}

function badYear(scan: Scan, at: number, digits: readonly string[], next: number): Found | undefined {
  const year = digits[2] ?? '';
  // "1.2.3" is a paragraph and "1.250.000" an amount, unless the text is about a date.
  if (year.length > 5 || !hasCue(scan.tokens, at)) return undefined;
  return found(impossible(digits.join('-'), 'yearOutOfRange'), next);
}
