import type { Command } from '../knowledge/knowledge.ts';
import { messagesFor, type Assistant } from './assistant.ts';
import { runCommand } from './commands.ts';
import { say } from './compose.ts';
import { dialogOff } from './dialogs/dialog-off.ts';
import type { Session } from './session.ts';
import type { Setting } from './setting.ts';
import { isOff } from './switched-off.ts';
import { aside, below, type TurnResult } from './turn-result.ts';

/** What always works: seeing and deleting what is kept. */
const ALWAYS_CARRIED_OUT: ReadonlySet<Command> = new Set(['forget', 'data', 'deletePlan']);

/** While everything is switched off: that it is, and whom to ask. Nothing when the assistant works. */
export function everythingOff(text: string, setting: Setting): TurnResult | undefined {
  const { session, assistant } = setting;
  if (!assistant.off.everything) return undefined;
  const command = assistant.phrases.command(text);
  if (command !== undefined && ALWAYS_CARRIED_OUT.has(command)) return runCommand(command, setting);
  const messages = messagesFor(assistant, session);
  const { distress, off } = messages;
  const heard = assistant.phrases.smallTalk(text) === 'distress' ? [distress] : [];
  return aside(session, say(session, ...heard, `${off.everything} ${assistant.person(messages)}`));
}

/** Takes a turn in which no dialog goes on that is switched off; its answers are kept for later. */
export function withoutOffDialogs(setting: Setting, take: (setting: Setting) => TurnResult): TurnResult {
  const { session, assistant } = setting;
  const open = offDialog(session, assistant);
  const before = open === undefined ? session : left(session);
  const result = take({ ...setting, session: before });
  const started = offDialog(result.session, assistant);
  if (started !== undefined) return aside(before, say(before, dialogOff(started, before, assistant)));
  if (open === undefined || result.effects.length > 0) return result;
  return below(say(result.session, dialogOff(open, result.session, assistant)), result);
}

/** The id of the dialog at hand, when that is switched off. */
function offDialog({ dialog }: Session, assistant: Assistant): string | undefined {
  return dialog?.active === true && isOff(assistant, dialog.id) ? dialog.id : undefined;
}

function left({ dialog, ...rest }: Session): Session {
  return dialog === undefined ? rest : { ...rest, dialog: { ...dialog, active: false } };
}
