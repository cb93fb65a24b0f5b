import type { Command } from '../knowledge/knowledge.ts';
import { LEVELS } from '../shared/level.ts';
import { foldText } from '../shared/text.ts';
import { asksSomething } from './answer-question.ts';
import { messagesFor } from './assistant.ts';
import { isBareNumber } from './choice.ts';
import { runCommand } from './commands.ts';
import { say } from './compose.ts';
import { consentReply, keep } from './keep-plan.ts';
import type { Session } from './session.ts';
import type { Setting } from './setting.ts';
import { aside, type TurnResult } from './turn-result.ts';

/** An answer of more words says or asks something else. */
const LONGEST_ANSWER = 5;

/** Commands about how the assistant writes: the question is asked again in those words. */
const WRITING: ReadonlySet<Command> = new Set(['simple', 'simpler', 'english', 'dutch']);

/**
 * The answer to the question whether the plan may be kept. Only a clear yes keeps it; what is neither yes nor no repeats the question
 * once. Nothing when the message is about something else: then the question lapses.
 *
 * @param setting with a session in which the question is no longer open
 */
export function consentAnswer(
  text: string,
  keeping: NonNullable<Session['keeping']>,
  setting: Setting,
): TurnResult | undefined {
  const { session, assistant } = setting;
  const messages = messagesFor(assistant, session);
  const command = assistant.phrases.command(text);
  if (command !== undefined && WRITING.has(command)) {
    const asked = { ...session, level: runCommand(command, setting).session.level, keeping };
    return aside(asked, consentReply({ ...setting, session: asked }));
  }
  const said = labelSaid(text, setting) ?? assistant.phrases.consent(text);
  if (said === 'yes') return keep(keeping.until, setting);
  const notKept = aside(session, say(session, messages.plan.notKept));
  if (said === 'no' || command === 'stop') return notKept;
  if (command !== undefined || !saysNothing(text, setting)) return undefined;
  if (keeping.repeated === true) return notKept;
  const asked = { ...session, keeping: { ...keeping, repeated: true as const } };
  return aside(asked, consentReply({ ...setting, session: asked }, messages.plan.onlyYes));
}

/** The buttons of the question, at any level. */
function labelSaid(text: string, { assistant }: Setting): 'yes' | 'no' | undefined {
  const folded = foldText(text);
  const is = (label: 'yes' | 'no') =>
    LEVELS.some((level) => foldText(assistant.knowledge.messages[level].plan[label]) === folded);
  return is('yes') ? 'yes' : is('no') ? 'no' : undefined;
}

/** Whether a message neither answers the question nor asks another: "ok", "hallo", "1", a thumb. */
function saysNothing(text: string, setting: Setting): boolean {
  const { phrases } = setting.assistant;
  const small = phrases.smallTalk(text);
  const word = phrases.dialogWord(text);
  return (
    small === 'greeting' ||
    small === 'thanks' ||
    word === 'yes' ||
    word === 'unknown' ||
    word === 'why' ||
    isBareNumber(text) ||
    phrases.withoutCourtesy(text) === '' ||
    beginsAsAnswer(text, setting)
  );
}

/** A yes or no with words around it that may turn it: "ja maar niet lang". */
function beginsAsAnswer(text: string, { assistant: { phrases } }: Setting): boolean {
  const words = text.split(' ');
  const word = phrases.dialogWord(words[0] ?? '');
  return (word === 'yes' || word === 'no') && words.length <= LONGEST_ANSWER && !asksSomething(text);
}
