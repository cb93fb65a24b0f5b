import { Temporal } from 'temporal-polyfill';
import { dateText } from '../dates/date-text.ts';
import { requestOf } from '../deadlines/request.ts';
import { withoutRepeats } from '../documents/make-plan.ts';
import { languageOf } from '../shared/level.ts';
import { fill, messagesFor } from './assistant.ts';
import { say } from './compose.ts';
import { QUICK_DIALOG } from './dialogs/book.ts';
import { tableOf } from './dialogs/dates-table.ts';
import { dialogOff } from './dialogs/dialog-off.ts';
import { askAgainBelow } from './dialogs/dialog-turn.ts';
import { outcomeOf } from './dialogs/outcome.ts';
import { current, running } from './dialogs/state.ts';
import { isOff } from './switched-off.ts';
import { keptDates, type KeptDates } from './kept-dates.ts';
import { plannedReminders } from './planned-reminders.ts';
import { plain, type PlanDocuments, type Reply } from './reply.ts';
import type { SavedPlan } from './saved-plan.ts';
import type { Session } from './session.ts';
import type { Setting } from './setting.ts';
import { closed } from './show.ts';
import { aside, type TurnResult } from './turn-result.ts';

/** A plan is kept for no longer, however far away its last date is. Months. */
const LONGEST_KEPT = 24;

/** So long after its last date a plan is still kept. Months. */
const KEPT_AFTER = 2;

/** The plan of a conversation, worked out from the answers of the dialog about dates. */
interface OwnPlan extends KeptDates {
  documents: PlanDocuments;
  /** The last day on which it would be kept. */
  until: Temporal.PlainDate;
}

/** Asks for consent to keep the plan, or says why it cannot be kept here and what can be done instead. */
export function askToKeep(setting: Setting): TurnResult {
  const { session, assistant, shared, canRemind } = setting;
  if (shared) return onlyAlone(setting);
  const messages = messagesFor(assistant, session);
  const own = ownPlan(setting);
  if (canRemind !== true) {
    const [section] = say(session, messages.plan.notHere).sections;
    const sections = section === undefined ? [] : [{ ...section, ...(own && { documents: own.documents }) }];
    return askAgainBelow(aside(session, { level: session.level, sections }), setting);
  }
  if (own === undefined) return noDates(setting);
  // Who is ill has to agree, and nobody can do that for another.
  if (session.audience === 'employer')
    return askAgainBelow(aside(session, say(session, messages.plan.aboutOther)), setting);
  if (!hasComing(own)) return askAgainBelow(aside(session, say(session, messages.plan.allPast)), setting);
  const asked = { ...closed(paused(setting)), keeping: { until: own.until.toString() } };
  return aside(asked, consentReply({ ...setting, session: asked }));
}

/** The question whether the plan may be kept, with all that has to be known to say yes. @param above what is said before it */
export function consentReply({ session, assistant, plan }: Setting, ...above: string[]): Reply {
  const messages = messagesFor(assistant, session);
  const until = session.keeping?.until;
  if (until === undefined) throw new Error('nothing was asked to be kept');
  const replaces = plan === undefined ? [] : [fill(messages.plan.replaces, { since: inWords(plan.agreedOn, session) })];
  return {
    level: session.level,
    sections: [
      ...above.map(plain),
      {
        title: messages.plan.ask,
        notes: [],
        text: [fill(messages.plan.consent, { until: inWords(until, session) }), ...replaces].join('\n\n'),
        sources: [],
      },
    ],
    choices: { labels: [messages.plan.yes, messages.plan.no], numbered: false, onlyNow: true },
  };
}

/** Keeps the plan, after a yes. @param until the last day that was named in the question */
export function keep(until: string, setting: Setting): TurnResult {
  const { session, assistant, today, plan: before } = setting;
  const messages = messagesFor(assistant, session);
  const own = ownPlan(setting);
  if (own === undefined) return noDates(setting);
  const { request, audience } = own.documents;
  const plan: SavedPlan = { request, audience, level: session.level, agreedOn: today.toString(), keptUntil: until };
  const reminders = plannedReminders(own.plan, audience, Temporal.PlainDate.from(until));
  const [first] = reminders;
  const sections = [
    fill(messages.plan.kept, { until: inWords(until, session) }),
    ...(before === undefined ? [] : [messages.plan.replaced]),
    first === undefined ? messages.plan.noReminders : fill(messages.plan.first, { date: inWords(first.day, session) }),
    messages.plan.how,
  ].join('\n\n');
  const reply: Reply = {
    ...say(session, sections),
    choices: { labels: [messages.plan.show, messages.plan.delete], numbered: false },
  };
  return aside(session, reply, [{ kind: 'keepPlan', plan, reminders }]);
}

