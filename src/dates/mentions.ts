import type { Adjust } from './adjust.ts';
import { amountAt, counted, isExact } from './amounts.ts';
import { counting } from './day-words.ts';
import type { Found, Meaning, Scan } from './meaning.ts';
import { weekdayOf } from './names.ts';
import { partsAt } from './parts.ts';
import { numberAt, skip, wordAt, type Token } from './tokens.ts';
import { dayAt, goesOn, isAmount, startsNumber } from './number-place.ts';
import { AFTER_YEAR, AGO, ALTERNATIVES, APPROXIMATE, APPROXIMATE_AFTER, CORRECTIONS, UNIT_NAMES } from './words.ts';
import { habitAt } from './weekdays.ts';

/** A piece of a text that says something about a date. */
export interface Mention {
  meaning: Meaning;
  /** The tokens it stands in, the last one excluded. */
  start: number;
  next: number;
  /** "rond", "na", "2 dagen voor": what is done with the reading. */
  adjust: Adjust | undefined;
  /** This and the next mention are the ends of one period: "3-5 maart". */
  range: boolean;
  /** It stands in one list with the mention before it, and shares its year. */
  listed: boolean;
}

interface Placed extends Found {
  adjust?: Adjust;
  /** Where the date itself starts, past the "nee" of "nee de 13e". */
  start?: number;
}

/** A text with more is no answer to a question for a date; keeps the work within bounds. */
const MOST_MENTIONS = 64;
/** The marks a date may start with: "'25", "± 12 maart", "+ 3 weken". */
const STARTING_MARKS = new Set(["'", '±', '~', '+']);

/** Whether anything of the grammar can start here at all; most words of a text are turned down by their neighbours. */
function mayStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (token.kind === 'number') return startsNumber(tokens, at);
  if (token.kind === 'word') return /^[a-z]/.test(token.text);
  const next = tokens[at + 1];
  return STARTING_MARKS.has(token.text) && next !== undefined && (next.kind !== 'mark' || next.text === '-');
}

/** Every mention of a date in a text, in order. */
export function mentionsIn(scan: Scan): readonly Mention[] {
  const mentions: Mention[] = [];
  let at = 0;
  while (at < scan.tokens.length && mentions.length < MOST_MENTIONS) {
    if (!mayStart(scan.tokens, at)) {
      at++;
      continue;
    }
    const habit = habitAt(scan.tokens, at);
    const placed = habit > 0 ? undefined : (siblingAt(scan, at, mentions.at(-1)) ?? adjustedAt(scan, at));
    if (placed === undefined || placed.next <= at) {
      at += Math.max(1, habit);
      continue;
    }
    const { end, adjust } = vaguely(scan, placed);
    for (const [place, meaning] of placed.meanings.entries()) {
      mentions.push({
        meaning,
        start: placed.start ?? at,
        next: end,
        adjust,
        range: placed.range === true && place === 0,
        listed: place > 0,
      });
    }
    at = end;
  }
  return mentions;
}

/** "12 maart, of 13", "12 maart, nee de 13e": another day of the month before it. */
function siblingAt(scan: Scan, at: number, last: Mention | undefined): Placed | undefined {
  const { tokens } = scan;
  const { meaning } = last ?? {};
  if (meaning?.kind !== 'yearly' || meaning.sibling === undefined) return undefined;
  const word = wordAt(tokens, at);
  if (!ALTERNATIVES.has(word) && !CORRECTIONS.has(word)) return undefined;
  const place = skip(tokens, at + 1, SIBLING_JOINTS);
  const day = dayAt(tokens, place);
  if (day === undefined || day.day < 1 || day.day > 31 || isAmount(tokens, day.next) || goesOn(tokens, day.next))
    return undefined;
  const following = wordAt(tokens, day.next);
  if (following !== '' && !AFTER_YEAR.has(following)) return undefined;
  if (partsAt(scan, place)?.meanings.every(({ kind }) => kind === 'dayOfMonth') === false) return undefined;
  const { year, relativeYear, side } = meaning;
  return { meanings: [{ ...meaning.sibling(day.day), year, relativeYear, side }], next: day.next, start: place };
}

const SIBLING_JOINTS = new Set([',', 'de', 'the', 'het', 'was', 'is', 'op', 'toch', 'it', 'ik', 'bedoel']);

/** "12 maart of zo": what stands after a mention and makes it vague. */
function vaguely(scan: Scan, placed: Placed): { end: number; adjust: Adjust | undefined } {
  const { tokens } = scan;
  const start = skip(tokens, placed.next, OPENERS);
  const word = wordAt(tokens, start);
  const second = wordAt(tokens, start + 1);
  const pair = (word === 'of' || word === 'or') && VAGUE_ENDS.has(second);
  const end = pair ? start + 2 : APPROXIMATE_AFTER.has(word) ? start + 1 : placed.next;
  // "12 maart, ongeveer 3 weken": it belongs to what comes next.
  const counts = numberAt(tokens, end) !== undefined || amountAt(tokens, end) !== undefined;
  // "of zo 12 maart" names a Sunday.
  const sunday = pair && numberAt(tokens, end) !== undefined && amountAt(tokens, end) === undefined;
  if (end === placed.next || sunday || (!pair && counts)) return { end: placed.next, adjust: placed.adjust };
  return { end, adjust: placed.adjust ?? { kind: 'around' } };
}

