import { Temporal } from 'temporal-polyfill';
import type { Citation, Knowledge } from '../knowledge/knowledge.ts';
import { citationsOf } from '../knowledge/knowledge.ts';
import type { Actor, Deadline } from '../rules/deadline.ts';
import type { Audience } from '../shared/audience.ts';
import { languageOf } from '../shared/level.ts';
import { textAt } from '../shared/text-at.ts';
import { actorsText, deadlineTexts, deadlineTitle, type WordReader } from './deadline-words.ts';
import type { Phase, Plan, PlanRow } from './plan.ts';
import { PLAN_WORDS } from './words.ts';

/** Who reads a plan: decides its words and which rows are theirs. */
export interface PlanReader extends WordReader {
  today: Temporal.PlainDate;
}

/** A duty without a window counts as going on now when its date is this near. Days. */
const NEAR = 14;

/** The actor that a reader is. */
const READER: Readonly<Record<Audience, Actor>> = { employee: 'werknemer', employer: 'werkgever' };

/** Deadlines in words. @param deadlines in order of date */
export function makePlan(
  title: string,
  eersteZiektedag: Temporal.PlainDate,
  deadlines: readonly Deadline[],
  reader: PlanReader,
  knowledge: Knowledge,
): Plan {
  const phases = phasesOf(deadlines, reader.today);
  return {
    title,
    eersteZiektedag,
    today: reader.today,
    language: languageOf(reader.level),
    rows: deadlines.map((deadline, place) => row(deadline, phases[place] ?? 'later', reader, knowledge)),
    words: PLAN_WORDS[languageOf(reader.level)],
  };
}

/** A plan with only the next of a duty that comes back: for where all of them would hide the rest. */
export function withoutRepeats(plan: Plan): Plan {
  const next = plan.rows.find(({ id, phase }) => id.startsWith('evaluatie-') && phase !== 'past');
  return { ...plan, rows: plan.rows.filter(({ id }) => !id.startsWith('evaluatie-') || id === next?.id) };
}

/** What a deadline is called among the rows of a plan: its name, with its number when it comes back. */
export function rowId({ id, number }: Pick<Deadline, 'id' | 'number'>): string {
  return number === undefined ? id : `${id}-${number}`;
}

function row(deadline: Deadline, phase: Phase, { level, audience }: PlanReader, knowledge: Knowledge): PlanRow {
  const { nature, from, date, practical, legalLatest, actors, basis } = deadline;
  const texts = deadlineTexts(deadline, knowledge);
  return {
    id: rowId(deadline),
    title: deadlineTitle(deadline, { level, audience }, knowledge),
    actors: actorsText(actors, { level, audience }, knowledge),
    text: textAt(texts.do, level, audience),
    nature,
    date,
    mine: nature === 'duty' && actors.includes(READER[audience]),
    phase,
    source: sourceText(citationsOf(basis, knowledge.sources)),
    ...(from && { from }),
    ...(practical && { practical }),
    ...(legalLatest && { legalLatest }),
  };
}

function sourceText(citations: readonly Citation[]): string {
  return citations[0]?.title ?? '';
}

/** Where each deadline stands today: past, going on, the first to come, or later. */
function phasesOf(deadlines: readonly Deadline[], today: Temporal.PlainDate): Phase[] {
  const soon = today.add({ days: NEAR });
  const isNow = ({ nature, from, date }: Deadline) =>
    from === undefined
      ? nature === 'duty' && Temporal.PlainDate.compare(date, soon) <= 0
      : Temporal.PlainDate.compare(from, today) <= 0;
  const coming = deadlines.find(
    (deadline) => Temporal.PlainDate.compare(deadline.date, today) >= 0 && !isNow(deadline),
  );
  return deadlines.map((deadline) => {
    if (Temporal.PlainDate.compare(deadline.date, today) < 0) return 'past';
    if (isNow(deadline)) return 'now';
    return deadline === coming ? 'next' : 'later';
  });
}
