import { Temporal } from 'temporal-polyfill';

/** Where a row stands on the day the plan is made. */
export const PHASES = ['past', 'now', 'next', 'later'] as const;
export type Phase = (typeof PHASES)[number];

/** One row of a plan: a deadline in words. Every text is already in the reader's language and level. */
export interface PlanRow {
  /** Unique in a plan and the same each time it is made: 'wiaAanvraag', 'evaluatie-3'. */
  id: string;
  title: string;
  /** Title for a calendar, which others may see. Needed when the title names illness; see `calendarTitle`. */
  calendarTitle?: string;
  /** Who acts: "jij", "je werkgever en jij". */
  actors: string;
  /** What to do. */
  text: string;
  /** First day on which it can be done. */
  from?: Temporal.PlainDate;
  /** The safe last day of a duty, or the day of an event. */
  date: Temporal.PlainDate;
  /** For a duty: the last working day on or before `date`. */
  practical?: Temporal.PlainDate;
  /** The last day the law allows, when that is later than `date`. */
  legalLatest?: Temporal.PlainDate;
  nature: 'duty' | 'event';
  /** Whether the reader must act. */
  mine: boolean;
  phase: Phase;
  /** What it rests on: "Wet WIA, artikel 64 lid 3". */
  source: string;
}

/** Everything the documents need: they look at no clock and no content file. */
export interface Plan {
  title: string;
  eersteZiektedag: Temporal.PlainDate;
  /** The day the plan is made. */
  today: Temporal.PlainDate;
  language: 'nl' | 'en';
  rows: readonly PlanRow[];
  words: PlanWords;
}

/** The fixed words around the rows. `{count}` and `{date}` stand for what is filled in. */
export interface PlanWords {
  past: string;
  now: string;
  next: string;
  later: string;
  /** At most three letters: it stands inside the ring of what is going on now. */
  nowMark: string;
  today: string;
  tomorrow: string;
  /** From 2 days. */
  days: string;
  /** From 14 days; whole weeks. */
  weeks: string;
  /** The same for what can be done now: how long it still can. */
  dayLeft: string;
  daysLeft: string;
  weeksLeft: string;
  /** Marks a row in which the reader must act. */
  mine: string;
  who: string;
  what: string;
  when: string;
  source: string;
  lastDay: string;
  from: string;
  legalLatest: string;
  /** One row that is over and not shown; `pastSteps` from 2. */
  pastStep: string;
  pastSteps: string;
  /** One row that comes after those shown; `moreSteps` from 2. */
  moreStep: string;
  moreSteps: string;
  /** Heading of the first date to come. */
  nextDate: string;
  /** Heading of the first date on which the reader acts, when that is another one. */
  myNextDate: string;
  /** Said instead of a date when every row is past. */
  allPast: string;
  allDates: string;
  timeline: string;
  /** The text alternative of a picture that stands under a table with the same rows. */
  sameAsTable: string;
  /** Neutral title in a calendar for a row whose own title names illness. */
  calendarTitle: string;
  toCalendar: string;
  toPicture: string;
  back: string;
  /** When the plan was made: holds `{date}`. */
  madeOn: string;
  disclaimer: string;
}

/**
 * The day to show first: the practical day of a duty, else the date itself; the last day too when the practical day is
 * over and the duty is not.
 */
export function shownDate(
  { nature, practical, date, phase }: PlanRow,
  { today }: Pick<Plan, 'today'>,
): Temporal.PlainDate {
  if (nature === 'event' || practical === undefined) return date;
  const tooLate = phase !== 'past' && Temporal.PlainDate.compare(practical, today) < 0;
  return tooLate ? date : practical;
}

/** The rows as a reader meets them: what is past, what is going on, what comes; by date within each. */
export function orderedRows(plan: Plan): PlanRow[] {
  const day = (row: PlanRow) => shownDate(row, plan).toString();
  return plan.rows.toSorted(
    (a, b) => PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) || (day(a) < day(b) ? -1 : Number(day(a) > day(b))),
  );
}

/** Whether the reader still has to act. */
export function toDo({ mine, phase }: PlanRow): boolean {
  return mine && phase !== 'past';
}

/** Who acts, as words; nobody for an event that comes by itself. */
export function whoText({ actors }: PlanRow, { words }: Plan): string | undefined {
  return /[\p{L}\p{N}]/u.test(actors) ? `${words.who}: ${actors}` : undefined;
}

/**
 * How far away the day of a row is: "morgen", "over 9 dagen", "over 3 weken"; of what can be done now how long it still
 * can: "nog 3 weken". Nothing for a day that is over.
 */
export function distanceText(row: PlanRow, plan: Plan): string | undefined {
  const { today, words } = plan;
  const days = today.until(shownDate(row, plan), { largestUnit: 'day' }).days;
  if (days < 0) return undefined;
  if (days === 0) return words.today;
  const now = row.phase === 'now';
  if (days === 1) return now ? words.dayLeft : words.tomorrow;
  if (days < 14) return filled(now ? words.daysLeft : words.days, days);
  return filled(now ? words.weeksLeft : words.weeks, Math.floor(days / 7));
}

/** A counted text: the one for 1, or the one for more with `{count}` filled in. */
export function counted(count: number, one: string, more: string): string {
  return count === 1 ? one : filled(more, count);
}

function filled(text: string, count: number): string {
  return text.replaceAll('{count}', String(count));
}

/** One line of text: no line breaks, no doubled spaces, nothing that XML or a calendar file forbids. */
export function oneLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim();
}

/** Text with its line breaks and without control characters, halves of characters and marks that turn its direction. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu, '');
}
