import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../conversation/assistant.ts';
import { NO_QUESTION, type TurnResult } from '../conversation/turn-result.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { textsIn } from '../redaction/texts-in.ts';
import type { KeptQuestions } from '../store/kept-questions.ts';

export interface QuestionKeeperParts {
  assistant: Assistant;
  questions: KeptQuestions;
  today: () => Temporal.PlainDate;
  onFailure: (error: unknown) => void;
}

/** Hears what was said and what came of it. */
export type QuestionKeeper = (text: string, result: TurnResult) => void;

/** What is left of a question must still be one: a word and no more helps no editor. */
const FEWEST_WORDS = 3;

/**
 * Keeps the questions that were not answered at once, so that the editor sees what people ask: with nothing left in them of a
 * person or an illness, and never what was said within a dialog or to a message about health.
 */
export function createQuestionKeeper({ assistant, questions, today, onFailure }: QuestionKeeperParts): QuestionKeeper {
  const { topics, signposts, vocabulary, phrases, outOfScope, messages, healthWords } = assistant.knowledge;
  // Made at the first question: it takes longer than the rest of the start.
  let redact: ReturnType<typeof createRedactor> | undefined;
  return (text, { outcome, replies, session }) => {
    const { decision } = outcome;
    if (outcome === NO_QUESTION || decision === 'answer' || session.dialog?.active === true) return;
    if (replies.some(({ aboutHealth }) => aboutHealth)) return;
    redact ??= createRedactor({
      healthWords,
      vocabulary: textsIn([topics, signposts, vocabulary, phrases, outOfScope, messages]),
    });
    const redacted = redact(text);
    if (redacted.split(/\s+/u).length < FEWEST_WORDS) return;
    questions
      .keep({ text: redacted, decision, topics: outcome.topics, level: session.level, day: today().toString() })
      .catch(onFailure);
  };
}
