import type { Decision } from '../matching/decision.ts';
import type { Reply } from './reply.ts';
import type { SavedPlan } from './saved-plan.ts';
import type { Session } from './session.ts';

/** What was made of a message, for measuring and for programs. */
export interface Outcome {
  decision: Decision;
  /** Best first; for `clarify` those offered, for `fallback` none: what is only near is no answer. */
  topics: readonly string[];
  /** Probability, 0 to 1, that the first topic answers the message. */
  confidence: number;
}

/** Something that the assistant says by itself, on a day. */
export interface PlannedReminder {
  /** Names it within its plan. */
  name: string;
  /** The date of the plan that it is about. */
  row: string;
  /** ISO 8601; at which hour is up to the channel. */
  day: string;
}

/** What must happen besides replying. */
export type Effect =
  /** Delete everything stored of this conversation. */
  | { kind: 'forget' }
  /** Keep a plan in the place of the one before, and remind of it. */
  | { kind: 'keepPlan'; plan: SavedPlan; reminders: readonly PlannedReminder[] }
  | { kind: 'deletePlan' };

export interface TurnResult {
  replies: readonly Reply[];
  session: Session;
  effects: readonly Effect[];
  outcome: Outcome;
}

/** The outcome of a message that is no question: a greeting, a command, a word of thanks. */
export const NO_QUESTION: Outcome = { decision: 'fallback', topics: [], confidence: 0 };

/** The same result as a command's or remark's: whatever it shows, no question was answered. */
export function asAside(result: TurnResult): TurnResult {
  return { ...result, outcome: NO_QUESTION };
}

/** A result with a reply's sections above its own: one message a turn. */
export function below(above: Reply, result: TurnResult): TurnResult {
  const [next, ...others] = result.replies;
  const first = next === undefined ? above : { ...next, sections: [...above.sections, ...next.sections] };
  return { ...result, replies: [first, ...others] };
}

/** A result that answers no question. */
export function aside(session: Session, reply: Reply, effects: readonly Effect[] = []): TurnResult {
  return { replies: [reply], session, effects, outcome: NO_QUESTION };
}
