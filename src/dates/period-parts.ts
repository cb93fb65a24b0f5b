import { Temporal } from 'temporal-polyfill';
import { daysIn, type Span } from './calendar.ts';

/** A part of a period, as people name it. */
export type Position = 'begin' | 'middle' | 'end' | 'first half' | 'second half';

export const POSITIONS: ReadonlyMap<string, Position> = new Map(
  (
    [
      ['begin', 'begin begi beginnen beginning start early beginjaren vroeg'],
      ['middle', 'half medio midden halverwege mid middle helft'],
      ['end', 'eind einde end late laat ende'],
    ] as const
  ).flatMap(([position, words]) => words.split(' ').map((word) => [word, position] as const)),
);

/** The days a part of a week, a month or a longer period can be; the parts overlap, as they do in speech. */
export function partOf(span: Span, position: Position): Span {
  const days = span.from.until(span.to).days + 1;
  if (days <= 7) return weekPart(span, position);
  if (span.from.day === 1 && days >= 28 && days <= 31) return monthPart(span, position);
  return days < 60 ? shortPart(span, days, position) : longPart(span, position);
}

function weekPart({ from, to }: Span, position: Position): Span {
  if (position === 'begin' || position === 'first half')
    return { from, to: from.add({ days: position === 'begin' ? 1 : 3 }) };
  if (position === 'middle') return { from: from.add({ days: 1 }), to: from.add({ days: 3 }) };
  return { from: from.add({ days: 3 }), to };
}

function monthPart({ from, to }: Span, position: Position): Span {
  const last = daysIn(from.year, from.month);
  const days: Readonly<Record<Position, readonly [number, number]>> = {
    begin: [1, 10],
    middle: [10, 20],
    end: [20, last],
    'first half': [1, 16],
    'second half': [14, last],
  };
  const [first, end] = days[position];
  return { from: from.add({ days: first - 1 }), to: end === last ? to : from.add({ days: end - 1 }) };
}

/** Shares of a period at which a part of it starts and ends. */
const SHARES: Readonly<Record<Position, readonly [number, number]>> = {
  begin: [0, 1 / 3],
  middle: [1 / 3, 3 / 4],
  end: [2 / 3, 1],
  'first half': [0, 1 / 2],
  'second half': [1 / 2, 1],
};

function shortPart({ from, to }: Span, days: number, position: Position): Span {
  const [first, end] = SHARES[position];
  return {
    from: from.add({ days: Math.floor(first * days) }),
    to: end === 1 ? to : from.add({ days: Math.ceil(end * days) - 1 }),
  };
}

function longPart({ from, to }: Span, position: Position): Span {
  const months = Math.max(2, Math.round(from.until(to.add({ days: 1 })).days / 30.4));
  const [first, end] = SHARES[position];
  return {
    from: from.add({ months: Math.floor(first * months) }),
    to: end === 1 ? to : from.add({ months: Math.ceil(end * months) }).subtract({ days: 1 }),
  };
}

/** Seasons as people use the words, wider than the calendar's; winter starts in the year before. */
export const SEASONS: ReadonlyMap<string, (year: number) => Span> = new Map(
  (
    [
      ['lente voorjaar spring', 3, 1, 6, 30, 0],
      ['zomer zomervakantie summer bouwvak', 6, 1, 9, 30, 0],
      ['herfst najaar autumn herfstvakantie', 9, 1, 12, 31, 0],
      ['winter', 12, 1, 3, 31, 1],
    ] as const
  ).flatMap(([words, fromMonth, fromDay, toMonth, toDay, yearsBefore]) =>
    words.split(' ').map((word) => {
      const at = (year: number): Span => ({
        from: new Temporal.PlainDate(year - yearsBefore, fromMonth, fromDay),
        to: new Temporal.PlainDate(year, toMonth, toDay),
      });
      return [word, at] as const;
    }),
  ),
);
