import type { Temporal } from 'temporal-polyfill';
import { AUDIENCES } from '../shared/audience.ts';
import { visibleText } from '../shared/text.ts';
import { messagesFor, type Assistant } from './assistant.ts';
import { isBareNumber, isYes, namedPlace, optionByWords } from './choice.ts';
import { changeAudience, runCommand } from './commands.ts';
import { dontKnow, say, tooLong } from './compose.ts';
import { matchQuestion, severalQuestions } from './questions.ts';
import type { Session } from './session.ts';
import { closed, existingOptions, existingTopics, showAnswer, showChoice, showPicked, showSignpost } from './show.ts';
import type { Setting } from './setting.ts';
import { asAside, aside, below, NO_QUESTION, type TurnResult } from './turn-result.ts';

/** The assistant reads no longer messages than this. Characters. */
export const LONGEST_MESSAGE = 2_000;

/** So much of a longer one is still searched for danger to life. Characters. */
const LONGEST_SCANNED = 10_000;

/** A message that asks something, whatever else it says. */
const QUESTION =
  /\?\s*$|^(?:wat|hoe|hoelang|hoeveel|wanneer|wie|waar|waarom|welke?|kan|mag|moet|ben ik|is|krijg|worden?)\s/iu;

/** An answer to "who are you?" is short; a longer message says something else. Words. */
const LONGEST_WHO = 6;

export interface Message {
  text: string;
  /** True for a single question without a conversation around it. */
  oneShot?: boolean;
}

/**
 * One turn of a conversation: what to say to a message, and what to remember. Pure: the same message, session and day
 * always give the same result.
 *
 * @param today in the Netherlands; an answer whose review is overdue says so
 */
export function turn(message: Message, before: Session, today: Temporal.PlainDate, assistant: Assistant): TurnResult {
  const whole = visibleText(message.text.slice(0, LONGEST_SCANNED)).replaceAll(/\s+/gu, ' ');
  const text = whole.slice(0, LONGEST_MESSAGE);
  const session = listening(message, text, { ...before, welcomed: true }, assistant);
  const setting: Setting = { session, today, assistant, canAskBack: message.oneShot !== true };
  return (
    danger(whole, setting) ??
    unreadable(whole, setting) ??
    command(text, setting) ??
    who(text, setting) ??
    choice(text, setting) ??
    smallTalk(text, setting) ??
    phrasing(text, setting) ??
    question(text, setting)
  );
}

/** The first words to someone who has not typed anything yet; no words when they were said before. */
export function welcome(session: Session, assistant: Assistant): TurnResult {
  if (session.welcomed) return { replies: [], session, effects: [], outcome: NO_QUESTION };
  return aside({ ...session, welcomed: true }, say(session, messagesFor(assistant, session).welcome));
}

/** Notes who is asking, when the words show it. Words against what was said make it open again, so that it is asked. */
function listening(message: Message, text: string, session: Session, { phrases }: Assistant): Session {
  const heard = phrases.speaksAs(text);
  if (heard === undefined || heard === session.audience) return session;
  if (session.audienceSaid !== true) return { ...session, audience: heard };
  if (message.oneShot === true) return session;
  const { audience, audienceSaid, ...open } = session;
  return open;
}

function danger(text: string, { session, assistant }: Setting): TurnResult | undefined {
  const kind = assistant.danger(text);
  if (kind === undefined) return undefined;
  const messages = messagesFor(assistant, session);
  return {
    replies: [say(session, kind === 'suicide' ? messages.dangerSuicide : messages.dangerEmergency)],
    session,
    effects: [],
    outcome: { decision: 'answer', topics: ['mens-spreken'], confidence: 1 },
  };
}

function unreadable(whole: string, { session, assistant }: Setting): TurnResult | undefined {
  if (!/[\p{L}\p{N}]/u.test(whole)) return aside(session, say(session, messagesFor(assistant, session).empty));
  if (whole.length > LONGEST_MESSAGE) return aside(session, tooLong(LONGEST_MESSAGE, session, assistant));
  return undefined;
}

function command(text: string, setting: Setting): TurnResult | undefined {
  const found = setting.assistant.phrases.command(text);
  return found === undefined ? undefined : runCommand(found, setting);
}

/** The answer to "who are you?", while an answer waits for it. Who does not want to say gets the answers for both. */
function who(text: string, setting: Setting): TurnResult | undefined {
  const { session, assistant } = setting;
  const { phrases } = assistant;
  const waiting = existingTopics(session.waiting, assistant);
  if (waiting.length === 0) return undefined;
  const place = namedPlace(text);
  if (place === 1 || place === 2) return changeAudience(AUDIENCES[place - 1] ?? 'employee', setting);
  const { decision } = assistant.match(text);
  if (assistant.topicByPhrasing(text) !== undefined || decision === 'answer' || QUESTION.test(text)) return undefined;
  const heard = phrases.speaksAs(text);
  const said = heard ?? (text.split(/\s+/u).length <= LONGEST_WHO ? phrases.saysWho(text) : undefined);
  if (said === 'employee' || said === 'employer') return changeAudience(said, setting);
  if (said === undefined && (decision === 'clarify' || phrases.smallTalk(text) !== undefined)) return undefined;
  return showAnswer(waiting, 1, { ...setting, canAskBack: false });
}

function choice(text: string, setting: Setting): TurnResult | undefined {
  const { session, assistant } = setting;
  const messages = messagesFor(assistant, session);
  if (session.choice?.open !== true) {
    if (isBareNumber(text)) return aside(session, say(session, messages.noList));
    return assistant.phrases.isNoneOfThese(text) ? aside(session, say(session, messages.stopped)) : undefined;
  }
  const offered = existingOptions(session.choice.options, assistant);
  const place = namedPlace(text);
  if (assistant.phrases.isNoneOfThese(text) || place === offered.length + 1) {
    return aside(closed(session), say(session, messages.noneChosen, assistant.person(messages)));
  }
  const picked = place === undefined ? optionByWords(text, offered) : offered.at(place === 'last' ? -1 : place - 1);
  if (picked) return showPicked(picked, setting);
  if (place === undefined && !isYes(text)) return undefined;
  const remarks = place === undefined ? [] : [messages.badNumber];
  return asAside(below(say(session, ...remarks), showChoice(session.choice.options, 0, setting)));
}

/** A button's words, or a question exactly as the knowledge base has it. */
function phrasing(text: string, setting: Setting): TurnResult | undefined {
  const topic = setting.assistant.topicByPhrasing(text);
  return topic === undefined ? undefined : showAnswer([topic], 1, setting);
}

function smallTalk(text: string, { session, assistant }: Setting): TurnResult | undefined {
  const kind = assistant.phrases.smallTalk(text);
  return kind === undefined ? undefined : aside(session, say(session, messagesFor(assistant, session)[kind]));
}

function question(text: string, setting: Setting): TurnResult {
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
  return {
    replies: [dontKnow(topics, session, assistant)],
    // What is shown as near can be picked by number too.
    session: { ...closed(session), ...(topics.length > 0 ? { choice: { options: [...topics], open: true } } : {}) },
    effects: [],
    outcome: { decision, topics: [], confidence },
  };
}
