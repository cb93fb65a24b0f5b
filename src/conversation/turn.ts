import type { Temporal } from 'temporal-polyfill';
import { AUDIENCES } from '../shared/audience.ts';
import { languageOf } from '../shared/level.ts';
import { present } from '../shared/present.ts';
import { visibleText } from '../shared/text.ts';
import { asksSomething, phrasing, question, smallTalk } from './answer-question.ts';
import { messagesFor, type Assistant } from './assistant.ts';
import { namedPlace } from '../shared/named-place.ts';
import { isBareNumber, isYes, optionByWords } from './choice.ts';
import { changeAudience, runCommand } from './commands.ts';
import { say, tooLong } from './compose.ts';
import type { Match, Matcher } from '../matching/matcher.ts';
import { consentAnswer } from './keep-consent.ts';
import { offeringToKeep } from './keep-plan.ts';
import type { Keeps } from './keeps.ts';
import { everythingOff, withoutOffDialogs } from './off-turn.ts';
import type { SavedPlan } from './saved-plan.ts';
import type { Session } from './session.ts';
import { closed, existingOptions, existingTopics, showAnswer, showChoice, showPicked } from './show.ts';
import { showMore, type MoreWanted } from './more.ts';
import { notePress, openQuestion, outdated, type Press } from './presses.ts';
import type { Setting } from './setting.ts';
import { withoutPlan } from './shared-place.ts';
import { QUICK_DIALOG } from './dialogs/book.ts';
import { askAgainBelow } from './dialogs/dialog-turn.ts';
import { filledForm, type FilledForm } from './dialogs/filled-form.ts';
import { dialogWord } from './dialogs/dialog-word.ts';
import { dialogStart, dialogStartWithSlip, dialogStep } from './dialogs/step.ts';
import { isOff } from './switched-off.ts';
import { asAside, aside, below, NO_QUESTION, type TurnResult } from './turn-result.ts';

/** The assistant reads no longer messages than this. Characters. */
export const LONGEST_MESSAGE = 2_000;

/** So much of a longer one is still searched for danger to life. Characters. */
const LONGEST_SCANNED = 10_000;

/** An answer to "who are you?" is short; a longer message says something else. Words. */
const LONGEST_WHO = 6;

export interface Message {
  text: string;
  /** Present when the text is the label of a button that was pressed. */
  press?: Press;
  /** A form that was filled in; the text says nothing then. */
  form?: FilledForm;
  /** What of a long reply is wanted, when a channel showed only its beginning. */
  more?: MoreWanted;
  /** True where others read along. */
  shared?: boolean;
  /** True for a single question without a conversation around it. */
  oneShot?: boolean;
  /** The plan that the person asked to keep before. */
  plan?: SavedPlan;
  /** True where the channel can keep a plan for this person alone, and speak up by itself later. */
  canRemind?: boolean;
  /** What the channel keeps of this conversation; absent where it keeps nothing, or that is not known. */
  keeps?: Keeps;
}

/**
 * One turn of a conversation: what to say to a message, and what to remember. Pure: the same message, session and day
 * always give the same result.
 *
 * @param today in the Netherlands; an answer whose review is overdue says so
 */
export function turn(message: Message, before: Session, today: Temporal.PlainDate, everyTurns: Assistant): TurnResult {
  const assistant = { ...everyTurns, match: remembering(everyTurns.match) };
  const { pressed, ...typed } = before;
  const known = message.press === undefined ? typed : notePress(message.press, before);
  if (known === undefined) return { replies: [], session: before, effects: [], outcome: NO_QUESTION };
  const result = take(message, { ...known, turns: (before.turns ?? 0) + 1 }, today, assistant);
  // Whatever was made of the message: a channel that keeps messages does not keep these words.
  const isAboutHealth = assistant.phrases.namesIllness(visibleText(message.text.slice(0, LONGEST_SCANNED)));
  return placed(isAboutHealth ? aboutHealth(result) : result, today, assistant);
}

function take(message: Message, before: Session, today: Temporal.PlainDate, assistant: Assistant): TurnResult {
  const whole = visibleText(message.text.slice(0, LONGEST_SCANNED)).replaceAll(/\s+/gu, ' ');
  const text = whole.slice(0, LONGEST_MESSAGE);
  const canAskBack = message.oneShot !== true;
  const { danger: dangerBefore, keeping, ...known } = before;
  const shared = message.shared === true;
  const came: Setting = {
    session: { ...known, welcomed: true },
    today,
    assistant,
    canAskBack,
    shared,
    ...present({ plan: message.plan, canRemind: message.canRemind, keeps: message.keeps }),
  };
  const alarm = danger(whole, dangerBefore, came);
  if (alarm !== undefined) return alarm;
  const away = everythingOff(text, came);
  if (away !== undefined) return away;
  const heard: Setting = { ...came, session: listening(message, text, came.session, assistant) };
  const result = withoutOffDialogs(heard, (setting) => {
    const answered = message.form && filledForm(message.form, setting);
    if (answered !== undefined) return answered;
    // With the words of the button itself not yet listened to: they may answer the very question.
    const late =
      message.press && outdated(message.press, { ...came, session: { ...came.session, ...present({ keeping }) } });
    const more = message.more && showMore(message.more, setting);
    const consent =
      late === undefined && more === undefined && keeping ? consentAnswer(text, keeping, setting) : undefined;
    if (consent !== undefined) return noIllnessNeeded(text, setting, consent);
    return late ?? more ?? unreadable(whole, setting) ?? noIllnessNeeded(text, setting, understand(text, setting));
  });
  return offeringToKeep(withoutPlan(result, heard), heard);
}

