import { Temporal } from 'temporal-polyfill';
import { ASIDE } from './dialogs/dates-table.ts';
import type { Plan, PlanRow } from '../documents/plan.ts';
import type { DeadlineId } from '../rules/deadline.ts';
import { previousWorkingDay } from '../rules/working-day.ts';
import type { Audience } from '../shared/audience.ts';
import type { PlannedReminder } from './turn-result.ts';

/** So long before a date there is a reminder, the first one first. Days. */
const LEADS = [14, 2] as const;

/** The first reminder of a date is never so long before it: weekends and holidays move it a few days at most. Days. */
export const LONGEST_LEAD = LEADS[0] + 7;

/** Dates on which others act, or that come by themselves, and of which the reader must know. */
const MATTERS: Readonly<Record<Audience, ReadonlySet<string>>> = {
  employee: new Set([
    'probleemanalyse',
    'spoor2Streefdatum',
    'spoor2Uiterlijk',
    'eerstejaarsZwBeoordeling',
    'eindeContract',
    'uwvBrief',
    'wiaBesluit',
    'loonTot',
    'loonsanctieTot',
    'aow',
  ] satisfies DeadlineId[]),
  employer: new Set([
    'eindeContract',
    'wiaAanvraag',
    'loonsanctieBesluit',
    'loonTot',
    'loonsanctieTot',
  ] satisfies DeadlineId[]),
};

/** A duty that comes back every few weeks. */
function comesBack({ id }: PlanRow): boolean {
  return id.startsWith('evaluatie-');
}

/** The day that reminders count back from: a duty can be done on a working day only. */
function dayOf({ nature, practical, date }: PlanRow): Temporal.PlainDate {
  return nature === 'duty' ? (practical ?? date) : date;
}

/** The dates of which one reminder tells: those on the day of a row that the reader must act on, or know of. */
export function remindedTogether(row: PlanRow, plan: Plan, audience: Audience): PlanRow[] {
  return plan.rows.filter((other) => dayOf(other).equals(dayOf(row)) && isReminded(other, audience));
}

function isReminded({ id, mine }: PlanRow, audience: Audience): boolean {
  return (mine && !ASIDE.has(id)) || MATTERS[audience].has(id);
}

/**
 * When to remind of the dates of a plan, in order: on working days after the day of the plan, up to and including a last day. Dates on
 * one day share their reminders; a duty that comes back has one each time.
 */
export function plannedReminders(plan: Plan, audience: Audience, until: Temporal.PlainDate): PlannedReminder[] {
  const rows = plan.rows.filter((row) => isReminded(row, audience));
  const days = Map.groupBy(rows, (row) => dayOf(row).toString());
  const reminders = [...days].flatMap(([day, [first, ...others]]) => {
    if (first === undefined) return [];
    const planned = LEADS.map((lead) => ({
      name: `${first.id} ${lead}`,
      row: first.id,
      day: previousWorkingDay(Temporal.PlainDate.from(day).subtract({ days: lead })),
    })).filter(
      (reminder) =>
        Temporal.PlainDate.compare(reminder.day, plan.today) > 0 &&
        Temporal.PlainDate.compare(reminder.day, until) <= 0,
    );
    return [first, ...others].every(comesBack) ? planned.slice(0, 1) : planned;
  });
  return reminders
    .sort((one, other) => Temporal.PlainDate.compare(one.day, other.day))
    .map(({ day, ...reminder }) => ({ ...reminder, day: day.toString() }));
}
