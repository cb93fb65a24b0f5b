import { answerAll } from '../../dialog-engine/resolve.ts';
import { formAnswers } from '../../dialog-engine/form-answers.ts';
import type { Setting } from '../setting.ts';
import { closed } from '../show.ts';
import type { TurnResult } from '../turn-result.ts';
import { show, withDialog } from './dialog-turn.ts';
import { explainProblem } from './explain-problem.ts';
import { newState, running } from './state.ts';

/** A form that was filled in: the values by the name of their question, as a channel gives them. */
export interface FilledForm {
  dialog: string;
  values: Readonly<Record<string, string>>;
}

/**
 * Takes all answers of a form at once: the outcome, or the first question that has no answer or none that can stand. From
 * there the dialog goes on step by step. Nothing when there is no such dialog.
 */
export function filledForm({ dialog: id, values }: FilledForm, setting: Setting): TurnResult | undefined {
  const dialog = setting.assistant.dialogs.byId(id);
  if (dialog === undefined) return undefined;
  const answers = formAnswers(dialog.definition, values);
  const session = withDialog(newState(id, dialog, answers), closed(setting.session));
  const filled = { ...setting, session };
  // What was filled in is kept while it is asked who is asking.
  if (session.audience === undefined) return show(filled);
  const now = running(filled, session.audience);
  if (now === undefined) return undefined;
  const result = answerAll(dialog.definition, answers, now.context);
  if (result.kind === 'outcome' || result.wrong === undefined) return show(filled);
  const voice = { session, assistant: setting.assistant, running: now };
  return show(filled, explainProblem(result.wrong, answers[result.missing] ?? '', voice));
}
