import { createHash } from 'node:crypto';
import ical, {
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventTransparency,
  type ICalAlarmData,
} from 'ical-generator';
import { dateText } from '../dates/date-text.ts';
import { cleanText, oneLine, orderedRows, shownDate, whoText, type Plan, type PlanRow } from './plan.ts';

const DAY = 24 * 60 * 60;
/** From 9:00 on the day before until the day itself begins. Seconds. */
const NINE_THE_DAY_BEFORE = 15 * 60 * 60;
/** 9:00 in the morning, 7 days and 1 day before. Seconds before the start of the day. */
const REMINDERS = [6 * DAY + NINE_THE_DAY_BEFORE, NINE_THE_DAY_BEFORE] as const;

/** Words that tell who reads along in a calendar that somebody is ill. */
const ILLNESS =
  /ziek|arbeidsongeschikt|verzuim|invalid|medisch|handicap|sick|\bill(?:ness(?:es)?)?\b|disab|incapacit|medical|absen[ct]e/iu;

/**
 * A plan as an iCalendar file (RFC 5545): one whole day for each row, in the order of the plan. A duty stands on its
 * practical day and its text names the last day. Duties of the reader have reminders at 9:00 local time, 7 days and
 * 1 day before. A row keeps its UID as long as its id and the first sick day stay the same, so that a newer file
 * replaces the older one in a calendar. Lines end in CRLF and are at most 75 octets.
 *
 * @param stamp The moment the file is made; seconds count.
 * @param ids The rows to put in, also past ones; unknown ids are passed over. Without it: every row that is not past.
 *   When no row is left, the file holds no event, and many calendars refuse it: look at `calendarRows` first.
 * @throws Error when `stamp` is no valid date.
 */
export function calendar(plan: Plan, stamp: Date, ids?: readonly string[]): string {
  const file = ical({
    prodId: { company: 'Spoor 2-assistent', product: 'Plan', language: plan.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    name: escapedText(neutral([plan.title], plan)),
  });
  for (const row of calendarRows(plan, ids)) {
    const date = shownDate(row, plan);
    const summary = calendarTitle(row, plan);
    file.createEvent({
      id: uid(row, plan),
      stamp,
      sequence: 0,
      start: date,
      end: date.add({ days: 1 }),
      allDay: true,
      summary,
      description: cleanText(description(row, plan)),
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: row.mine && row.nature === 'duty' ? REMINDERS.map((seconds) => reminder(seconds, summary)) : [],
    });
  }
  // The library's own `timezone` would write DTSTAMP in local time, which RFC 5545 forbids, and its own X- lines after
  // the events, where no property may stand. It also leaves the last line without an end.
  return `${file.toString()}\r\n`.replace(
    /\r\n(?=BEGIN:VEVENT|END:VCALENDAR)/,
    '\r\nX-WR-TIMEZONE:Europe/Amsterdam\r\n',
  );
}

/** The rows that `calendar` puts in its file. */
export function calendarRows(plan: Plan, ids?: readonly string[]): PlanRow[] {
  return orderedRows(plan).filter(({ id, phase }) => (ids === undefined ? phase !== 'past' : ids.includes(id)));
}

/** The title of a row where others may see it, such as a shared calendar: never a word of illness. */
export function calendarTitle(row: PlanRow, plan: Plan): string {
  return neutral([row.calendarTitle ?? '', row.title], plan);
}

function neutral(titles: readonly string[], { words }: Plan): string {
  return titles.map(oneLine).find((title) => title !== '' && !ILLNESS.test(title)) ?? words.calendarTitle;
}

/**
 * The same row of the same case is the same event. A hash, so that no date can be read in it; it keeps no secret from
 * who tries every first sick day, but the dates of the events would tell that person more.
 */
function uid({ id }: PlanRow, { eersteZiektedag }: Plan): string {
  const hash = createHash('sha256').update(`spoor 2 plan\n${eersteZiektedag.toString()}\n${id}`).digest('hex');
  return `${hash.slice(0, 32)}@spoor2-assistent`;
}

function description(row: PlanRow, plan: Plan): string {
  const { language, words } = plan;
  const facts = [
    row.from && `${words.from}: ${dateText(row.from, language)}`,
    row.nature === 'duty' && `${words.lastDay}: ${dateText(row.date, language)}`,
    row.legalLatest && `${words.legalLatest}: ${dateText(row.legalLatest, language)}`,
    whoText(row, plan),
    row.source && `${words.source}: ${row.source}`,
  ].filter((line) => typeof line === 'string' && line !== '');
  return [row.title, row.text, facts.join('\n'), words.disclaimer].join('\n\n');
}

function reminder(seconds: number, summary: string): ICalAlarmData {
  return { type: ICalAlarmType.display, triggerBefore: seconds, description: summary };
}

/** The library writes a calendar's name as it is. */
function escapedText(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`);
}
