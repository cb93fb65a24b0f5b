import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Effect } from '../conversation/turn-result.ts';
import type { SavedTurn } from '../store/conversation-store.ts';

/** Nobody is spoken to earlier or later in the day. */
const FIRST_HOUR = 10;
const LAST_HOUR = 19;

/** Reminders of one day are spread over so many minutes: all at once would be more than a channel takes. */
const SPREAD = 90;

const ZONE = 'Europe/Amsterdam';

/** What a reminder is about, as it waits in the store. */
export interface WaitingReminder {
  row: string;
  /** Where it goes. */
  target?: unknown;
}

const waitingReminder = z.object({ row: z.string(), target: z.unknown().optional() });

/** Nothing when what was stored is of another format. */
export function readReminder(json: string): WaitingReminder | undefined {
  return waitingReminder.safeParse(JSON.parse(json)).data;
}

/** What a turn's effects make of the plan that is kept: nothing when it stays as it is. */
export function keptPlan(effects: readonly Effect[], target: unknown): Pick<SavedTurn, 'plan'> {
  const last = effects.findLast(({ kind }) => kind === 'keepPlan' || kind === 'deletePlan');
  if (last === undefined) return {};
  if (last.kind !== 'keepPlan') return { plan: null };
  const { plan, reminders } = last;
  const until = Temporal.PlainDate.from(plan.keptUntil).add({ days: 1 }).toZonedDateTime(ZONE);
  return {
    plan: {
      json: JSON.stringify(plan),
      until: new Date(until.epochMilliseconds),
      reminders: reminders.map(({ name, row, day }) => ({
        name,
        json: JSON.stringify({ row, target } satisfies WaitingReminder),
        due: reminderTime(Temporal.PlainDate.from(day), Math.random()),
      })),
    },
  };
}

/** When on a day a reminder is sent: in the morning in the Netherlands, in summer and winter. @param chance from 0 to 1 */
export function reminderTime(day: Temporal.PlainDate, chance: number): Date {
  const time = Temporal.PlainTime.from({ hour: FIRST_HOUR }).add({ minutes: Math.floor(chance * SPREAD) });
  return new Date(day.toZonedDateTime({ timeZone: ZONE, plainTime: time }).epochMilliseconds);
}

/** When a reminder may be sent that comes at another time: at once by day, else the next morning. Nothing when it may now. */
export function quietUntil(now: Date, chance: number): Date | undefined {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(ZONE);
  if (here.hour >= FIRST_HOUR && here.hour < LAST_HOUR) return undefined;
  const day = here.toPlainDate();
  return reminderTime(here.hour < FIRST_HOUR ? day : day.add({ days: 1 }), chance);
}
