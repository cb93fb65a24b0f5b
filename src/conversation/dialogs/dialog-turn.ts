import { Temporal } from 'temporal-polyfill';
import { dateText } from '../../dates/date-text.ts';
import type { DateReading } from '../../dates/reading.ts';
import type { Audience } from '../../shared/audience.ts';
import { AnswerReader, UNKNOWN } from '../../dialog-engine/answers.ts';
import { problemWith } from '../../dialog-engine/resolve.ts';
import { present } from '../../shared/present.ts';
import { languageOf } from '../../shared/level.ts';
import { fill, messagesFor } from '../assistant.ts';
import { askAudience, say } from '../compose.ts';
import type { Reply } from '../reply.ts';
import type { Session } from '../session.ts';
import type { Setting } from '../setting.ts';
import { aside, type TurnResult } from '../turn-result.ts';
import { askStep } from './ask-step.ts';
import type { GuidedDialog } from './book.ts';
import { explainProblem } from './explain-problem.ts';
import { outcomeReply } from './outcome.ts';
import { changing, current, newState, running, withUsualAnswers, type DialogState, type Running } from './state.ts';
import { language, messages, type Voice } from './words.ts';

/** The question that several dialogs share: its answer is taken over from one to the next. */
const SHARED_QUESTION = 'eersteZiektedag';

/**
 * Starts a dialog, or goes on with it where it was left; who is asking is asked first when it is not known. The first sick
 * day that another dialog heard is taken over, and said.
 */
export function startDialog(dialog: GuidedDialog, setting: Setting): TurnResult {
  const { id } = dialog.definition;
  const { session, assistant } = setting;
  const before = [...(session.leftDialogs ?? []), ...(session.dialog ? [session.dialog] : [])];
  const left = before.findLast((state) => state.id === id && Object.keys(state.answers).length > 0);
  const others = before.filter((state) => state.id !== id);
  const shared = SHARED_QUESTION in dialog.definition.questions ? sharedAnswer(others) : undefined;
  const fresh = newState(id, dialog, shared === undefined ? {} : { [SHARED_QUESTION]: shared });
  const started = withDialog(
    left ? { ...withoutAsides(left), active: true } : { ...fresh, ...(shared && { assumed: [SHARED_QUESTION] }) },
    session,
  );
  const words = messagesFor(assistant, started).dialog;
  if (left !== undefined) return show({ ...setting, session: started }, words.goingOn);
  if (shared === undefined) return show({ ...setting, session: started });
  const date = dateText(Temporal.PlainDate.from(shared), languageOf(started.level));
  return show({ ...setting, session: started }, fill(words.takenOver, { date }));
}

/** A session with another dialog at hand. What was open before is kept, to go on with later. */
export function withDialog(state: DialogState, { dialog: open, leftDialogs = [], ...rest }: Session): Session {
  const others = [...leftDialogs.filter(({ id }) => id !== open?.id), ...(open ? [open] : [])]
    .filter(({ id }) => id !== state.id)
    .map((other) => ({ ...other, active: false }));
  return { ...rest, dialog: state, ...(others.length > 0 && { leftDialogs: others }) };
}

/** The first sick day as it was said in another dialog. */
function sharedAnswer(states: readonly DialogState[]): string | undefined {
  const answer = states
    .map(({ answers }) => answers[SHARED_QUESTION])
    .findLast((one) => typeof one === 'string' && one !== UNKNOWN);
  return typeof answer === 'string' ? answer : undefined;
}

/** The same dialog from its first question. */
function restart(dialog: GuidedDialog, setting: Setting): TurnResult {
  const { definition } = dialog;
  return show({ ...setting, session: { ...setting.session, dialog: newState(definition.id, dialog) } });
}

/**
 * A dialog answered in one go: the first question with a date as it was read, the others as most people answer them. The outcome says
 * what was assumed.
 */
