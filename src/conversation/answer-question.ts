import { messagesFor } from './assistant.ts';
import { dontKnow, say } from './compose.ts';
import { matchQuestion, severalQuestions } from './questions.ts';
import { isOff } from './switched-off.ts';
import { closed, existingTopics, showAnswer, showChoice, showSignpost } from './show.ts';
import type { Setting } from './setting.ts';
import { aside, type TurnResult } from './turn-result.ts';

/** A message that asks something, whatever else it says. */
const QUESTION =
  /\?\s*$|^(?:wat|hoe|hoelang|hoeveel|wanneer|wie|waar|waarom|welke?|kan|mag|moet|ben ik|is|krijg|worden?)\s/iu;

/** Whether a message asks something, whatever else it says. */
export function asksSomething(text: string): boolean {
  return QUESTION.test(text);
}

/** A button's words, or a question exactly as the knowledge base has it. */
export function phrasing(text: string, setting: Setting): TurnResult | undefined {
  const topic = setting.assistant.topicByPhrasing(text);
  return topic === undefined ? undefined : showAnswer([topic], 1, setting);
}

/** A greeting, thanks or the like. */
export function smallTalk(text: string, { session, assistant }: Setting): TurnResult | undefined {
  const kind = assistant.phrases.smallTalk(text);
  return kind === undefined ? undefined : aside(session, say(session, messagesFor(assistant, session)[kind]));
}

/** The answer to a question, a choice, or an honest refusal. */
export function question(text: string, setting: Setting): TurnResult {
  const { session, assistant } = setting;
  const several = severalQuestions(text, assistant.match);
  if (several) {
    const topics = existingTopics(
      several.flatMap(({ topics: [first] }) => first ?? []),
      assistant,
    );
    return showAnswer(topics, Math.min(...several.map(({ confidence }) => confidence)), setting);
  }
  const { decision, topics, confidence, signpost: signpostId } = matchQuestion(text, session, assistant);
  if (decision === 'answer') return showAnswer(existingTopics(topics, assistant), confidence, setting);
  const signpost = signpostId === undefined ? undefined : assistant.signpost(signpostId);
  if (decision === 'clarify') return showChoice([...topics, ...(signpost ? [signpost.id] : [])], confidence, setting);
  if (signpost !== undefined) return showSignpost(signpost, confidence, setting);
  const near = topics.filter((id) => !isOff(assistant, id));
  return {
    replies: [dontKnow(near, session, assistant)],
    // What is shown as near can be picked by number too.
    session: { ...closed(session), ...(near.length > 0 ? { choice: { options: near, open: true } } : {}) },
    effects: [],
    outcome: { decision, topics: [], confidence },
  };
}
