import type { Temporal } from 'temporal-polyfill';
import { ask } from '../conversation/ask.ts';
import type { Assistant } from '../conversation/assistant.ts';
import type { Outcome } from '../conversation/turn-result.ts';
import type { LabelledQuestion } from './question.ts';

/** What an outcome meant to the person who asked. Without a topic that answers, the question was out of scope. */
export type Verdict =
  | 'right'
  | 'offered'
  | 'wrong'
  | 'offeredOthers'
  | 'refused'
  | 'refusedOutOfScope'
  | 'offeredOutOfScope'
  | 'answeredOutOfScope'
  | 'notCounted';

export interface Judged {
  question: LabelledQuestion;
  outcome: Outcome;
  verdict: Verdict;
  /** The topic that came out best, whatever was decided. */
  best: string | undefined;
  /** Whether that topic answers the question: what the confidence speaks of. */
  bestIsRight: boolean;
}

/** Asks every question, each in a conversation of its own, and judges what came of it. */
export function judgeQuestions(
  questions: readonly LabelledQuestion[],
  assistant: Assistant,
  today: Temporal.PlainDate,
): Judged[] {
  const exists = (id: string) => assistant.topic(id) !== undefined;
  return questions.map((question) => {
    const outcome = ask({ text: question.q }, today, assistant);
    const best = outcome.topics[0] ?? assistant.match(question.q).explanation.ranked[0]?.topic;
    return judge(question, outcome, best, exists);
  });
}

/**
 * Judges one outcome.
 *
 * @param best the topic that came out best, whatever was decided
 * @param exists whether a topic exists; a question about topics that do not (yet) is not counted
 */
export function judge(
  question: LabelledQuestion,
  outcome: Outcome,
  best: string | undefined,
  exists: (topic: string) => boolean,
): Judged {
  const verdict = verdictOf(question.topics, outcome, exists);
  return { question, outcome, verdict, best, bestIsRight: best !== undefined && question.topics.includes(best) };
}

function verdictOf(
  wanted: readonly string[],
  { decision, topics }: Outcome,
  exists: (topic: string) => boolean,
): Verdict {
  if (wanted.length === 0) {
    const verdicts = {
      answer: 'answeredOutOfScope',
      clarify: 'offeredOutOfScope',
      fallback: 'refusedOutOfScope',
    } as const;
    return verdicts[decision];
  }
  if (!wanted.some(exists)) return 'notCounted';
  const hit = topics.some((topic) => wanted.includes(topic));
  switch (decision) {
    case 'answer':
      return hit ? 'right' : 'wrong';
    case 'clarify':
      return hit ? 'offered' : 'offeredOthers';
    case 'fallback':
      return 'refused';
  }
}
