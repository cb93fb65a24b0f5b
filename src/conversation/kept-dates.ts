import { deadlineRequest, verzuimOf } from '../deadlines/request.ts';
import { makePlan, type PlanReader } from '../documents/make-plan.ts';
import type { Plan } from '../documents/plan.ts';
import { CaseError } from '../rules/case-error.ts';
import type { Deadline } from '../rules/deadline.ts';
import { timeline } from '../rules/timeline.ts';
import { languageOf } from '../shared/level.ts';
import type { Assistant } from './assistant.ts';
import { QUICK_DIALOG } from './dialogs/book.ts';

/** The dates of a case on a day: in words, and with what supports them. */
export interface KeptDates {
  plan: Plan;
  deadlines: readonly Deadline[];
}

/**
 * The dates of a case in the form of a deadline request, worked out anew. Nothing when it is no such case any more, or one
 * whose dates cannot be known.
 */
export function keptDates(request: unknown, reader: PlanReader, assistant: Assistant): KeptDates | undefined {
  const read = deadlineRequest.safeParse(request);
  if (!read.success) return undefined;
  const { knowledge, dialogs } = assistant;
  try {
    const result = timeline(verzuimOf(read.data), knowledge.figures);
    if (result.kind === 'unknown') return undefined;
    const { eersteZiektedag, deadlines } = result;
    const title = dialogs.byId(QUICK_DIALOG)?.texts.title[languageOf(reader.level)] ?? '';
    return { plan: makePlan(title, eersteZiektedag, deadlines, reader, knowledge), deadlines };
  } catch (error) {
    if (error instanceof CaseError) return undefined;
    throw error;
  }
}
