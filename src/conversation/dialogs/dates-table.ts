import { Temporal } from 'temporal-polyfill';
import { shortDateText } from '../../dates/date-text.ts';
import { withoutRepeats } from '../../documents/make-plan.ts';
import { shownDate, type Plan, type PlanRow } from '../../documents/plan.ts';
import type { Actor, Deadline, DeadlineId } from '../../rules/deadline.ts';
import { languageOf } from '../../shared/level.ts';
import { fill, messagesFor } from '../assistant.ts';
import type { Table } from '../reply.ts';
import type { Setting } from '../setting.ts';
import type { Voice } from './words.ts';

/** So many dates stand under an outcome; the others are a click away. */
const SHOWN_DATES = 5;

/** Dates that matter to few people: they stand among all dates, not among the first. */
export const ASIDE: ReadonlySet<string> = new Set([
  'noRiskPeildag',
  'vervroegdeIva',
  'ontslagaanvraag',
  'arbeidsdeskundigOnderzoek',
] satisfies DeadlineId[]);

/** The first dates to come, and always the first one on which the reader acts alone. */
export function firstRows(plan: Plan, deadlines: readonly Deadline[], voice: Voice): PlanRow[] {
  const reader: Actor = voice.running.context.audience === 'employee' ? 'werknemer' : 'werkgever';
  const isOwn = ({ id }: PlanRow) =>
    deadlines.some((deadline) => deadline.id === id && deadline.nature === 'duty' && deadline.actors.join() === reader);
  const coming = withoutRepeats(plan).rows.filter(({ id, phase }) => phase !== 'past' && !ASIDE.has(id));
  const shown = coming.slice(0, SHOWN_DATES);
  const own = coming.find(isOwn);
  return own === undefined || shown.includes(own) ? shown : [...shown.slice(0, -1), own];
}

/** What a table of dates needs besides the dates. */
type TableSetting = Pick<Setting, 'session' | 'assistant' | 'today'>;

/** Dates as a table, in order of the day that is shown. */
export function tableOf(rows: readonly PlanRow[], setting: TableSetting): Table {
  const day = (row: PlanRow) => shownDate(row, setting);
  const words = messagesFor(setting.assistant, setting.session).dialog;
  return {
    columns: [words.columnWhen, words.columnWhat, words.columnWho],
    rows: rows
      .toSorted((one, other) => Temporal.PlainDate.compare(day(one), day(other)))
      .map((row) => [whenText(row, setting), row.title, row.actors]),
  };
}

function whenText(row: PlanRow, setting: TableSetting): string {
  const { session, assistant } = setting;
  const words = messagesFor(assistant, session).dialog;
  const inWords = (date: Temporal.PlainDate) => shortDateText(date, languageOf(session.level));
  const shown = shownDate(row, setting);
  const remarks = [
    ...(shown.equals(row.date) ? [] : [fill(words.lastDay, { date: inWords(row.date) })]),
    ...(row.phase === 'past' ? [words.happened] : row.phase === 'now' ? [words.current] : []),
  ];
  const when =
    row.from === undefined ? inWords(shown) : fill(words.window, { from: inWords(row.from), to: inWords(shown) });
  return remarks.length === 0 ? when : `${when} (${remarks.join('; ')})`;
}
