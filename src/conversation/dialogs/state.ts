import { AnswerReader, type Answer, type Answers } from '../../dialog-engine/answers.ts';
import type { DialogContext } from '../../dialog-engine/definition.ts';
import { resolve, stillValid, type Position } from '../../dialog-engine/resolve.ts';
import type { Audience } from '../../shared/audience.ts';
import type { Session } from '../session.ts';
import type { Setting } from '../setting.ts';
import type { GuidedDialog } from './book.ts';

/** What a session keeps of a dialog. */
export type DialogState = NonNullable<Session['dialog']>;

/** A dialog in this turn: where it stands, and all that its texts and rules look at. */
export interface Running {
  dialog: GuidedDialog;
  state: DialogState;
  context: DialogContext;
  position: Position;
}

/** A dialog that has just begun. */
export function newState(id: string, { definition }: GuidedDialog, answers: Answers = {}): DialogState {
  return { id, version: definition.version, answers: { ...answers } as DialogState['answers'], active: true };
}

/** The dialog of a session, replayed; nothing when there is none, or it no longer exists. @param audience whose words it speaks */
export function running({ session, today, assistant }: Setting, audience: Audience): Running | undefined {
  const { dialog: state } = session;
  const dialog = state === undefined ? undefined : assistant.dialogs.byId(state.id);
  if (state === undefined || dialog === undefined) return undefined;
  const context: DialogContext = { today, audience, figures: assistant.knowledge.figures };
  return replay({ dialog, state, context });
}

/** The same dialog with its place worked out anew. */
export function replay({ dialog, state, context }: Omit<Running, 'position'>): Running {
  const answers = stillValid(dialog.definition, state.answers, state.version);
  const position = resolve(dialog.definition, answers, context, state.asking);
  return { dialog, state, context, position };
}

/** The dialog after an answer to the question at hand. Later answers stay, and count again where the route passes them. */
export function answered({ dialog, state, context, position }: Running, answer: Answer): Running {
  const { asking, offered, asides, assumed, ...rest } = state;
  const { node } = position;
  const stillAssumed = assumed?.filter((name) => name !== node) ?? [];
  return replay({
    dialog,
    context,
    state: {
      ...rest,
      version: dialog.definition.version,
      answers: {
        ...stillValid(dialog.definition, state.answers, state.version),
        [node]: answer,
      } as DialogState['answers'],
      ...(stillAssumed.length > 0 && { assumed: stillAssumed }),
    },
  });
}

/** The dialog at a question that was answered before, to change the answer. */
export function changing({ dialog, state, context }: Running, question: string): Running {
  return replay({ dialog, context, state: { ...state, asking: question } });
}

/** The dialog with the answers that most people give, for as long as there are any. */
export function withUsualAnswers(start: Running): Running {
  let now = start;
  const assumed: string[] = [];
  for (;;) {
    const usual = now.position.done ? undefined : now.dialog.definition.questions[now.position.node]?.usual;
    if (usual === undefined) break;
    assumed.push(now.position.node);
    now = answered(now, usual);
  }
  return assumed.length === 0 ? now : replay({ ...now, state: { ...now.state, assumed } });
}

/** What the answers on the route say. */
export function reader({ position }: Running): AnswerReader {
  return new AnswerReader(position.answers);
}

/** The dialog that is open in a session, replayed; nothing while it is not known who is asking. */
export function current(setting: Setting): Running | undefined {
  const { session } = setting;
  if (session.dialog?.active !== true || session.audience === undefined) return undefined;
  return running(setting, session.audience);
}
