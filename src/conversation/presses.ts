import { messagesFor } from './assistant.ts';
import { say } from './compose.ts';
import { askAgainBelow } from './dialogs/dialog-turn.ts';
import { current } from './dialogs/state.ts';
import type { ReplyPlace } from './reply.ts';
import type { Session } from './session.ts';
import type { Setting } from './setting.ts';
import { aside, type TurnResult } from './turn-result.ts';

/** The same button within this time is a double click. Milliseconds. */
const DOUBLE_CLICK = 10_000;

/** A button that was pressed, instead of words that were typed. */
export interface Press {
  /** Tells it from other buttons of the same reply, and from the same button with other input. */
  button: string;
  /** Where the reply with the button stands. */
  place: ReplyPlace;
  /** True when the button answers the question that was open there. */
  onlyNow: boolean;
  /** When it was pressed. Milliseconds since 1970. */
  at: number;
}

/** Names the question that is open in a conversation; empty when none is. */
export function openQuestion(setting: Setting): string {
  const { keeping } = setting.session;
  return keeping === undefined ? questionBelow(setting) : `keep ${keeping.until}`;
}

/** The question that stays open below the one whether the plan may be kept. */
function questionBelow(setting: Setting): string {
  const { dialog, waiting, choice } = setting.session;
  if (dialog?.active === true) return `${dialog.id} ${current(setting)?.position.node ?? 'who'}`;
  if (waiting !== undefined) return `who ${waiting.join(' ')}`;
  return choice?.open === true ? `which ${choice.options.join(' ')}` : '';
}

/** The session with the press noted; nothing when it is the second press of a double click. */
export function notePress({ place, button, at }: Press, session: Session): Session | undefined {
  const pressed = { button: `${place.turn} ${button}`, at };
  const before = session.pressed;
  const isSecond = before?.button === pressed.button && Math.abs(at - before.at) < DOUBLE_CLICK;
  return isSecond ? undefined : { ...session, pressed };
}

/** Says that a button belongs to a question that is no longer open; nothing when it is. */
export function outdated({ place, onlyNow }: Press, setting: Setting): TurnResult | undefined {
  if (!onlyNow || [openQuestion(setting), questionBelow(setting)].includes(place.question)) return undefined;
  const { session, assistant } = setting;
  return askAgainBelow(aside(session, say(session, messagesFor(assistant, session).outdated)), setting);
}
