import { readDate } from '../../dates/read-date.ts';
import { languageOf } from '../../shared/level.ts';
import { asksSomething, phrasing, question, smallTalk } from '../answer-question.ts';
import { namedPlace } from '../../shared/named-place.ts';
import { changeAudience } from '../commands.ts';
import { messagesFor } from '../assistant.ts';
import { askAudience, say } from '../compose.ts';
import { closed } from '../show.ts';
import type { Setting } from '../setting.ts';
import { aside, below, type TurnResult } from '../turn-result.ts';
import { dialogAnswer, notUnderstood, picksOption } from './dialog-answer.ts';
import { askAgainBelow, quickDialog, show, startDialog, waitsForAudience, withDialog } from './dialog-turn.ts';
import { QUICK_DIALOG } from './book.ts';
import { current, newState } from './state.ts';

/** With the date no more than who is asking: "termijnen 12 maart 2025 werkgever". Words. */
const LONGEST_QUICK = 6;

/** A date that is not certain is asked back only when there is hardly anything beside it. Words. */
const LONGEST_UNSURE = 4;

/** A message that starts a guided dialog, or has the answer to its first question at once. */
export function dialogStart(text: string, setting: Setting): TurnResult | undefined {
  const { session, assistant, canAskBack } = setting;
  if (picksOption(text, setting)) return undefined;
  const quick = quickRule(text, setting);
  if (quick !== undefined) return quick;
  if (!canAskBack) return undefined;
  const dialog =
    assistant.dialogs.startedBy(text) ?? assistant.dialogs.startedBy(assistant.phrases.withoutCourtesy(text));
  return dialog === undefined ? undefined : startDialog(dialog, { ...setting, session: closed(session) });
}

/** A message that starts a guided dialog but for one slip. */
export function dialogStartWithSlip(text: string, setting: Setting): TurnResult | undefined {
  const dialog = setting.canAskBack ? setting.assistant.dialogs.startedBySlip(text) : undefined;
  return dialog === undefined ? undefined : startDialog(dialog, { ...setting, session: closed(setting.session) });
}

/**
 * The dates of "termijnen 12 maart 2025" at once; with a date that is not certain, the dialog that asks back. Nothing when
 * the message says or asks more.
 */
function quickRule(text: string, setting: Setting): TurnResult | undefined {
  const { session, assistant, canAskBack, today } = setting;
  const { phrases } = assistant;
  const rest = phrases.after('quick', text) ?? phrases.after('quick', phrases.withoutRole(text));
  const dialog = assistant.dialogs.byId(QUICK_DIALOG);
  if (dialog === undefined || rest === undefined || rest === '' || asksSomething(rest)) return undefined;
  if (assistant.topicByPhrasing(text) !== undefined || rest.split(' ').length > LONGEST_QUICK) return undefined;
  const dated = phrases.withoutRole(rest);
  const reading = readDate(dated, { today, leans: 'past', language: languageOf(session.level) });
  const said = phrases.saysWho(text);
  const audience = said === 'employee' || said === 'employer' ? said : session.audience;
  const asked = { ...setting, session: { ...closed(session), ...(audience && { audience }) } };
  if (reading.kind === 'date') {
    const result = quickDialog(dialog, reading, asked);
    // Without a conversation there is nothing to go on with.
    return canAskBack ? result : { ...result, replies: result.replies.map(({ choices, ...reply }) => reply) };
  }
  if (reading.kind === 'none' || !canAskBack || dated.split(' ').length > LONGEST_UNSURE) return undefined;
  // From its first question: answers of before, and their dates, are about another day.
  const fresh = withDialog(newState(QUICK_DIALOG, dialog), { ...asked.session, audience: audience ?? 'employee' });
  return dialogAnswer(dated, { ...asked, session: fresh }) ?? show({ ...asked, session: fresh });
}

/** The message within an open dialog: an answer, or something in between after which the step is asked again. */
export function dialogStep(text: string, setting: Setting): TurnResult | undefined {
  if (waitsForAudience(setting)) return dialogAudience(text, setting);
  const open = current(setting);
  if (open === undefined || open.position.done) return undefined;
  // A question that holds a number or a date is still a question.
  const asked = asksSomething(text) ? sideQuestion(text, setting) : undefined;
  const taken = asked ?? dialogAnswer(text, setting) ?? sideQuestion(text, setting);
  return taken ?? notUnderstood(setting);
}

function dialogAudience(text: string, setting: Setting): TurnResult {
  const { session, assistant } = setting;
  const place = namedPlace(text);
  const said = assistant.phrases.saysWho(text);
  if (place === 1 || said === 'employee') return changeAudience('employee', setting);
  if (place === 2 || said === 'employer') return changeAudience('employer', setting);
  // Who does not want to say gets the words for the employee, and may still change that.
  if (said === 'both' || assistant.phrases.dialogWord(text) === 'unknown')
    return show({ ...setting, session: { ...session, audience: 'employee' } });
  const asked = askAudience(session, assistant);
  const answered = sideQuestion(text, setting);
  if (answered === undefined) {
    const { notAnOption } = messagesFor(assistant, session).dialog;
    return aside(session, { ...asked, sections: [...say(session, notAnOption).sections, ...asked.sections] });
  }
  const { waiting, ...open } = answered.session;
  if (waiting !== undefined) return { ...answered, session: open };
  return below({ ...asked, sections: answered.replies.flatMap(({ sections }) => sections) }, aside(session, asked));
}

/** Fewer words than this are no question of their own, whatever they look like to the matcher. */
const SHORTEST_REMARK = 5;

/** From here on a message that does not ask is still taken for a question in between. Probability. */
const SURE_REMARK = 0.8;

/** The answer to a question in between, when there is one. */
function sideQuestion(text: string, setting: Setting): TurnResult | undefined {
  const small = smallTalk(text, setting);
  if (small !== undefined) return askAgainBelow(small, setting);
  const exact = phrasing(text, setting);
  if (exact !== undefined) return askAgainBelow(exact, setting);
  const asks = asksSomething(text);
  if (!asks && !isRemark(text, setting)) return undefined;
  const result = question(text, setting);
  const { decision, confidence } = result.outcome;
  const isSignpost = result.session.signpost !== undefined;
  const isSure = asks || (decision === 'answer' && confidence >= SURE_REMARK);
  if (!isSure || (decision === 'fallback' && !isSignpost)) return undefined;
  return askAgainBelow(result, setting);
}

/** A message of some length that does not start with yes or no: those belong to the question of the dialog. */
function isRemark(text: string, { assistant }: Setting): boolean {
  const [first = '', ...others] = text.split(' ');
  const word = assistant.phrases.dialogWord(first);
  return others.length + 1 >= SHORTEST_REMARK && word !== 'yes' && word !== 'no';
}
