import { z } from 'zod';
import type { Verdict } from '../../../store/feedback-store.ts';

const feedback = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({
    reaction: z.enum(['like', 'dislike']),
    /** What was filled in, as JSON text; of the channel's own form these are a person's words. */
    feedback: z.unknown().optional(),
  }),
});

/** Some clients wrap it. */
const feedbackValue = z.union([feedback, z.looseObject({ data: feedback }).transform(({ data }) => data)]);

const filledIn = z.looseObject({ about: z.string() });

/** A thumb up or down. */
export interface Feedback {
  verdict: Verdict;
  /** The message that our own form was for, when it is what was filled in. */
  about?: string;
}

/** Reads a thumb and leaves out whatever was typed with it; nothing when it is none. */
export function readFeedback(value: unknown): Feedback | undefined {
  const { data } = feedbackValue.safeParse(value);
  if (data === undefined) return undefined;
  const { reaction, feedback: filled } = data.actionValue;
  const about = filledIn.safeParse(typeof filled === 'string' ? jsonOf(filled) : filled).data?.about;
  return { verdict: reaction === 'like' ? 'helpful' : 'unhelpful', ...(about !== undefined && { about }) };
}

/** The value of a JSON text; nothing when it is none. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
