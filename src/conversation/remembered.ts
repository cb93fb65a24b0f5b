import type { Temporal } from 'temporal-polyfill';
import { titleAt } from '../knowledge/knowledge.ts';
import type { Audience } from '../shared/audience.ts';
import { languageOf, type Level } from '../shared/level.ts';
import { present } from '../shared/present.ts';
import type { Assistant } from './assistant.ts';
import { running, type DialogState } from './dialogs/state.ts';
import { answerText, labelOf } from './dialogs/words.ts';
import type { Session } from './session.ts';

/** What was filled in within a guided dialog. */
export interface RememberedDialog {
  title: string;
  answers: readonly { question: string; answer: string }[];
}

/** What a session remembers, in words. */
export interface Remembered {
  /** Who is asking; `said` is false when it was made out from the words of a question. */
  audience?: { who: Audience; said: boolean };
  level: Level;
  /** Titles of what was shown last. */
  shown: readonly string[];
  /** Titles of what was offered last. */
  offered: readonly string[];
  dialogs: readonly RememberedDialog[];
  /** An illness was named; never which. */
  illness: boolean;
  /** The last message pointed to danger to life. */
  danger: boolean;
  messages: number;
  /** When a button was pressed last. Milliseconds since 1970. */
  pressedAt?: number;
}

/** @param today in the Netherlands */
export function rememberedOf(session: Session, today: Temporal.PlainDate, assistant: Assistant): Remembered {
  const { level, answered = [], waiting = [], signpost, choice, dialog, leftDialogs = [] } = session;
  const titles = (ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => {
      const option = assistant.option(id);
      return option === undefined ? [] : [titleAt(option, level)];
    });
  return {
    level,
    shown: titles([...answered, ...waiting, ...(signpost === undefined ? [] : [signpost])]),
    offered: titles(choice?.options ?? []),
    dialogs: [...leftDialogs, ...(dialog ? [dialog] : [])]
      .map((state) => rememberedDialog(state, session, today, assistant))
      .filter(({ answers }) => answers.length > 0),
    illness: session.illnessNoted === true,
    danger: session.danger !== undefined,
    messages: session.turns ?? 0,
    ...present({
      audience: session.audience && { who: session.audience, said: session.audienceSaid === true },
      pressedAt: session.pressed?.at,
    }),
  };
}

/** Whether a person chose, filled in or was shown nothing that is remembered. */
export function remembersNothing({ audience, shown, offered, dialogs, illness, danger }: Remembered): boolean {
  return audience === undefined && [...shown, ...offered, ...dialogs].length === 0 && !illness && !danger;
}

function rememberedDialog(
  state: DialogState,
  session: Session,
  today: Temporal.PlainDate,
  assistant: Assistant,
): RememberedDialog {
  const setting = { session: { ...session, dialog: state }, today, assistant, canAskBack: true, shared: false };
  const now = running(setting, session.audience ?? 'employee');
  const answers = Object.entries(state.answers);
  // A dialog that is no longer there has no words any more: what is kept of it is shown as it is.
  if (now === undefined)
    return { title: state.id, answers: answers.map(([question, answer]) => ({ question, answer: String(answer) })) };
  const voice = { session, assistant, running: now };
  return {
    title: now.dialog.texts.title[languageOf(session.level)],
    answers: answers.map(([name, answer]) => ({
      question: labelOf(name, voice),
      answer: answerText(name, answer, voice),
    })),
  };
}
