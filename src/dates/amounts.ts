import type { Temporal } from 'temporal-polyfill';
import { isSame, type Span } from './calendar.ts';
import { andAHalf, countAt, plainCountAt } from './counts.ts';
import { wordAt, type Token } from './tokens.ts';
import { APPROXIMATE, EXACTLY, UNIT_NAMES, type Unit } from './words.ts';

/** A length of time as it stands in a text: "3 weken", "ruim een half jaar", "2 jaar en 3 maanden". */
export interface Amount {
  /** Least and most it can be, in `unit`s. */
  least: number;
  most: number;
  unit: Unit;
  /** Whole smaller units that come on top. */
  extra: readonly { count: number; unit: Unit }[];
  next: number;
}

/** No length of time a date is counted with is longer; keeps the calendar in its range. */
const MOST_UNITS: Readonly<Record<Unit, number>> = { days: 40_000, weeks: 6_000, months: 1_400, years: 110 };
const DAYS: Readonly<Record<Unit, number>> = { days: 1, weeks: 7, months: 30, years: 365 };
const ARTICLES = new Set(['een', 'a', 'an', 'de', 'the', 'one']);
const OVER = new Set(['ruim', 'goed', 'goede', 'dik', 'dikke', 'over', 'goeie']);
const UNDER = new Set(['bijna', 'krap', 'krappe', 'klein', 'kleine', 'almost', 'nearly', 'haast', 'amper']);

/** How exact a number of units is. */
export type Hedge = 'none' | 'about' | 'over' | 'far over' | 'under' | 'far under' | 'exact';

/**
 * The length of time at a place.
 *
 * @param said how exact it was said to be before it: "vandaag een jaar geleden" is to the day.
 */
export function amountAt(tokens: readonly Token[], at: number, said: Hedge = 'none'): Amount | undefined {
  const { hedge, next: start } = hedgeAt(tokens, at, said);
  const count = countAt(tokens, start);
  if (count === undefined) return undefined;
  const unit = UNIT_NAMES.get(wordAt(tokens, count.next));
  if (unit === undefined) return undefined;
  let next = count.next + 1;
  let { least, most } = count;
  // "een week of drie", "a month and a half".
  const of = wordAt(tokens, next) === 'of' ? plainCountAt(tokens, next + 1) : undefined;
  if (of !== undefined && count.least === 1 && UNIT_NAMES.get(wordAt(tokens, of.next)) === undefined) {
    return spread({ least: of.count, most: of.count, unit, extra: [], next: of.next }, 'about');
  }
  const half = andAHalf(tokens, next);
  if (half > next) [least, most, next] = [least + 0.5, most + 0.5, half];
  const extra: { count: number; unit: Unit }[] = [];
  while (extra.length < 2) {
    const more = extraAt(tokens, next);
    if (more === undefined) break;
    extra.push(more);
    next = more.next;
  }
  return spread({ least, most, unit, extra, next }, hedge);
}

/** The period from `date` by an amount, back (-1) or on (1); undefined when it lies beyond any calendar of use. */
export function counted(date: Temporal.PlainDate, amount: Amount, direction: -1 | 1): Span | undefined {
  if (amount.most > MOST_UNITS[amount.unit]) return undefined;
  if (amount.extra.some((extra) => extra.count > MOST_UNITS[extra.unit])) return undefined;
  const ends = [amount.least, amount.most].map((count) => {
    let end = shifted(date, count * direction, amount.unit);
    for (const extra of amount.extra) end = shifted(end, extra.count * direction, extra.unit);
    return end;
  });
  const [near = date, far = date] = ends;
  return direction < 0 ? { from: far, to: near } : { from: near, to: far };
}

/** Whether an amount says one day exactly. */
export function isExact(amount: Amount): boolean {
  return amount.least === amount.most;
}

/** Whether a period is one day. */
export function isDay(span: Span): boolean {
  return isSame(span.from, span.to);
}

