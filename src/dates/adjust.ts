import type { Temporal } from 'temporal-polyfill';
import { counted, type Amount } from './amounts.ts';
import { around, combined } from './combine.ts';
import { missingIn } from './meaning.ts';
import type { DateReading } from './reading.ts';

/** What the words before a date do with it. */
export type Adjust =
  /** "rond 12 maart". */
  | { kind: 'around' }
  /** "na 12 maart". */
  | { kind: 'after' }
  /** "before 12 March". */
  | { kind: 'before' }
  /** "voor 12 maart", which may also be "for". */
  | { kind: 'until' }
  /** "2 dagen voor 12 maart". */
  | { kind: 'shift'; amount: Amount; direction: -1 | 1 }
  /** "de week voor 12 maart", "een paar dagen na 12 maart". */
  | { kind: 'within'; amount: Amount; direction: -1 | 1 }
  /** "de maandag na 12 maart". */
  | { kind: 'weekday'; weekday: number; direction: -1 | 1 };

/** Days that "rond" leaves on either side of one day. */
const MARGIN = 7;
/** Days that "na" and "voor" reach. */
const REACH = 31;

/** A reading with what was said around it: never the bare date of "rond 12 maart" or "na 12 maart". */
export function adjusted(reading: DateReading, adjust: Adjust | undefined): DateReading {
  if (adjust === undefined) return reading;
  if (adjust.kind === 'shift') {
    const { amount, direction } = adjust;
    return moved(reading, (date) => counted(date, amount, direction)?.from ?? date);
  }
  if (adjust.kind === 'weekday') return besideDate(reading, adjust.weekday, adjust.direction);
  const wide = around([reading]);
  if (wide.kind !== 'partial') return reading;
  const { from, to } = wide;
  if (adjust.kind === 'within') {
    const first = adjust.direction < 0 ? (counted(from, adjust.amount, -1)?.from ?? from) : to.add({ days: 1 });
    const last = adjust.direction < 0 ? from.subtract({ days: 1 }) : (counted(to, adjust.amount, 1)?.to ?? to);
    return { kind: 'partial', from: first, to: last, missing: missingIn({ from: first, to: last }) };
  }
  // A vague period is not over at once: "na de zomer" starts half-way the widest summer.
  const half = Math.floor(from.until(to).days / 2);
  const span = {
    around: () => {
      const days = Math.max(MARGIN, Math.round(from.until(to).days / 2));
      return { from: from.subtract({ days }), to: to.add({ days }) };
    },
    after: () => ({ from: from.add({ days: half + 1 }), to: to.add({ days: REACH }) }),
    before: () => ({ from: from.subtract({ days: REACH }), to: to.subtract({ days: half + 1 }) }),
    until: () => ({ from: from.subtract({ days: REACH }), to }),
  }[adjust.kind]();
  const missing = missingIn(span);
  return { kind: 'partial', ...span, missing };
}

/** The weekday next to a date; next to the first and to the last day of a period, which may differ. */
function besideDate(reading: DateReading, weekday: number, direction: -1 | 1): DateReading {
  const move = (date: Temporal.PlainDate): Temporal.PlainDate => {
    const days = direction > 0 ? (weekday - date.dayOfWeek + 6) % 7 : (date.dayOfWeek - weekday + 6) % 7;
    return date.add({ days: direction * (days + 1) });
  };
  if (reading.kind !== 'partial') return moved(reading, move);
  const ends = direction < 0 ? [reading.from] : [reading.from, reading.to];
  return combined(ends.map((date) => ({ kind: 'date', date: move(date), precision: 'relative' }) as const));
}

function moved(reading: DateReading, move: (date: Temporal.PlainDate) => Temporal.PlainDate): DateReading {
  switch (reading.kind) {
    case 'date':
      return { ...reading, date: move(reading.date) };
    case 'partial':
      return { ...reading, from: move(reading.from), to: move(reading.to) };
    case 'ambiguous':
      return { kind: 'ambiguous', options: reading.options.map(move) };
    case 'impossible':
    case 'none':
      return reading;
  }
}
