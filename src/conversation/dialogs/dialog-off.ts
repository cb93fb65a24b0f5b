import { languageOf } from '../../shared/level.ts';
import { fill, messagesFor, type Assistant } from '../assistant.ts';
import type { Session } from '../session.ts';

/** Says that a dialog is switched off for now, and whom to ask. */
export function dialogOff(id: string, session: Session, assistant: Assistant): string {
  const messages = messagesFor(assistant, session);
  const title = assistant.dialogs.byId(id)?.texts.title[languageOf(session.level)] ?? '';
  return `${fill(messages.off.dialog, { title })} ${assistant.person(messages)}`;
}
