import { Temporal } from 'temporal-polyfill';
import { dateText } from '../dates/date-text.ts';
import { deadlineTexts } from '../documents/deadline-words.ts';
import { rowId } from '../documents/make-plan.ts';
import { distanceText, shownDate, whoText, type PlanRow } from '../documents/plan.ts';
import { languageOf } from '../shared/level.ts';
import { textAt } from '../shared/text-at.ts';
import { fill, type Assistant } from './assistant.ts';
import { QUICK_DIALOG } from './dialogs/book.ts';
import { keptDates, type KeptDates } from './kept-dates.ts';
import { LONGEST_LEAD, remindedTogether } from './planned-reminders.ts';
import { plain, type Reply, type Section } from './reply.ts';
import type { SavedPlan } from './saved-plan.ts';
import { isOff } from './switched-off.ts';

/**
 * What a reminder says on its day, worked out from the rules and figures of that day; nothing when there is nothing to remind of any
 * more: the date is over, gone, or far away now, or dates are switched off. Its first title tells nothing: a notification shows it on a locked screen.
 *
 * @param row the date of the plan that it is about
 */
export function remind(
  plan: SavedPlan,
  row: string,
  today: Temporal.PlainDate,
  assistant: Assistant,
): Reply | undefined {
  const { request, audience, level, keptUntil } = plan;
  if (isOff(assistant, QUICK_DIALOG)) return undefined;
  if (Temporal.PlainDate.compare(today, Temporal.PlainDate.from(keptUntil)) > 0) return undefined;
  const dates = keptDates(request, { level, audience, today }, assistant);
  const about = dates?.plan.rows.find(({ id }) => id === row);
  if (dates === undefined || about === undefined) return undefined;
  const rows = remindedTogether(about, dates.plan, audience).filter((one) => isNear(one, today));
  if (rows.length === 0) return undefined;
  const messages = assistant.knowledge.messages[level];
  return {
    level,
    sections: [
      { title: messages.reminder.title, notes: [], text: messages.reminder.intro, sources: [] },
      ...rows.map((one) => rowSection(one, dates, plan, assistant)),
      plain(messages.reminder.stop),
    ],
    choices: { labels: [messages.plan.show, messages.reminder.stopButton], numbered: false },
    place: { turn: 0, question: '' },
  };
}

function isNear(row: PlanRow, today: Temporal.PlainDate): boolean {
  const { days } = today.until(row.date, { largestUnit: 'day' });
  return days >= 0 && days <= LONGEST_LEAD;
}

/** One date: when, what to do, who, and what if it is missed. */
function rowSection(
  row: PlanRow,
  { plan, deadlines }: KeptDates,
  { request, audience, level }: SavedPlan,
  { knowledge }: Assistant,
): Section {
  const deadline = deadlines.find((one) => rowId(one) === row.id);
  const missed = deadline && deadlineTexts(deadline, knowledge).missed;
  const missedText = missed === undefined ? [] : [textAt(missed, level, audience)];
  const distance = distanceText(row, plan);
  const day = dateText(shownDate(row, plan), languageOf(level));
  const who = whoText(row, plan);
  return {
    title: row.title,
    notes: [],
    text: [
      distance === undefined ? `**${day}**` : `**${day}** (${distance})`,
      row.text,
      ...(who === undefined ? [] : [who]),
      ...missedText.map((text) =>
        row.nature === 'duty' ? fill(knowledge.messages[level].reminder.missed, { text }) : text,
      ),
    ].join('\n\n'),
    sources: [],
    documents: { request, audience, row: row.id },
  };
}