export function quickDialog(
  dialog: GuidedDialog,
  { date, precision }: Extract<DateReading, { kind: 'date' }>,
  setting: Setting,
): TurnResult {
  const { definition } = dialog;
  const state = newState(definition.id, dialog, { [definition.start]: date.toString() });
  const audience = setting.session.audience ?? 'employee';
  const session = { ...setting.session, audience, dialog: state };
  const start = running({ ...setting, session }, audience);
  if (start === undefined) throw new Error(`dialog ${definition.id} is not in the book`);
  // The date may be one that cannot stand; then the dialog says why.
  const question = definition.questions[definition.start];
  const problem = question && problemWith(question, date.toString(), new AnswerReader({}), start.context);
  if (problem !== undefined) {
    const asked = { ...session, dialog: newState(definition.id, dialog) };
    const voice = { session: asked, assistant: setting.assistant, running: start };
    return show({ ...setting, session: asked }, explainProblem(problem, date.toString(), voice));
  }
  const { read, readGuess } = messagesFor(setting.assistant, session).dialog;
  const above = fill(precision === 'exact' ? read : readGuess, {
    date: dateText(date, languageOf(session.level)),
  });
  return show(withState(setting, withUsualAnswers(start), audience), above);
}

/** The step or outcome at which the dialog of a session stands. @param above what is said before it */
export function show(setting: Setting, ...above: string[]): TurnResult {
  const { session, assistant } = setting;
  if (session.audience === undefined) return aside(session, askAudience(session, assistant));
  const now = running(setting, session.audience);
  if (now === undefined) return aside(session, say(session));
  const voice = { session, assistant, running: now };
  return aside(session, stepReply(voice, ...above));
}

function stepReply(voice: Voice, ...above: string[]): Reply {
  if (!voice.running.position.done) return askStep(voice, ...above);
  const outcome = outcomeReply(voice);
  return { ...outcome, sections: [...say(voice.session, ...above).sections, ...outcome.sections] };
}

/** The question before the one at hand, to answer it anew; nothing when no dialog is open. */
export function stepBack(setting: Setting): TurnResult | undefined {
  const now = current(setting);
  if (now === undefined) return undefined;
  const last = now.position.route.at(-1);
  const { firstQuestion } = messagesFor(setting.assistant, setting.session).dialog;
  return last === undefined ? show(setting, firstQuestion) : show(withState(setting, changing(now, last)));
}

/** The dialog that is open from its first question; nothing when none is. */
export function startAgain(setting: Setting): TurnResult | undefined {
  const now = current(setting);
  return now === undefined ? undefined : restart(now.dialog, setting);
}

/** Leaves a dialog with its answers kept; an outcome is simply left. Nothing when none is open. */
export function pause(setting: Setting): TurnResult | undefined {
  const { session, assistant } = setting;
  if (session.dialog?.active !== true) return undefined;
  const dialog = assistant.dialogs.byId(session.dialog.id);
  const left = { ...session, dialog: { ...session.dialog, active: false } };
  if (dialog === undefined || current(setting)?.position.done === true) return undefined;
  const { paused } = assistant.knowledge.messages[session.level].dialog;
  return aside(left, say(left, fill(paused, { title: dialog.texts.title[languageOf(session.level)] })));
}

/** A message that was dealt with in between, with the step asked again: once, then only how to go on. */
export function askAgainBelow(result: TurnResult, setting: Setting): TurnResult {
  const now = current(setting);
  if (now === undefined || now.position.done) return result;
  const { assistant } = setting;
  const state: DialogState = { ...now.state, asides: (now.state.asides ?? 0) + 1 };
  const session = { ...result.session, dialog: state };
  const voice = { session, assistant, running: { ...now, state } };
  const step = askStep(voice);
  const [first, ...others] = result.replies;
  const sections = first?.sections ?? [];
  const words = messages(voice).dialog;
  const again =
    state.asides === 1
      ? step.sections.slice(-1)
      : say(session, fill(words.stillOpen, { title: now.dialog.texts.title[language(voice)] })).sections;
  const { choice, ...open } = session;
  return {
    ...result,
    session: choice === undefined ? open : { ...open, choice: { ...choice, open: false } },
    replies: [
      {
        level: session.level,
        sections: [...sections, ...again],
        ...present({ choices: step.choices, expects: step.expects }),
      },
      ...others,
    ],
  };
}

/** True when a dialog waits to hear who is asking. */
export function waitsForAudience({ session }: Setting): boolean {
  return session.dialog?.active === true && session.audience === undefined;
}

/** The setting with a dialog in another place. */
export function withState(setting: Setting, { state }: Running, audience?: Audience): Setting {
  return {
    ...setting,
    session: { ...setting.session, ...(audience && { audience }), dialog: { ...state, active: true } },
  };
}

/** A dialog to which someone comes back after questions in between. */
export function withoutAsides({ asides, ...state }: DialogState): DialogState {
  return state;
}
