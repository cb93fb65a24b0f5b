import { dateFromIso } from '../shared/iso-date.ts';
import { UNKNOWN, type Answer, type Answers } from './answers.ts';
import type { Dialog, Question } from './definition.ts';

/** In a form: none of the options of a question that takes several. */
export const NONE_OF_THESE = 'geenVanDeze';

/**
 * The answers in a filled-in form. What is empty, belongs to no question or has not the form of an answer is left out:
 * the dialog then asks for it.
 *
 * @param values texts by the name of their question: an ISO date, a number, an option, or options with commas between them
 */
export function formAnswers(dialog: Dialog, values: Readonly<Record<string, string>>): Answers {
  return Object.fromEntries(
    Object.entries(dialog.questions).flatMap(([name, question]) => {
      const value = values[name]?.trim() ?? '';
      const answer = value === '' ? undefined : answerOf(question, value);
      return answer === undefined ? [] : [[name, answer]];
    }),
  );
}

function answerOf(question: Question, value: string): Answer | undefined {
  if (value === UNKNOWN) return UNKNOWN;
  switch (question.kind) {
    case 'date':
      return dateFromIso(value)?.toString();
    case 'number': {
      const number = Number(value.replace(',', '.'));
      return Number.isFinite(number) ? number : undefined;
    }
    case 'choice':
      return question.options.includes(value) ? value : undefined;
    case 'several':
      return severalOf(question.options, value.split(','));
  }
}

/** "None" was filled in beforehand: an option beside it counts. "I do not know" beside one contradicts it, so that it is asked. */
function severalOf(options: readonly string[], all: readonly string[]): Answer | undefined {
  const picked = all.filter((one) => one !== NONE_OF_THESE);
  return picked.every((one) => options.includes(one)) ? picked : undefined;
}
