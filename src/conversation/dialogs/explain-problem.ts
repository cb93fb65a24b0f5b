import { Temporal } from 'temporal-polyfill';
import { dateText } from '../../dates/date-text.ts';
import type { DateReading } from '../../dates/read-date.ts';
import type { Answer } from '../../dialog-engine/answers.ts';
import { earliestAllowed, type AnswerProblem } from '../../dialog-engine/resolve.ts';
import { fill } from '../assistant.ts';
import { reader } from './state.ts';
import { language, messages, textOf, type Voice } from './words.ts';

/** Why an answer cannot stand, and what to type instead. */
export function explainProblem(problem: AnswerProblem, answer: Answer, voice: Voice): string {
  const words = messages(voice).dialog;
  const { running } = voice;
  const { node } = running.position;
  const question = running.dialog.definition.questions[node];
  const inWords = (date: Temporal.PlainDate) => dateText(date, language(voice));
  if (typeof problem === 'object') {
    const text = running.dialog.texts.questions[node]?.errors?.[problem.check];
    return text === undefined ? words.notUnderstood : textOf(text, voice);
  }
  switch (problem) {
    case 'inFuture':
    case 'inPast':
      return fill(words[problem], {
        date: inWords(Temporal.PlainDate.from(answer as string)),
        today: inWords(running.context.today),
      });
    case 'yearOutOfRange':
      return fill(words.yearOutOfRange, { text: inWords(Temporal.PlainDate.from(answer as string)) });
    case 'notAfterEarlier': {
      const earlier = question?.kind === 'date' ? earliestAllowed(question, reader(running)) : undefined;
      return fill(words.notAfterEarlier, { earlier: earlier === undefined ? '' : inWords(earlier) });
    }
    case 'outOfRange': {
      const [min, max] = question?.kind === 'number' ? [question.min, question.max] : [0, 0];
      return fill(words.outOfRange, { min: String(min), max: String(max) });
    }
    case 'notANumber':
    case 'notAnOption':
      return words[problem];
    case 'notADate':
      return words.notUnderstood;
  }
}

/** What to ask back about a date that is not certain, with the dates to choose from. */
export function askBack(
  reading: Exclude<DateReading, { kind: 'date' | 'none' }>,
  voice: Voice,
): { text: string; offered: readonly Temporal.PlainDate[] } {
  const words = messages(voice).dialog;
  switch (reading.kind) {
    case 'ambiguous':
      return { text: words.whichDate, offered: reading.options };
    case 'impossible':
      return {
        text: fill(reading.reason === 'yearOutOfRange' ? words.yearOutOfRange : words.noSuchDate, {
          text: reading.text,
        }),
        offered: [],
      };
    case 'partial':
      // A whole year is too wide to call its first day safe.
      if (reading.missing !== 'day') return { text: words.whichYear, offered: [] };
      return { text: words.whichDay, offered: [reading.from] };
  }
}
