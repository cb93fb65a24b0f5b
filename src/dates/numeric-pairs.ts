import { inRange, monthsIn } from './calendar.ts';
import { isRow, numericDay, type Piece } from './figures.ts';
import { found, type Found, type Scan, type Yearly } from './meaning.ts';
import { monthName, monthYearly } from './named-dates.ts';
import { goesOn, hasCue, isAmount } from './number-place.ts';
import { impossible } from './resolve.ts';
import { withTail } from './tail.ts';
import { numberAt, wordAt, type Token } from './tokens.ts';

/** Two numbers: a day and a month ("12-3", "12/3"), a month and a year ("03-2025"), or two years. */
export function pairAt(scan: Scan, at: number, first: Token, second: Piece): Found | undefined {
  const { tokens, setting } = scan;
  if (goesOn(tokens, second.next) || isAmount(tokens, second.next)) return undefined;
  // "Sinds 2019. 12 maart ziek.": a full stop and a space end a sentence.
  if (second.mark === '.' && !second.token.glued) return undefined;
  const long = [first, second.token].find((token) => token.text.length === 4);
  const other = long === first ? second.token : first;
  if (long !== undefined) return yearAndMonth(scan, at, long, other, second);
  if (first.text.length > 2 || second.token.text.length > 2) return undefined;
  const day = first.value;
  const month = second.token.value;
  const cue = hasCue(tokens, at);
  const spaces = second.mark === '';
  if (spaces && (!cue || isRow(tokens, second.next) || numberAt(tokens, at - 1) !== undefined)) return undefined;
  if (spaces && wordAt(tokens, second.next) !== '') return undefined;
  if (second.mark === ',' || (second.mark === '.' && !cue) || isClock(tokens, at, second)) return undefined;
  if (isFraction(tokens, second, day, month) && !(cue && at > 0)) return undefined;
  if (setting.language === 'en' && day <= 12) {
    const swapped = withTail(scan, [numericDay(month, day, `${first.text}-${second.token.text}`)], second.next);
    if (month > 12 && month <= 31) return swapped;
    if (month !== day && month >= 1 && month <= 12) return eitherWay(scan, first, second);
  }
  if (month < 1 || month > 12) {
    const attempt = cue && !spaces && day >= 1 && day <= 31 && month <= 31 && tokens[second.next] === undefined;
    return attempt ? found(impossible(`${first.text}-${second.token.text}`, 'noSuchMonth'), second.next) : undefined;
  }
  if (day > 31 || (spaces && day < 1)) return cue && !spaces ? noDay(first, second) : undefined;
  return withTail(scan, [numericDay(day, month, `${first.text}-${second.token.text}`)], second.next);
}

/** Day and month either way round, with one year for both. */
function eitherWay(scan: Scan, first: Token, second: Piece): Found {
  const text = `${first.text}-${second.token.text}`;
  const options = [
    numericDay(first.value, second.token.value, text),
    numericDay(second.token.value, first.value, text),
  ];
  const { meanings, next } = withTail(scan, options, second.next);
  const yearlies = meanings.flatMap((meaning) => (meaning.kind === 'yearly' ? [meaning] : []));
  if (yearlies.length === options.length) return { meanings: [{ kind: 'either', options: yearlies }], next };
  return { meanings: meanings.slice(0, 1), next };
}

function noDay(first: Token, second: Piece): Found {
  return found(impossible(`${first.text}-${second.token.text}`, 'noSuchDay'), second.next);
}

/** "03-2025", "2025-03": a month. "2024-2025": two years. */
function yearAndMonth(scan: Scan, at: number, long: Token, other: Token, second: Piece): Found | undefined {
  const { tokens, setting } = scan;
  if (second.mark === '' || second.mark === ',' || !inRange(long.value, setting.today)) return undefined;
  const { next } = second;
  if (other.text.length === 4) {
    if (!inRange(other.value, setting.today) || other.value < long.value) return undefined;
    return { meanings: [{ kind: 'year', first: long.value, last: other.value, relative: false }], next };
  }
  if (other.text.length > 2 || isPlainAmount(tokens, at, second)) return undefined;
  if (other.value < 1 || other.value > 12) {
    const text = long === second.token ? `${other.text}-${long.text}` : `${long.text}-${other.text}`;
    return hasCue(tokens, at) ? found(impossible(text, 'noSuchMonth'), next) : undefined;
  }
  const span = monthsIn(long.value, other.value, other.value);
  const yearly: Yearly = {
    ...monthYearly(scan, other.value),
    at: () => span,
    text: monthName(scan, other.value),
    year: long.value,
  };
  return { meanings: [yearly], next };
}

/** "12.2025" without anything to say that it is a date. */
function isPlainAmount(tokens: readonly Token[], at: number, second: Piece): boolean {
  return second.mark === '.' && !hasCue(tokens, at);
}

/** "om 9.30", "van 9-5". */
function isClock(tokens: readonly Token[], at: number, second: Piece): boolean {
  const before = wordAt(tokens, at - 1);
  if (before === 'at') return true;
  if (before === 'om') return second.mark === '.';
  const verb = before === 'van' || before === 'from' ? wordAt(tokens, at - 2) : before;
  return WORK.has(verb);
}

const WORK = new Set('werk werkte werken gewerkt work worked open uren dienst'.split(' '));

/** "24/7", "1/2 van", "3/4 of the". */
function isFraction(tokens: readonly Token[], second: Piece, day: number, month: number): boolean {
  if (second.mark !== '/') return false;
  if (day === 24 && month === 7) return true;
  const after = wordAt(tokens, second.next + 1);
  return (wordAt(tokens, second.next) === 'van' || wordAt(tokens, second.next) === 'of') && ARTICLES.has(after);
}

const ARTICLES = new Set(['de', 'het', 'mijn', 'the', 'my', 'een', 'mijne']);
