import { inRange } from './calendar.ts';
import { mapYearly, type Found, type Meaning, type Scan, type Yearly } from './meaning.ts';
import { monthOf, weekdayOf } from './names.ts';
import { numberWord } from './number-words.ts';
import { goesOn, isAmount } from './number-place.ts';
import { numberAt, skip, wordAt, type Token } from './tokens.ts';
import { impossible } from './resolve.ts';
import { FUTURE_AFTER, ORDINAL_ENDS, PAST_AFTER } from './words.ts';
import { yearAfter } from './years.ts';

const BEFORE_SIDE = new Set(['.', ',', '(']);
const BEFORE_WEEKDAY = new Set([',', '(', '.', 'een', 'op', 'a', 'was', 'dat']);
const MOST_PARTS = 3;

/**
 * Reads what may follow a day or period: its year, "jl." or "a.s.", its weekday. Several days share one year.
 *
 * @param yearlies one, or the days of a list: "3 of 4 maart 2025".
 */
export function withTail(scan: Scan, yearlies: readonly Yearly[], at: number): Found {
  let meanings: readonly Meaning[] = yearlies;
  let next = at;
  let dated = yearlies.every((yearly) => yearly.year !== undefined);
  for (let part = 0; part < MOST_PARTS; part++) {
    if (!dated) {
      const year = yearAfter(scan, next);
      if (year?.kind === 'noYear')
        return { meanings: yearlies.map((each) => noYear(each, year.digits)), next: year.next };
      if (year !== undefined) {
        const { first, relative, doubtful } = year;
        const other = relative ? undefined : otherYearAt(scan, year.next);
        const last = other?.year ?? year.last;
        meanings = meanings.map((meaning) => inYears(meaning, first, last, relative, doubtful));
        next = other?.next ?? year.next;
        dated = true;
        continue;
      }
      const side = sideAt(scan.tokens, next);
      if (side !== undefined) {
        meanings = meanings.map((meaning) => mapYearly(meaning, (each) => ({ ...each, side: side.side })));
        next = side.next;
        continue;
      }
    }
    const weekday = weekdayAfter(scan.tokens, next);
    if (weekday === undefined) break;
    const only = meanings.length === 1;
    if (only)
      meanings = meanings.map((meaning) => mapYearly(meaning, (each) => ({ ...each, weekday: weekday.weekday })));
    next = weekday.next;
  }
  // "12 maart 2 025": a number that was not understood may be its year.
  if (!dated && isLooseNumber(scan.tokens, next)) meanings = meanings.map((meaning) => inAnyYear(scan, meaning));
  return { meanings, next };
}

function isLooseNumber(tokens: readonly Token[], at: number): boolean {
  if (numberAt(tokens, at) === undefined || goesOn(tokens, at + 1) || isAmount(tokens, at + 1)) return false;
  return !ORDINAL_ENDS.has(wordAt(tokens, at + 1)) && monthOf(wordAt(tokens, at + 1), true) === undefined;
}

function inAnyYear(scan: Scan, meaning: Meaning): Meaning {
  const { year } = scan.setting.today;
  const options = yearliesOf(meaning);
  const years = [year - 1, year].flatMap((each) =>
    options.map((option) => ({ ...option, year: each, relativeYear: true })),
  );
  return { kind: 'either', options: [...options, ...years] };
}

/** Gives a meaning its year; both years when it may be two, and its own leaning when the year is in doubt. */
export function inYears(meaning: Meaning, first: number, last: number, relative: boolean, doubtful: boolean): Meaning {
  const dated = mapYearly(meaning, (each) => ({ ...each, year: first, relativeYear: relative }));
  if (first === last && !doubtful) return dated;
  const other = doubtful ? meaning : mapYearly(meaning, (each) => ({ ...each, year: last, relativeYear: relative }));
  return { kind: 'either', options: [...yearliesOf(dated), ...yearliesOf(other)] };
}

/** A second year: "12 maart 2024 of 2025", "2024/2025". */
function otherYearAt(scan: Scan, at: number): { year: number; next: number } | undefined {
  const { tokens, setting } = scan;
  const place = skip(tokens, at, YEAR_LINKS);
  const token = numberAt(tokens, place);
  if (token?.text.length !== 4 || !inRange(token.value, setting.today)) return undefined;
  const next = place + 1;
  return goesOn(tokens, next) || isAmount(tokens, next) || monthOf(wordAt(tokens, next), true) !== undefined
    ? undefined
    : { year: token.value, next };
}

const YEAR_LINKS = new Set(['/', '-', ',', 'of', 'or', 'nee', 'no']);

function yearliesOf(meaning: Meaning): readonly Yearly[] {
  if (meaning.kind === 'yearly') return [meaning];
  return meaning.kind === 'either' ? meaning.options : [];
}

function noYear(yearly: Yearly, digits: string): Meaning {
  const joint = /\d$/.test(yearly.text) ? '-' : ' ';
  return { kind: 'read', reading: impossible(`${yearly.text}${joint}${digits}`, 'yearOutOfRange') };
}

function sideAt(tokens: readonly Token[], at: number): { side: 'past' | 'future'; next: number } | undefined {
  const place = skip(tokens, at, BEFORE_SIDE);
  const word = wordAt(tokens, place);
  // "5 mei, afgelopen maandag" is about the Monday.
  if (weekdayOf(wordAt(tokens, place + 1), true) !== undefined) return undefined;
  if (PAST_AFTER.has(word)) return { side: 'past', next: place + 1 };
  return FUTURE_AFTER.has(word) ? { side: 'future', next: place + 1 } : undefined;
}

function weekdayAfter(tokens: readonly Token[], at: number): { weekday: number; next: number } | undefined {
  const place = skip(tokens, at, BEFORE_WEEKDAY);
  const weekday = weekdayOf(wordAt(tokens, place), false);
  if (weekday === undefined || startsDate(tokens, place + 1)) return undefined;
  return { weekday, next: place + 1 };
}

/** Whether a weekday belongs to what comes after it instead: "12 maart, woensdag 13 maart". */
function startsDate(tokens: readonly Token[], at: number): boolean {
  const place = skip(tokens, at, new Set(['de', 'the', ',']));
  const token = tokens[place];
  if (token === undefined) return false;
  if (token.kind === 'number') return true;
  return numberWord(token.text) !== undefined || monthOf(token.text, true) !== undefined;
}
