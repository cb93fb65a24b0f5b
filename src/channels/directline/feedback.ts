import { z } from 'zod';
import type { Verdict } from '../../store/feedback-store.ts';

/** Name of the event by which a reader says whether an answer helped. */
export const FEEDBACK_EVENT = 'feedback';

const feedbackValue = z.object({ verdict: z.enum(['helpful', 'unhelpful']) });

export function feedbackVerdict(value: unknown): Verdict | undefined {
  return feedbackValue.safeParse(value).data?.verdict;
}
