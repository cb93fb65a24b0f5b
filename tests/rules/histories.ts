import fc from 'fast-check';
import { dayAt, exists, isoOf, placeOf, walk } from './calendar.ts';
import { countDays, type VectorInput } from './day-counter.ts';

/** Only sickness and leave: what the clock runs on. */
export type Clock = Pick<VectorInput, 'spells' | 'leaves'> & Required<Pick<VectorInput, 'leaves'>>;

/** What lies between two spells. */
type Between =
  | { kind: 'recovered'; days: number }
  /** Leave of which the ends may also lie inside the spells around it. */
  | { kind: 'leave'; days: number; sameCause: boolean; into: readonly [before: number, after: number] }
  /** Recovered before or after the leave: mostly rule 2.5c. */
  | { kind: 'apart'; before: number; days: number; after: number; sameCause: boolean };

interface Spell {
  days: number;
  /** Leave that begins so many days after the first day of the spell, and after which the spell goes on. */
  leave: { after: number; days: number; sameCause: boolean } | undefined;
}

const day = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: placeOf('2020-01-01'), max: placeOf('2030-12-31') }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('2020-02-29', '2024-02-29', '2028-02-29', '2026-02-28', '2027-03-01', '2026-12-31', '2027-01-01')
      .map(placeOf),
  },
);

const sameCause = fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) });
const leaveDays = fc.oneof(
  { weight: 2, arbitrary: fc.constant(112) },
  { weight: 2, arbitrary: fc.integer({ min: 70, max: 140 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 30 }) },
);
const gapDays = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 26, max: 29 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 112 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 25 }) },
);
const spellDays = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 4, arbitrary: fc.integer({ min: 12, max: 120 }) },
  { weight: 3, arbitrary: fc.integer({ min: 100, max: 420 }) },
  { weight: 1, arbitrary: fc.integer({ min: 700, max: 760 }) },
);

const between: fc.Arbitrary<Between> = fc.oneof(
  { weight: 15, arbitrary: fc.record({ kind: fc.constant('recovered' as const), days: gapDays }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('leave' as const),
      days: leaveDays,
      sameCause,
      into: fc.oneof(
        { weight: 3, arbitrary: fc.constant([0, 0] as const) },
        { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })) },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        kind: fc.constant('apart' as const),
        before: fc.integer({ min: 0, max: 40 }),
        days: leaveDays,
        after: fc.integer({ min: 0, max: 40 }),
        sameCause,
      })
      .filter(({ before, after }) => before + after > 0),
  },
);

const spell: fc.Arbitrary<Spell> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ days: spellDays, leave: fc.constant(undefined) }) },
  {
    weight: 1,
    arbitrary: fc
      // Far enough from both ends to stay clear of leave that overlaps them.
      .record({
        after: fc.integer({ min: 15, max: 200 }),
        days: leaveDays,
        rest: fc.integer({ min: 15, max: 200 }),
        sameCause,
      })
      .map(({ after, days, rest, sameCause: same }) => ({
        days: after + days + rest,
        leave: { after, days, sameCause: same },
      })),
  },
);

/** How far leave may reach into a spell so that something of it remains. */
function reach(wanted: number, { days }: Spell): number {
  return Math.min(wanted, Math.floor((days - 1) / 2));
}

function clockOf(start: number, spells: readonly Spell[], gaps: readonly Between[], open: boolean): Clock {
  const periods: [string, string | null][] = [];
  const leaves: [string, string, boolean][] = [];
  let here = start;
  spells.forEach((one, index) => {
    const last = walk(here, one.days - 1);
    const following = spells[index + 1];
    periods.push([isoOf(here), open && !following ? null : isoOf(last)]);
    if (one.leave) {
      const from = walk(here, one.leave.after);
      leaves.push([isoOf(from), isoOf(walk(from, one.leave.days - 1)), one.leave.sameCause]);
    }
    here = last + 1;
    const gap = gaps[index];
    if (!following || !gap) return;
    if (gap.kind === 'apart') here = walk(here, gap.before);
    const first = here;
    here = walk(here, gap.days);
    if (gap.kind === 'leave') {
      const [into, outOf] = [reach(gap.into[0], one), reach(gap.into[1], following)];
      leaves.push([isoOf(walk(first, -into)), isoOf(walk(here - 1, outOf)), gap.sameCause]);
    }
    if (gap.kind === 'apart') {
      leaves.push([isoOf(first), isoOf(here - 1), gap.sameCause]);
      here = walk(here, gap.after);
    }
  });
  return { spells: periods, leaves };
}

/** Sickness and leave only: 1 to 5 spells. The last one often has no end. */
export const clocks: fc.Arbitrary<Clock> = fc
  .record({
    start: day,
    spells: fc.array(spell, { minLength: 1, maxLength: 5 }),
    gaps: fc.array(between, { minLength: 4, maxLength: 4 }),
    open: fc.boolean(),
  })
  .map(({ start, spells, gaps, open }) => clockOf(start, spells, gaps, open));