/** Several steps of a turn ask what the same words match. */
function remembering(match: Matcher): Matcher {
  const found = new Map<string, Match>();
  return (text) => {
    const before = found.get(text) ?? match(text);
    found.set(text, before);
    return before;
  };
}

/** Notes in each reply that can be reacted to where it stands. */
function placed(result: TurnResult, today: Temporal.PlainDate, assistant: Assistant): TurnResult {
  const { session, replies } = result;
  if (replies.every(({ choices, form }) => choices === undefined && form === undefined)) return result;
  const question = openQuestion({ session, today, assistant, canAskBack: true, shared: false });
  const place = { turn: session.turns ?? 1, question };
  return { ...result, replies: replies.map((reply) => ({ ...reply, place })) };
}

function understand(text: string, setting: Setting): TurnResult {
  return (
    command(text, setting) ??
    dialogStart(text, setting) ??
    dialogWord(text, setting) ??
    dialogStep(text, setting) ??
    who(text, setting) ??
    choice(text, setting) ??
    smallTalk(text, setting) ??
    phrasing(text, setting) ??
    dialogStartWithSlip(text, setting) ??
    question(text, setting)
  );
}

/** Who names an illness hears that it is not needed: within a dialog each time, elsewhere once. */
function noIllnessNeeded(text: string, { session, assistant, shared }: Setting, result: TurnResult): TurnResult {
  if (!assistant.phrases.namesIllness(text)) return result;
  if (session.dialog?.active !== true && session.illnessNoted === true) return result;
  const { noIllness, noIllnessShared } = messagesFor(assistant, session).dialog;
  const note = say(session, shared ? noIllnessShared : noIllness);
  return below(note, { ...result, session: { ...result.session, illnessNoted: true } });
}

function aboutHealth(result: TurnResult): TurnResult {
  return { ...result, replies: result.replies.map((reply) => ({ ...reply, aboutHealth: true })) };
}

/**
 * The first words to someone who has not typed anything yet; no words when they were said before.
 *
 * @param shared true where others read along
 */
export function welcome(session: Session, assistant: Assistant, shared = false): TurnResult {
  if (session.welcomed) return { replies: [], session, effects: [], outcome: NO_QUESTION };
  const messages = messagesFor(assistant, session);
  if (assistant.off.everything)
    return aside(session, say(session, `${messages.off.everything} ${assistant.person(messages)}`));
  const greeted = { ...session, welcomed: true };
  if (shared) return aside(greeted, say(session, messages.welcomeShared));
  const dates = isOff(assistant, QUICK_DIALOG)
    ? undefined
    : assistant.dialogs.byId(QUICK_DIALOG)?.texts.button[languageOf(session.level)];
  const labels = [
    messages.welcomeQuestion,
    ...(dates === undefined ? [] : [dates]),
    messages.welcomeHelp,
    messages.welcomeOther,
  ];
  const place = { turn: 0, question: '' };
  return aside(greeted, { ...say(session, messages.welcome), choices: { labels, numbered: false }, place });
}

/** Notes who is asking, when the words show it. Words against what was said make it open again, so that it is asked. */
function listening(message: Message, text: string, session: Session, { phrases }: Assistant): Session {
  // Within a dialog the role is known, and the words of an answer may be about the other side.
  if (session.dialog?.active === true && session.audience !== undefined) return session;
  const heard = phrases.speaksAs(text);
  if (heard === undefined || heard === session.audience) return session;
  if (session.audienceSaid !== true) return { ...session, audience: heard };
  if (message.oneShot === true) return session;
  const { audience, audienceSaid, ...open } = session;
  return open;
}

/** Danger to life comes before everything, and a bare "yes" or "no" after it is about the danger still. An open dialog waits. */
function danger(text: string, before: Session['danger'], { session, assistant }: Setting): TurnResult | undefined {
  const word = assistant.phrases.dialogWord(text);
  const kind = assistant.danger(text) ?? (word === 'yes' || word === 'no' ? before : undefined);
  if (kind === undefined) return undefined;
  const messages = messagesFor(assistant, session);
  const { dialog } = session;
  return aboutHealth({
    replies: [say(session, kind === 'suicide' ? messages.dangerSuicide : messages.dangerEmergency)],
    session: { ...session, danger: kind, ...(dialog && { dialog: { ...dialog, active: false } }) },
    effects: [],
    outcome: { decision: 'answer', topics: ['mens-spreken'], confidence: 1 },
  });
}

function unreadable(whole: string, setting: Setting): TurnResult | undefined {
  const { session, assistant } = setting;
  const isEmpty = !/[\p{L}\p{N}]/u.test(whole);
  if (!isEmpty && whole.length <= LONGEST_MESSAGE) return undefined;
  const remark = isEmpty
    ? say(session, messagesFor(assistant, session).empty)
    : tooLong(LONGEST_MESSAGE, session, assistant);
  return askAgainBelow(aside(session, remark), setting);
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
  if (assistant.topicByPhrasing(text) !== undefined || decision === 'answer' || asksSomething(text)) return undefined;
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
