import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf, isWorkingDay, placeOf, walk } from './calendar.ts';
import { countDays, type VectorInput } from './day-counter.ts';
import { keysOf as deadlineKeys } from './first-implementation.ts';
import { clocks, histories, type Clock } from './histories.ts';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 2000);
/** The properties of one implementation by itself need fewer. */
const OWN_RUNS = RUNS / 4;
/** Some milliseconds for a history, and time to shrink one that fails. */
const TIMEOUT = 60_000 + RUNS * 20;

/** Milestones that are never later than the next one in the same list, without facts that bring one forward. */
const ORDER: readonly (readonly string[])[] = [
  [
    ...['firstSickDay', 'arbodienstMelding', 'vervroegdeIVA_from', 'probleemanalyse', 'probleemanalyse_legal'],
    ...['planVanAanpak', 'planVanAanpak_legal', 'evaluatie1', 'melding42_windowStart', 'melding42', 'melding42_legal'],
    ...['eersteJaarsEval_start', 'eersteJaarsEval', 'vervroegdeIVA_until', 'uwvBrief_expected', 'uwvBrief_legal'],
    ...['riv', 'wiaAanvraag', 'loonsanctieBesluit', 'eindeWachttijd', 'wiaEersteDag', 'opzegverbod_lastDay'],
  ],
  // Six weeks after a talk are no counted days: nothing earlier is sure to come before them.
  ['spoor2_ultimate', 'riv'],
  ['spoor2_target', 'uwvBrief_expected'],
  ['noRisk35min_peildag', 'eindeWachttijd', 'loonTot'],
  ['loonTot', 'loonsanctie_maxEnd'],
  ['contractEinde', 'zwVanaf'],
];

/** Not counted from the first sick day, or no date. */
const NO_MILESTONE = ['practical', 'noRisk35min_peildag'];

type Keys = Record<string, unknown>;

function known(input: VectorInput): boolean {
  return countDays(input) !== 'unknown';
}

function dateOf(keys: Keys, key: string): number | undefined {
  const value = keys[key];
  return typeof value === 'string' && /^\d{4}-/.test(value) ? placeOf(value) : undefined;
}

function datesOf(keys: Keys): [key: string, place: number][] {
  return Object.keys(keys).flatMap((key) => {
    const place = dateOf(keys, key);
    return place === undefined ? [] : [[key, place] as [string, number]];
  });
}

/** The spell at that place, and all after it, on another day; leave goes with the spell that it follows or lies in. */
function shifted({ spells, leaves }: Clock, index: number, steps: number): Clock {
  const from = placeOf(spells[index]?.[0] ?? '');
  const move = (date: string) => isoOf(walk(placeOf(date), placeOf(date) >= from ? steps : 0));
  return {
    spells: spells.map(([first, last]) => [move(first), last === null ? null : move(last)]),
    leaves: leaves.map(([first, last, same]) => [move(first), move(last), same]),
  };
}

/** Days between a spell and the one before it; -1 when there is leave in them. */
function recoveredBefore({ spells, leaves }: Clock, index: number): number {
  const [before, spell] = [spells[index - 1], spells[index]];
  if (!before?.[1] || !spell) return -1;
  const [last, first] = [placeOf(before[1]), placeOf(spell[0])];
  if (leaves.some(([from, to]) => placeOf(from) < first && placeOf(to) > last)) return -1;
  return first - last - 1;
}

const clockAndSpell = clocks
  .filter((clock) => clock.spells.length > 1 && known(clock))
  .chain((clock) => fc.tuple(fc.constant(clock), fc.integer({ min: 1, max: clock.spells.length - 1 })));

describe('deadlineKeys', () => {
  it('agrees with a calendar that is counted day by day', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(histories.filter(known), (input) => {
        expect(deadlineKeys(input)).toEqual(countDays(input));
      }),
      { numRuns: RUNS },
    );
  });

  it('tells no date of a history that rule 2.5c leaves open', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(
        histories.filter((input) => !known(input)),
        (input) => {
          expect(JSON.stringify(deadlineKeys(input))).not.toMatch(/\d{4}-\d{2}-\d{2}/);
        },
      ),
      { numRuns: RUNS / 10 },
    );
  });
});

describe.each([
  ['deadlineKeys', deadlineKeys],
  ['the day counter', (input: VectorInput) => countDays(input) as Keys],
])('the dates of %s', (_, keysOf) => {
  it('never fall later when one recovered day is removed', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(clockAndSpell, ([clock, index]) => {
        fc.pre(recoveredBefore(clock, index) > 0);
        // The sickness begins one day earlier; what follows stays where it is.
        const spells = clock.spells.map(
          ([first, last], at) => [at === index ? isoOf(walk(placeOf(first), -1)) : first, last] as const,
        );
        const before = keysOf(clock);
        const after = keysOf({ ...clock, spells });
        for (const [key, place] of datesOf(before)) {
          expect(dateOf(after, key), key).toBeLessThanOrEqual(place);
        }
      }),
      { numRuns: OWN_RUNS },
    );
  });

  it('move one day when one recovered day is added before them', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(clockAndSpell, ([clock, index]) => {
        const recovered = recoveredBefore(clock, index);
        fc.pre(recovered >= 0 && recovered < 27);
        const before = keysOf(clock);
        const resumed = placeOf(clock.spells[index]?.[0] ?? '');
        fc.pre(resumed > (dateOf(before, 'firstSickDay') ?? Infinity));
        const after = keysOf(shifted(clock, index, 1));
        for (const [key, place] of datesOf(before).filter(([key]) => !NO_MILESTONE.includes(key))) {
          // Not counted themselves: they follow the end of the wachttijd.
          const counted = ['wiaEersteDag', 'loonTot'].includes(key)
            ? (dateOf(before, 'eindeWachttijd') ?? place)
            : place;
          expect(dateOf(after, key), key).toBe(counted < resumed ? place : place + 1);
        }
        // Follows the end of the wachttijd: one day added in its last weeks may move it or not, one before it must.
        const [was, is] = [dateOf(before, 'noRisk35min_peildag') ?? NaN, dateOf(after, 'noRisk35min_peildag') ?? NaN];
        expect(is - was).toBeGreaterThanOrEqual(was < resumed ? 0 : 1);
        expect(is - was).toBeLessThanOrEqual(1);
      }),
      { numRuns: OWN_RUNS },
    );
  });

  it('have a practical day that is the last working day until then', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(histories.filter(known), (input) => {
        const keys = keysOf(input);
        for (const [key, practical] of datesOf(keys['practical'] as Keys)) {
          const date = dateOf(keys, key) ?? -1;
          expect(practical, key).toBeLessThanOrEqual(date);
          expect(isWorkingDay(practical), key).toBe(true);
          for (let day = practical + 1; day <= date; day++) expect(isWorkingDay(day), key).toBe(false);
        }
      }),
      { numRuns: OWN_RUNS },
    );
  });

  it('come one after the other', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(histories.filter(known), (input) => {
        const keys = keysOf(input);
        // A contract that ends makes the wage end before the wachttijd does.
        const lists = keys['contractEinde'] ? ORDER.filter((list) => !list.includes('loonTot')) : ORDER;
        for (const list of lists) {
          const there = list.flatMap((key) => dateOf(keys, key) ?? []);
          expect(there).toEqual(there.toSorted((a, b) => a - b));
        }
        expect(dateOf(keys, 'loonTot')).toBeGreaterThanOrEqual(dateOf(keys, 'firstSickDay') ?? Infinity);
      }),
      { numRuns: OWN_RUNS },
    );
  });
});
