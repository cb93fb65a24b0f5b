import type { Temporal } from 'temporal-polyfill';
import { adjusted } from './adjust.ts';
import { dayIn, isAfter, isSame } from './calendar.ts';
import { combined, daysOf } from './combine.ts';
import { lacksYear, type Scan } from './meaning.ts';
import type { Mention } from './mentions.ts';
import type { DateReading } from './reading.ts';
import { resolve } from './resolve.ts';
import { inYears } from './tail.ts';
import { markAt, wordAt } from './tokens.ts';

/** A mention with what it says, everything settled. */
export interface Settled {
  mention: Mention;
  reading: DateReading;
}

/** Settles every mention, and leaves out those that only say less of what another says: "vorig jaar, op 12-3-2025". */
export function settled(scan: Scan, mentions: readonly Mention[]): readonly Settled[] {
  const joined = joinedPair(scan, mentions);
  if (joined !== undefined) return [joined];
  const all: Settled[] = [];
  for (const mention of mentions) {
    const before = all.at(-1)?.reading;
    const { meaning } = mention;
    // "2 weken later" without a date before it says nothing.
    const read: DateReading =
      meaning.kind !== 'shift'
        ? adjusted(resolve(meaning, scan.setting), mention.adjust)
        : before?.kind === 'date'
          ? { kind: 'date', date: meaning.apply(before.date), precision: 'relative' }
          : { kind: 'none' };
    if (read.kind !== 'none') all.push({ mention, reading: read });
  }
  return all.length < 2 ? all : withoutRepeats(withinPeriods(scan, withoutEchoes(all)));
}

/** Two mentions that make one date: a month and a day ("maart 2025, de 12e"), a year and a date further on. */
function joinedPair(scan: Scan, mentions: readonly Mention[]): Settled | undefined {
  const [one, other] = mentions;
  if (one === undefined || other === undefined || mentions.length > 2) return undefined;
  const { setting } = scan;
  const day = other.meaning;
  if (day.kind === 'dayOfMonth' && one.adjust === undefined) {
    const month = resolve(one.meaning, setting);
    if (month.kind !== 'partial' || month.from.month !== month.to.month || month.from.year !== month.to.year)
      return undefined;
    const date = dayIn(month.from.year, month.from.month, day.day);
    return date === undefined
      ? undefined
      : { mention: one, reading: adjusted({ kind: 'date', date, precision: 'relative' }, other.adjust) };
  }
  if (one.adjust !== undefined || other.adjust !== undefined) return undefined;
  const year = one.meaning.kind === 'year' ? one.meaning : day.kind === 'year' ? day : undefined;
  const dated = one.meaning.kind === 'year' ? other : one;
  if (year?.first !== year?.last || year === undefined || !lacksYear(dated.meaning)) return undefined;
  const readings = [
    resolve(inYears(dated.meaning, year.first, year.last, true, false), setting),
    resolve(dated.meaning, setting),
  ];
  // "Ziek sinds 12 maart. In 2019 begonnen.": a year further on is likely about something else.
  return { mention: dated, reading: combined(dated === other ? readings : readings.reverse()) };
}

/** Leaves out the "zondag" of "vandaag zondag", and the other way about, when one of its dates is the other's. */
function withoutEchoes(all: readonly Settled[]): readonly Settled[] {
  return all.filter(({ mention, reading }) => {
    if (reading.kind !== 'ambiguous') return true;
    return !all.some(({ mention: other, reading: beside }) => {
      if (other.next !== mention.start && mention.next !== other.start) return false;
      return beside.kind === 'date' && reading.options.some((date) => isSame(date, beside.date));
    });
  });
}

/** Leaves out a period that another reading lies in, and the options that lie outside it. */
function withinPeriods(scan: Scan, all: readonly Settled[]): readonly Settled[] {
  // "rond 12 maart" and "maart of 3 april" say something of their own.
  const periods = all.filter(
    ({ mention, reading }) =>
      reading.kind === 'partial' && mention.adjust === undefined && !isAlternative(scan, mention),
  );
  if (periods.length === 0) return all;
  const holding = new Set<Settled>();
  const narrowed = all.map((one): Settled => {
    const { reading } = one;
    if (reading.kind !== 'date' && reading.kind !== 'ambiguous') return one;
    let options = daysOf(reading);
    for (const period of periods) {
      const inside = options.filter((date) => holds(period.reading, date));
      if (inside.length === 0) continue;
      holding.add(period);
      options = inside;
    }
    if (reading.kind === 'date' || options.length === reading.options.length) return one;
    return {
      ...one,
      reading: combined(options.map((date) => ({ kind: 'date', date, precision: 'relative' }) as const)),
    };
  });
  return narrowed.filter((one) => !holding.has(one));
}

/** Whether "of" stands right before or after a mention. */
function isAlternative({ tokens }: Scan, { start, next }: Mention): boolean {
  const after = markAt(tokens, next) === ',' ? next + 1 : next;
  return [wordAt(tokens, start - 1), wordAt(tokens, after)].some((word) => word === 'of' || word === 'or');
}

function holds(reading: DateReading, date: Temporal.PlainDate): boolean {
  return reading.kind === 'partial' && !isAfter(reading.from, date) && !isAfter(date, reading.to);
}

/** Leaves out "12 maart" when "12 maart 2025" is said as well. */
function withoutRepeats(all: readonly Settled[]): readonly Settled[] {
  const exact = all.flatMap(({ reading }) =>
    reading.kind === 'date' && reading.precision === 'exact' ? [reading.date] : [],
  );
  return all.filter(({ mention, reading }) => {
    if (!lacksYear(mention.meaning) || mention.adjust !== undefined) return true;
    return !daysOf(reading).some((day) => exact.some((date) => date.month === day.month && date.day === day.day));
  });
}