type Facts = Omit<VectorInput, 'spells' | 'leaves'>;

/** Days around which the answer changes; D0 and the others are those of the clock. */
interface Anchors {
  first: number;
  wia: number;
  end: number;
  day42: number;
}

function near(place: number, before: number, after: number): fc.Arbitrary<string> {
  return fc.integer({ min: -before, max: after }).map((steps) => isoOf(walk(place, steps)));
}

/** A birth date whose AOW date is near that day; nothing when it would not be from 1957 to 1966. */
function birthFor(aow: number): string | undefined {
  const { year, month, day: dayOfMonth } = dayAt(aow);
  const text = (y: number, m: number) => `${y}-${String(m).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  let birth = text(year - 67, month);
  if (year - 67 > 1960) birth = month > 3 ? text(year - 67, month - 3) : text(year - 68, month + 9);
  return exists(birth) && birth >= '1957-01-01' && birth <= '1966-12-31' ? birth : undefined;
}

function births({ first, end }: Anchors): fc.Arbitrary<string> {
  const random = fc.integer({ min: placeOf('1957-01-01'), max: placeOf('1966-12-31') }).map(isoOf);
  const aowNear = (place: number, before: number, after: number) =>
    fc
      .tuple(fc.integer({ min: -before, max: after }), random)
      .map(([off, other]) => birthFor(walk(place, off)) ?? other);
  return fc.oneof(
    { weight: 3, arbitrary: random },
    { weight: 2, arbitrary: aowNear(first, 8, 8) },
    { weight: 2, arbitrary: aowNear(first, 0, 728) },
    { weight: 2, arbitrary: aowNear(end, 45, 5) },
    { weight: 2, arbitrary: fc.oneof(aowNear(first, 1, 1), aowNear(end, 0, 1), aowNear(walk(end, 365), 1, 1)) },
    { weight: 1, arbitrary: aowNear(end, 0, 400) },
    { weight: 1, arbitrary: aowNear(walk(end, 365), 3, 3) },
    {
      weight: 1,
      // Edges of the table, and days that do not exist 67 years (and three months) later.
      arbitrary: fc.constantFrom(
        ...['1957-02-28', '1957-03-01', '1960-12-31', '1961-01-01', '1964-09-30', '1964-10-01'],
        ...['1960-02-29', '1964-02-29', '1961-11-29', '1961-11-30', '1962-11-30', '1963-08-31', '1961-01-31'],
      ),
    },
  );
}

function contractEnds({ first, day42, end }: Anchors): fc.Arbitrary<string> {
  return fc.oneof(near(first, 0, 60), near(day42, 2, 2), near(first, 0, 800), near(end, 4, 4));
}

/** Whatever else is known. At most one reason that lengthens or shortens the wage, except AOW with an end of contract. */
function factsOf(anchors: Anchors): fc.Arbitrary<Facts> {
  const { first, wia, end } = anchors;
  const reason: fc.Arbitrary<Facts> = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    {
      weight: 3,
      arbitrary: fc
        .oneof(near(wia, 8, 8), near(wia, 120, 150))
        .filter((date) => placeOf(date) >= first)
        .map((date) => ({ wia_applied: date })),
    },
    { weight: 1, arbitrary: fc.constant({ loonsanctie: true }) },
    {
      weight: 2,
      arbitrary: fc
        .oneof(near(end, 70, 10), near(end, 30, 380), near(walk(end, 364), 66, 3))
        .map((date) => ({ loonsanctie: true, repaired_reported: date })),
    },
    { weight: 3, arbitrary: contractEnds(anchors).map((date) => ({ contract_end: date })) },
    { weight: 4, arbitrary: births(anchors).map((date) => ({ birth: date })) },
    { weight: 1, arbitrary: fc.record({ birth: births(anchors), contract_end: contractEnds(anchors) }) },
  );
  const talk = near(walk(first, 340), 110, 90);
  const talks = fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.record({ evaluated: talk }) },
    { weight: 1, arbitrary: fc.record({ ad_advice: talk }) },
    { weight: 1, arbitrary: fc.record({ evaluated: talk, ad_advice: talk }) },
  );
  const role = fc.constantFrom('werknemer', 'hr');
  return fc.tuple(reason, talks, role).map(([why, when, who]) => ({ ...why, ...when, role: who }));
}

/** Any history: a clock, and facts that fall where they can change something. */
export const histories: fc.Arbitrary<VectorInput> = clocks.chain((clock) => {
  const { leaves, ...rest } = clock;
  const bare: VectorInput = leaves.length > 0 ? clock : rest;
  const dates = countDays(clock);
  if (dates === 'unknown') return fc.constant(bare);
  const at = (key: string) => placeOf(String(dates[key]));
  const anchors = {
    first: at('firstSickDay'),
    wia: at('wiaAanvraag'),
    end: at('eindeWachttijd'),
    day42: at('probleemanalyse'),
  };
  return factsOf(anchors).map((facts) => ({ ...bare, ...facts }));
});
