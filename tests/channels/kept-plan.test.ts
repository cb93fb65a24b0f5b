import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { keptPlan, reminderTime } from '../../src/channels/kept-plan.ts';
import type { SavedPlan } from '../../src/conversation/saved-plan.ts';

const PLAN: SavedPlan = {
  request: {},
  audience: 'employee',
  level: 'nl-B1',
  agreedOn: '2026-01-12',
  keptUntil: '2026-10-25',
};

const inTheNetherlands = (moment: Date) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO('Europe/Amsterdam');

it.each(['2026-01-12', '2026-03-27', '2026-03-30', '2026-10-23', '2026-10-26', '2027-03-29'])(
  'reminds in the morning of %s, whatever the clock did',
  (day) => {
    for (const chance of [0, 0.5, 0.999]) {
      const time = inTheNetherlands(reminderTime(Temporal.PlainDate.from(day), chance));
      expect(time.toPlainDate().toString()).toBe(day);
      expect(time.hour).toBeGreaterThanOrEqual(10);
      expect(time.hour).toBeLessThan(12);
    }
  },
);

it('keeps a plan until the end of its last day, also of the one that has 25 hours', () => {
  const { plan } = keptPlan([{ kind: 'keepPlan', plan: PLAN, reminders: [] }], {});
  const until = inTheNetherlands(plan?.until ?? new Date(0));
  expect(until.toString({ smallestUnit: 'second' })).toBe('2026-10-26T00:00:00+01:00[Europe/Amsterdam]');
});

it('leaves the plan as it is without an effect, and takes the last of two', () => {
  expect(keptPlan([{ kind: 'forget' }], {})).toEqual({});
  expect(keptPlan([{ kind: 'keepPlan', plan: PLAN, reminders: [] }, { kind: 'deletePlan' }], {})).toEqual({
    plan: null,
  });
});
