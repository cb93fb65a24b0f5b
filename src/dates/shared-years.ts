import { Temporal } from 'temporal-polyfill';
import { inYears } from './tail.ts';
import { lacksYear, type Scan, type Yearly } from './meaning.ts';
import type { Mention } from './mentions.ts';
import { ALTERNATIVES, CONNECTORS } from './words.ts';

const MOST_CONNECTORS = 7;
/** "30 december of 2 januari 2026": so near across the turn of the year that the year may not hold for both. */
const NEAR_DAYS = 60;

/**
 * Gives dates without a year the year of a date next to them: "van 12 mei tot 31 mei 2026", "12 maart 2025 of 13 maart".
 * A period never runs backwards: "van 12 december tot 31 januari 2026" starts in 2025.
 */
export function withSharedYears(scan: Scan, mentions: readonly Mention[]): readonly Mention[] {
  const result = [...mentions];
  for (let at = result.length - 2; at >= 0; at--) share(scan, result, at, at + 1);
  for (let at = 1; at < result.length; at++) share(scan, result, at, at - 1);
  return result;
}

/** Gives the mention at `at` the year of the one at `from`, a neighbour. */
function share(scan: Scan, mentions: Mention[], at: number, from: number): void {
  const without = mentions[at];
  const dated = mentions[from];
  if (without === undefined || dated === undefined || !lacksYear(without.meaning)) return;
  if (without.meaning.kind === 'yearly' && without.meaning.side !== undefined) return;
  const { meaning } = dated;
  if (meaning.kind !== 'yearly' || meaning.year === undefined) return;
  const [first, last] = at < from ? [without, dated] : [dated, without];
  const link = linkBetween(scan, first, last);
  if (link === 'none') return;
  const [yearly] = without.meaning.kind === 'either' ? without.meaning.options : [without.meaning];
  if (yearly.kind !== 'yearly') return;
  const relative = meaning.relativeYear === true;
  const other =
    link === 'alternative'
      ? nearYear(yearly, meaning, meaning.year)
      : orderedYear(yearly, meaning, meaning.year, at < from);
  const same = other === meaning.year;
  const doubtful = link === 'alternative' && !same;
  const lowest = doubtful ? Math.min(other, meaning.year) : other;
  const highest = doubtful ? Math.max(other, meaning.year) : other;
  // Before the year that was typed, a date shares it; after it, its year was left to the reader.
  const counted = relative || doubtful || at > from;
  mentions[at] = { ...without, meaning: inYears(without.meaning, lowest, highest, counted, false) };
}

type Link = 'none' | 'period' | 'alternative';

function linkBetween(scan: Scan, first: Mention, last: Mention): Link {
  const between = scan.tokens.slice(first.next, Math.min(last.start, first.next + MOST_CONNECTORS + 1));
  if (between.length > MOST_CONNECTORS || (between.length === 0 && !last.listed)) return 'none';
  if (!between.every((token) => CONNECTORS.has(token.text))) return 'none';
  return between.some((token) => ALTERNATIVES.has(token.text)) ? 'alternative' : 'period';
}

/** The year in which the undated one comes before the dated one, or after it. */
function orderedYear(undated: Yearly, dated: Yearly, year: number, comesFirst: boolean): number {
  const one = undated.at(year)?.from;
  const other = dated.at(year)?.from;
  if (one === undefined || other === undefined) return year;
  const order = Temporal.PlainDate.compare(one, other);
  if (comesFirst) return order > 0 ? year - 1 : year;
  return order < 0 ? year + 1 : year;
}

/** The year in which two possibilities lie within weeks of each other; the typed year when there is none. */
function nearYear(undated: Yearly, dated: Yearly, year: number): number {
  const other = dated.at(year)?.from;
  for (const near of [year, year - 1, year + 1]) {
    const one = undated.at(near)?.from;
    if (one !== undefined && other !== undefined && Math.abs(one.until(other).days) <= NEAR_DAYS) return near;
  }
  return year;
}
