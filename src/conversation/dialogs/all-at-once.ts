import type { Temporal } from 'temporal-polyfill';
import type { Answers } from '../../dialog-engine/answers.ts';
import { answerAll } from '../../dialog-engine/resolve.ts';
import type { Audience } from '../../shared/audience.ts';
import { DEFAULT_LEVEL, type Level } from '../../shared/level.ts';
import type { Assistant } from '../assistant.ts';
import type { Reply } from '../reply.ts';
import { newSession } from '../session.ts';
import { askStep } from './ask-step.ts';
import { explainProblem } from './explain-problem.ts';
import { outcomeReply } from './outcome.ts';
import { newState, running } from './state.ts';

/** A dialog with all its answers, as a form or a program gives them. */
export interface AllAnswers {
  id: string;
  answers: Answers;
  audience: Audience;
  level?: Level | undefined;
}

export type AllAtOnceResult =
  | { kind: 'outcome'; outcome: string; reply: Reply }
  /** The first question that has no answer, or none that can stand. */
  | { kind: 'incomplete'; question: string; reply: Reply };

/** The outcome of a dialog, or the question that is missing; nothing when there is no such dialog. By the same definition as the chat. */
export function allAtOnce(
  { id, answers, audience, level = DEFAULT_LEVEL }: AllAnswers,
  today: Temporal.PlainDate,
  assistant: Assistant,
): AllAtOnceResult | undefined {
  const dialog = assistant.dialogs.byId(id);
  if (dialog === undefined) return undefined;
  const session = { ...newSession({ level, audience, audienceSaid: true }), dialog: newState(id, dialog, answers) };
  const now = running({ session, today, assistant, canAskBack: true, shared: false }, audience);
  if (now === undefined) return undefined;
  const voice = { session, assistant, running: now };
  const result = answerAll(dialog.definition, answers, now.context);
  if (result.kind === 'outcome') return { kind: 'outcome', outcome: now.position.node, reply: outcomeReply(voice) };
  const wrong = result.wrong === undefined ? [] : [explainProblem(result.wrong, answers[result.missing] ?? '', voice)];
  return { kind: 'incomplete', question: result.missing, reply: askStep(voice, ...wrong) };
}