/** A date some units on; a part of a unit in days of an average one. */
function shifted(date: Temporal.PlainDate, count: number, unit: Unit): Temporal.PlainDate {
  const whole = Math.trunc(count);
  return date.add({ [unit]: whole }).add({ days: Math.round((count - whole) * DAYS[unit]) });
}

/** How far from the count it may be: "ongeveer", "ruim", a half, and years, which people round. */
function spread(amount: Amount, hedge: Hedge): Amount {
  const { least, most, unit } = amount;
  if (hedge === 'exact' && Number.isInteger(least)) return amount;
  const exact = least === most && hedge === 'none';
  if (exact && amount.extra.length > 0 && unit !== 'years') return amount;
  if (exact && amount.extra.some((extra) => extra.unit === 'days' || extra.unit === 'weeks')) return amount;
  if (hedge === 'over') return { ...amount, most: most + Math.max(1, most / 4) };
  if (hedge === 'far over') return { ...amount, most: most * 2 };
  if (hedge === 'under') return { ...amount, least: Math.max(least - Math.max(1, least / 4), least / 2) };
  if (hedge === 'far under') return { ...amount, least: 0 };
  let margin = 0;
  if (hedge === 'about') margin = Math.max(0.5, most / 4, unit === 'days' ? 1 : 0);
  else if (amount.extra.length > 0) margin = 1 / 12;
  else if (!Number.isInteger(least)) margin = unit === 'years' ? 1 / 6 : 0.25;
  else if (unit === 'years') margin = 0.5;
  return { ...amount, least: Math.max(0, least - margin), most: most + margin };
}

/** What stands before a number of units and makes it vague. */
function hedgeAt(tokens: readonly Token[], at: number, said: Hedge): { hedge: Hedge; next: number } {
  let hedge = said;
  let next = at;
  for (let words = 0; words < 5; words++) {
    const step = hedgeWordAt(tokens, next, hedge);
    if (step === undefined) break;
    hedge = step.hedge ?? hedge;
    next += step.length;
  }
  return { hedge, next };
}

const HEDGE_PAIRS = new Map<string, Hedge>([
  ['meer dan', 'far over'],
  ['langer dan', 'far over'],
  ['more than', 'far over'],
  ['minder dan', 'far under'],
  ['less than', 'far under'],
  ['nog geen', 'under'],
  ['net geen', 'under'],
  ['plus minus', 'about'],
  ['+ -', 'about'],
  ['een stuk', 'about'],
]);

function hedgeWordAt(
  tokens: readonly Token[],
  at: number,
  hedge: Hedge,
): { hedge?: Hedge; length: number } | undefined {
  const word = tokens[at]?.text ?? '';
  const second = tokens[at + 1]?.text ?? '';
  const pair = HEDGE_PAIRS.get(`${word} ${second}`);
  if (pair !== undefined) return { hedge: pair, length: 2 };
  if (EXACTLY.has(word)) return { hedge: 'exact', length: 1 };
  if (OVER.has(word)) return { hedge: 'over', length: 1 };
  if (UNDER.has(word)) return { hedge: 'under', length: 1 };
  if (word === '±' || word === '~' || APPROXIMATE.has(word)) return { hedge: 'about', length: 1 };
  if (ARTICLES.has(word) && (OVER.has(second) || UNDER.has(second))) return { length: 1 };
  const loose = word === 'de' || word === '.' || (hedge === 'about' && (word === 'of' || word === 'zeg'));
  return hedge !== 'none' && loose ? { length: 1 } : undefined;
}

function extraAt(tokens: readonly Token[], at: number): { count: number; unit: Unit; next: number } | undefined {
  const joint = tokens[at]?.text;
  if (joint !== 'en' && joint !== 'and' && joint !== ',') return undefined;
  const count = plainCountAt(tokens, at + 1);
  const unit = count === undefined ? undefined : UNIT_NAMES.get(wordAt(tokens, count.next));
  if (count === undefined || unit === undefined || !Number.isInteger(count.count)) return undefined;
  return { count: count.count, unit, next: count.next + 1 };
}
