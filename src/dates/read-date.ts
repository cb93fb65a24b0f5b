import { adjusted } from './adjust.ts';
import { around, combined, daysOf, distinct } from './combine.ts';
import type { Scan } from './meaning.ts';
import { mentionsIn } from './mentions.ts';
import type { DateContext, DateReading } from './reading.ts';
import { settled, type Settled } from './settled.ts';
import { withSharedYears } from './shared-years.ts';
import { tokenise, wordAt } from './tokens.ts';
import { BETWEEN, CORRECTIONS, NEGATIONS, UNSURE } from './words.ts';
import { forgetWords } from './remembered.ts';

export type { DateContext, DateReading } from './reading.ts';

/**
 * Reads the date in a text as people type it, Dutch or English: what is certain is a date, what is incomplete or may mean
 * several dates says so, and what cannot be is named. Whether a date may lie in the future is for the caller to judge.
 *
 * @example readDate('ziek sinds 12 maart', { today }) // on 10 January 2026: 12 March 2025, relative
 * @example readDate('begin maart 2025', { today }) // partial: 1 to 10 March 2025
 * @example readDate('3 of 4 maart 2025', { today }) // ambiguous: both
 * @example readDate('31-2-2025', { today }) // impossible: no such day
 */
export function readDate(text: string, context: DateContext): DateReading {
  try {
    return readingOf(scanOf(text, context));
  } finally {
    forgetWords();
  }
}

function readingOf(scan: Scan): DateReading {
  const all = read(scan);
  const kept = all.filter((one) => !isNegated(scan, one));
  const negated = all.filter((one) => isNegated(scan, one));
  if (kept.length === 0) return { kind: 'none' };
  const [first] = kept;
  if (all.length === 1 && first !== undefined)
    return isUnsure(scan, first) ? adjusted(first.reading, { kind: 'around' }) : first.reading;
  if (kept.some((one, place) => isPeriod(scan, kept, one, place))) return around(all.map(({ reading }) => reading));
  return chosen(scan, kept, negated);
}

/**
 * Every date in a text, in order; a year that is given once at the end holds for all. Incomplete and impossible ones are
 * there too, so that nothing a person wrote gets lost.
 *
 * @example readDates('van 12 mei tot en met 31 mei 2026', { today }) // 12 May 2026 and 31 May 2026
 */
export function readDates(text: string, context: DateContext): readonly DateReading[] {
  try {
    return read(scanOf(text, context)).map(({ reading }) => reading);
  } finally {
    forgetWords();
  }
}

function scanOf(text: string, { today, leans = 'past', language = 'nl' }: DateContext): Scan {
  return { tokens: tokenise(text), setting: { today, leans, language } };
}

function read(scan: Scan): readonly Settled[] {
  return settled(scan, withSharedYears(scan, mentionsIn(scan)));
}

/** One reading of several: a correction first, then full dates, then those counted from today, then what was denied. */
function chosen(scan: Scan, kept: readonly Settled[], negated: readonly Settled[]): DateReading {
  const from = correctionIn(scan, kept);
  const last = kept.slice(from);
  const before = kept.slice(0, from);
  const [correction] = last;
  if (from > 0 && last.length === 1 && correction?.reading.kind === 'date') {
    // "31 februari, nee 28 februari": what cannot be was taken back.
    if (before.every(({ reading }) => reading.kind === 'impossible')) return correction.reading;
  }
  const ordered =
    from > 0
      ? [...last, ...before]
      : [...kept].sort((one, other) => Number(isRelative(one)) - Number(isRelative(other)));
  const readings = [...ordered, ...negated].map(({ reading }) => reading);
  if (readings.every((reading) => reading.kind === 'date' || reading.kind === 'ambiguous')) {
    const dates = distinct(readings.flatMap(daysOf));
    if (dates.length === 2 || dates.length === 3) return { kind: 'ambiguous', options: dates };
  }
  return combined(readings);
}

function isRelative({ reading }: Settled): boolean {
  return reading.kind === 'date' && reading.precision === 'relative';
}

/** The first mention that comes after "nee", "ik bedoel" and the like; 0 when there is none. */
function correctionIn(scan: Scan, kept: readonly Settled[]): number {
  for (let place = kept.length - 1; place > 0; place--) {
    const from = kept[place - 1]?.mention.next ?? 0;
    const to = kept[place]?.mention.start ?? 0;
    for (let at = Math.max(from, to - 12); at < to; at++) if (CORRECTIONS.has(wordAt(scan.tokens, at))) return place;
  }
  return 0;
}

const BEFORE_DATE = new Set(['op', 'de', 'per', 'in', 'on', 'the', 'het']);

/** The words right before a mention, nearest first. */
function wordsBefore(scan: Scan, { mention }: Settled): readonly [string, string] {
  let at = mention.start - 1;
  while (at > mention.start - 4 && BEFORE_DATE.has(wordAt(scan.tokens, at))) at--;
  return [wordAt(scan.tokens, at), wordAt(scan.tokens, at - 1)];
}

/** "niet 12 maart". */
function isNegated(scan: Scan, one: Settled): boolean {
  const [word, before] = wordsBefore(scan, one);
  return NEGATIONS.has(word) && !UNSURE.has(before);
}

/** "weet niet 12 maart". */
function isUnsure(scan: Scan, one: Settled): boolean {
  const [word, before] = wordsBefore(scan, one);
  return NEGATIONS.has(word) && UNSURE.has(before);
}

/** Whether a mention and the next are the ends of one stretch of time: "tussen 3 en 5 maart", "3-5 maart". */
function isPeriod(scan: Scan, kept: readonly Settled[], one: Settled, place: number): boolean {
  if (kept[place + 1] === undefined) return false;
  return one.mention.range || BETWEEN.has(wordsBefore(scan, one)[0]);
}