/** The plan that is kept, with its dates as they are today. */
export function showKept(setting: Setting): TurnResult {
  const { session, assistant, today, shared, plan } = setting;
  if (shared) return onlyAlone(setting);
  const messages = messagesFor(assistant, session);
  if (plan === undefined) return askAgainBelow(aside(session, say(session, messages.plan.none)), setting);
  const { request, audience, agreedOn, keptUntil } = plan;
  const isAway = isOff(assistant, QUICK_DIALOG);
  const reader = { level: session.level, audience, today };
  const dates = isAway ? undefined : keptDates(request, reader, assistant);
  const kept = fill(messages.plan.since, { since: inWords(agreedOn, session), until: inWords(keptUntil, session) });
  const choices = { labels: [messages.plan.delete], numbered: false };
  if (dates === undefined) {
    const why = isAway ? dialogOff(QUICK_DIALOG, session, assistant) : messages.plan.unreadable;
    return aside(session, { ...say(session, `${kept}\n\n${why}`), choices });
  }
  return aside(session, {
    level: session.level,
    sections: [
      {
        title: messages.plan.title,
        notes: [audience === 'employee' ? messages.forEmployee : messages.forEmployer],
        text: `${kept} ${messages.plan.anew}`,
        sources: [],
        table: tableOf(withoutRepeats(dates.plan).rows, setting),
        documents: { request, audience },
      },
      plain(messages.dialog.disclaimer),
    ],
    choices,
  });
}

/** Deletes the plan that is kept. Also where none can be read: what is stored may be of another format. */
export function deleteKept(setting: Setting): TurnResult {
  const { session, assistant, shared, plan } = setting;
  if (shared) return onlyAlone(setting);
  const messages = messagesFor(assistant, session).plan;
  const said = plan === undefined ? messages.none : messages.deleted;
  const result = aside(session, say(session, said), [{ kind: 'deletePlan' }]);
  return askAgainBelow(result, setting);
}

/** A result that shows personal dates, with the offer to keep them where that can be done. */
export function offeringToKeep(result: TurnResult, setting: Setting): TurnResult {
  const { session, replies } = result;
  if (setting.canRemind !== true || setting.shared || session.dialog?.active !== true) return result;
  if (session.dialog.id !== QUICK_DIALOG || session.audience !== 'employee') return result;
  const messages = messagesFor(setting.assistant, session);
  // The choice that only stands below dates.
  const after = messages.dialog.derivation;
  const shows = ({ choices }: Reply) => choices?.labels.includes(after) === true;
  if (!replies.some(shows) || !hasComing(ownPlan({ ...setting, session }))) return result;
  return {
    ...result,
    replies: replies.map((reply) => {
      if (reply.choices === undefined || !shows(reply)) return reply;
      const labels = reply.choices.labels.flatMap((label) => (label === after ? [label, messages.plan.keep] : [label]));
      return { ...reply, choices: { ...reply.choices, labels } };
    }),
  };
}

/** What the answers of the dialog about dates come to, also when another dialog was begun after it. */
function ownPlan(setting: Setting): OwnPlan | undefined {
  const { session, assistant, today } = setting;
  const { dialog, leftDialogs = [], audience, level } = session;
  const state = [...(dialog ? [dialog] : []), ...leftDialogs].find(({ id }) => id === QUICK_DIALOG);
  if (state === undefined || audience === undefined || isOff(assistant, QUICK_DIALOG)) return undefined;
  const asked = { ...session, dialog: state };
  const now = running({ ...setting, session: asked }, audience);
  if (now?.position.done !== true) return undefined;
  const verzuim = outcomeOf({ session: asked, assistant, running: now })?.plan?.verzuim;
  if (verzuim === undefined) return undefined;
  const request = requestOf(verzuim);
  const dates = keptDates(request, { level, audience, today }, assistant);
  const last = dates?.plan.rows
    .map(({ date }) => date)
    .toSorted((one, other) => Temporal.PlainDate.compare(one, other));
  const end = last?.at(-1);
  if (dates === undefined || end === undefined) return undefined;
  const longest = today.add({ months: LONGEST_KEPT });
  const after = end.add({ months: KEPT_AFTER });
  const until = Temporal.PlainDate.compare(after, longest) < 0 ? after : longest;
  return { ...dates, documents: { request, audience }, until };
}

function hasComing(own: OwnPlan | undefined): boolean {
  return own?.plan.rows.some(({ phase }) => phase !== 'past') === true;
}

/** The session with a dialog that waits for an answer left: the next answer is about keeping the plan. */
function paused(setting: Setting): Session {
  const { session } = setting;
  if (session.dialog?.active !== true || current(setting)?.position.done === true) return session;
  return { ...session, dialog: { ...session.dialog, active: false } };
}

/** Says how to come to dates that can be kept. */
function noDates(setting: Setting): TurnResult {
  const { session, assistant } = setting;
  const messages = messagesFor(assistant, session);
  if (isOff(assistant, QUICK_DIALOG))
    return askAgainBelow(aside(session, say(session, dialogOff(QUICK_DIALOG, session, assistant))), setting);
  const start = assistant.dialogs.byId(QUICK_DIALOG)?.texts.button[languageOf(session.level)];
  const reply: Reply = {
    ...say(session, messages.plan.noDates),
    ...(start !== undefined && { choices: { labels: [start], numbered: false } }),
  };
  return askAgainBelow(aside(session, reply), setting);
}

function onlyAlone({ session, assistant }: Setting): TurnResult {
  return aside(session, { ...say(session, messagesFor(assistant, session).plan.elsewhere), elsewhere: true });
}

function inWords(day: string, { level }: Session): string {
  return dateText(Temporal.PlainDate.from(day), languageOf(level));
}
