import { dependsOnAudience, type Command } from '../knowledge/knowledge.ts';
import type { Audience } from '../shared/audience.ts';
import type { Level } from '../shared/level.ts';
import { messagesFor } from './assistant.ts';
import { say } from './compose.ts';
import { tellData } from './my-data.ts';
import { askAgainBelow, pause, show, startAgain, stepBack } from './dialogs/dialog-turn.ts';
import { askToKeep, deleteKept, showKept } from './keep-plan.ts';
import { newSession, type Session } from './session.ts';
import { closed, existingOptions, existingTopics, showAnswer, showChoice, showSignpost } from './show.ts';
import type { Setting } from './setting.ts';
import { asAside, aside, below, type TurnResult } from './turn-result.ts';

/** Carries out a command word. */
export function runCommand(command: Command, setting: Setting): TurnResult {
  switch (command) {
    case 'help':
      // Help in the middle of a choice leaves the choice open.
      return askAgainBelow(tell(setting, 'help', setting.session), setting);
    case 'stop':
      return pause(setting) ?? tell(setting, 'stopped', closed(setting.session));
    case 'back':
      return stepBack(setting) ?? goBack(setting);
    case 'restart':
      return (
        startAgain(setting) ??
        tell(setting, 'restarted', { ...newSession({ level: setting.session.level }), welcomed: true })
      );
    case 'forget':
      return forget(setting);
    case 'keepPlan':
      return askToKeep(setting);
    case 'showPlan':
      return showKept(setting);
    case 'deletePlan':
      return deleteKept(setting);
    case 'data':
      return tellData(setting);
    case 'simple':
      return changeLevel('nl-A2', setting);
    case 'simpler':
      if (setting.session.level !== 'en') return changeLevel('nl-A2', setting);
      // Who reads English and does not understand is not helped by Dutch.
      return askAgainBelow(tell(setting, 'plainestEnglish', setting.session), setting);
    case 'english':
      return changeLevel('en', setting);
    case 'dutch':
      return changeLevel('nl-B1', setting);
    case 'employee':
    case 'employer':
      return changeAudience(command, setting);
  }
}

function tell(
  setting: Setting,
  message: 'help' | 'stopped' | 'restarted' | 'plainestEnglish',
  session: Session,
): TurnResult {
  return aside(session, say(session, messagesFor(setting.assistant, session)[message]));
}

/** Everything is gone, also how the assistant was asked to write. */
function forget({ session, assistant }: Setting): TurnResult {
  const reply = { ...say(session, messagesFor(assistant, session).forgotten), clears: true as const };
  return aside(newSession(), reply, [{ kind: 'forget' }]);
}

function goBack(setting: Setting): TurnResult {
  const options = existingOptions(setting.session.choice?.options, setting.assistant).map(({ id }) => id);
  if (options.length > 0) return asAside(showChoice(options, 0, setting));
  return aside(
    setting.session,
    say(setting.session, messagesFor(setting.assistant, setting.session).nothingToGoBackTo),
  );
}

function changeLevel(level: Level, setting: Setting): TurnResult {
  const session: Session = { ...setting.session, level };
  const confirmed = say(session, messagesFor(setting.assistant, session).levelChosen);
  const again = openAgain({ ...setting, session });
  return again === undefined ? aside(session, confirmed) : asAside(below(confirmed, again));
}

/** What is open or was said last, once more: the question who is asking, a choice, or the last answer. */
function openAgain(setting: Setting): TurnResult | undefined {
  const { session, assistant } = setting;
  if (session.dialog?.active === true) return show(setting);
  const waiting = existingTopics(session.waiting, assistant);
  if (waiting.length > 0) return showAnswer(waiting, 0, setting);
  const signpost = session.signpost === undefined ? undefined : assistant.signpost(session.signpost);
  if (signpost !== undefined) return showSignpost(signpost, 0, setting);
  if (session.choice?.open === true) return showChoice(session.choice.options, 0, setting);
  const answered = existingTopics(session.answered, assistant);
  return answered.length > 0 ? showAnswer(answered, 0, setting) : undefined;
}

/** Notes who is asking, and shows the answer that waited for it. */
export function changeAudience(audience: Audience, setting: Setting): TurnResult {
  const session: Session = { ...setting.session, audience, audienceSaid: true };
  if (session.dialog?.active === true) return show({ ...setting, session });
  const waiting = existingTopics(session.waiting, setting.assistant);
  if (waiting.length > 0) return showAnswer(waiting, 1, { ...setting, session });
  const answered = existingTopics(session.answered, setting.assistant).filter(dependsOnAudience);
  if (answered.length > 0) return showAnswer(answered, 1, { ...setting, session });
  if (session.choice?.open === true) return asAside(showChoice(session.choice.options, 0, { ...setting, session }));
  return aside(session, say(session, messagesFor(setting.assistant, session).audienceSet));
}