const OPENERS = new Set(['(', ',']);
const VAGUE_ENDS = new Set(['zo', 'so', 'daaromtrent', 'zoiets', 'zoeits']);

/** A date with what changes it before it: "rond 12 maart", "na kerst", "2 dagen voor 12 maart", "de dag erna". */
function adjustedAt(scan: Scan, at: number): Placed | undefined {
  const { tokens } = scan;
  const shift = shiftAt(scan, at) ?? weekdayBesideAt(scan, at);
  if (shift !== undefined) return shift;
  const word = wordAt(tokens, at);
  const mark = tokens[at]?.text;
  if (APPROXIMATE.has(word) || mark === '±' || mark === '~') {
    const counted = counting(scan, at);
    if (counted !== undefined) return counted;
    const placed = partsAt(scan, skip(tokens, at + 1, ARTICLES));
    return placed && { ...placed, adjust: { kind: 'around' } };
  }
  const order =
    word === 'na' || word === 'after'
      ? 'after'
      : word === 'before'
        ? 'before'
        : word === 'voor' || word === 'tegen' || word === 'uiterlijk'
          ? 'until'
          : undefined;
  if (order !== undefined) {
    const placed = partsAt(scan, skip(tokens, at + 1, ARTICLES));
    if (placed !== undefined) return { ...placed, adjust: { kind: order } };
  }
  return partsAt(scan, at);
}

const ARTICLES = new Set(['de', 'het', 'the', 'op', 'on', 'of', '.', 'beetje', 'sinds', 'since', 'vanaf', 'in']);
const BEFORE = new Set(['voor', 'before']);
const AFTER = new Set(['na', 'after']);
const LATER = new Set('later erna erop daarna daarop nadien afterwards'.split(' '));
const EARLIER = new Set('eerder ervoor daarvoor earlier'.split(' '));

function shiftAt(scan: Scan, at: number): Placed | undefined {
  const { tokens } = scan;
  if (tokens[at]?.text === '+' || wordAt(tokens, at) === 'plus') {
    const added = amountAt(tokens, at + 1);
    if (added === undefined || AGO.has(wordAt(tokens, added.next))) return undefined;
    return { meanings: [{ kind: 'shift', apply: (date) => counted(date, added, 1)?.from ?? date }], next: added.next };
  }
  const start = skip(tokens, at, SHIFT_ARTICLES);
  const bare = start > at || (BARE_UNITS.has(wordAt(tokens, at)) && numberAt(tokens, at - 1) === undefined);
  const unit = bare ? UNIT_NAMES.get(wordAt(tokens, start)) : undefined;
  const counting = amountAt(tokens, at);
  const amount = counting ?? (unit && { least: 1, most: 1, unit, extra: [], next: start + 1 });
  if (amount === undefined) return undefined;
  const word = wordAt(tokens, amount.next);
  const next = amount.next + 1;
  if (LATER.has(word) || EARLIER.has(word)) {
    const direction = LATER.has(word) ? 1 : -1;
    return { meanings: [{ kind: 'shift', apply: (date) => counted(date, amount, direction)?.from ?? date }], next };
  }
  if (!BEFORE.has(word) && !AFTER.has(word)) return undefined;
  const placed = partsAt(scan, skip(tokens, next, ARTICLES));
  if (placed === undefined) return undefined;
  const direction = AFTER.has(word) ? 1 : -1;
  // "de week voor kerst" is any day of it.
  const within = (counting === undefined && unit !== 'days') || !isExact(amount);
  return { ...placed, adjust: { kind: within ? 'within' : 'shift', amount, direction } };
}

/** "de maandag na pasen", "eerste vrijdag voor 12 maart". */
function weekdayBesideAt(scan: Scan, at: number): Placed | undefined {
  const { tokens } = scan;
  const place = skip(tokens, at, FIRST);
  const weekday = weekdayOf(wordAt(tokens, place), false);
  const word = wordAt(tokens, place + 1);
  if (weekday === undefined || (!BEFORE.has(word) && !AFTER.has(word))) return undefined;
  const placed = partsAt(scan, skip(tokens, place + 2, ARTICLES));
  return placed && { ...placed, adjust: { kind: 'weekday', weekday, direction: AFTER.has(word) ? 1 : -1 } };
}

const FIRST = new Set(['de', 'the', 'eerste', 'first', 'laatste', 'last']);
const BARE_UNITS = new Set(['dag', 'daags', 'day', 'week']);
const SHIFT_ARTICLES = new Set(['de', 'the', 'een', 'a']);
