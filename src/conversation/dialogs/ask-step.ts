import { Temporal } from 'temporal-polyfill';
import { dateText } from '../../dates/date-text.ts';
import { progress } from '../../dialog-engine/resolve.ts';
import type { Question } from '../../dialog-engine/definition.ts';
import { fill } from '../assistant.ts';
import { plain, type Choices, type Reply, type Section } from '../reply.ts';
import { formOf } from './form.ts';
import { answerText, language, messages, textOf, type Voice } from './words.ts';

/**
 * The question a dialog stands at.
 *
 * @param above what is said before it: how an answer was read, or what was wrong with it
 */
export function askStep(voice: Voice, ...above: string[]): Reply {
  const { running, session } = voice;
  const { dialog, position, context } = running;
  const question = dialog.definition.questions[position.node];
  const texts = dialog.texts.questions[position.node];
  if (question === undefined || texts === undefined) throw new Error(`${position.node} is no question`);
  const words = messages(voice).dialog;
  const { number, total } = progress(dialog.definition, position, context);
  const intro =
    number === 1 && above.length === 0 && running.state.asking === undefined ? [textOf(dialog.texts.intro, voice)] : [];
  const before = running.state.asking === position.node ? running.state.answers[position.node] : undefined;
  const step: Section = {
    title: textOf(texts.ask, voice),
    notes: [
      fill(words.progress, { number: String(number), total: String(total) }),
      ...(before === undefined ? [] : [fill(words.now, { answer: answerText(position.node, before, voice) })]),
    ],
    text: texts.hint === undefined ? '' : textOf(texts.hint, voice),
    sources: [],
  };
  return {
    level: session.level,
    sections: [...[...above, ...intro].map(plain), step],
    choices: choicesOf(question, voice),
    ...(question.kind === 'date' && { expects: 'date' as const }),
    ...(number === 1 && total > 1 && running.state.asking === undefined && { form: formOf(voice) }),
  };
}

/** The answers that can be clicked. "I do not know" is always among them. */
function choicesOf(question: Question, voice: Voice): Choices {
  const words = messages(voice).dialog;
  if (question.kind !== 'choice' && question.kind !== 'several') {
    const offered = (voice.running.state.offered ?? []).map((date) =>
      dateText(Temporal.PlainDate.from(date), language(voice)),
    );
    return { labels: [...offered, words.dontKnow], numbered: false, onlyNow: true };
  }
  const options = voice.running.dialog.texts.questions[voice.running.position.node]?.options ?? {};
  const labels = question.options.flatMap((option) => {
    const texts = options[option];
    return texts === undefined ? [] : [textOf(texts.label, voice)];
  });
  return {
    labels: [...labels, ...(question.kind === 'several' ? [words.none] : []), words.dontKnow],
    numbered: true,
    onlyNow: true,
    ...(question.kind === 'several' && { together: labels.length }),
  };
}
