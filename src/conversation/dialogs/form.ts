import type { Question } from '../../dialog-engine/definition.ts';
import { commonQuestions } from '../../dialog-engine/graph.ts';
import { NONE_OF_THESE } from '../../dialog-engine/form-answers.ts';
import { UNKNOWN, type Answer } from '../../dialog-engine/answers.ts';
import { present } from '../../shared/present.ts';
import type { Form, FormField } from '../reply.ts';
import { messages, textOf, type Voice } from './words.ts';

/** The questions of the dialog at hand as one form, but for those of few people, with what is answered or usual filled in. */
export function formOf(voice: Voice): Form {
  const { dialog } = voice.running;
  const words = messages(voice).dialog;
  return {
    dialog: dialog.definition.id,
    title: words.form,
    hint: words.formHint,
    submit: words.formSubmit,
    fields: commonQuestions(dialog.definition, voice.running.context.audience).flatMap((name) => {
      const question = dialog.definition.questions[name];
      return question === undefined ? [] : [field(name, question, voice)];
    }),
  };
}

function field(name: string, question: Question, voice: Voice): FormField {
  const texts = voice.running.dialog.texts.questions[name];
  if (texts === undefined) throw new Error(`no text for the question ${name}`);
  const answer = voice.running.state.answers[name] ?? question.usual;
  return {
    name,
    label: textOf(texts.ask, voice),
    kind: question.kind,
    ...present({
      // The others tell how to type an answer.
      hint: texts.hint === undefined || question.kind !== 'choice' ? undefined : textOf(texts.hint, voice),
      value: answer === undefined ? undefined : valueOf(answer),
      options: optionsOf(question, texts.options ?? {}, voice),
    }),
    ...(question.kind === 'number' && { min: question.min, max: question.max }),
  };
}

function optionsOf(
  question: Question,
  texts: NonNullable<Voice['running']['dialog']['texts']['questions'][string]['options']>,
  voice: Voice,
): FormField['options'] {
  if (question.kind !== 'choice' && question.kind !== 'several') return undefined;
  const words = messages(voice).dialog;
  const options = question.options.flatMap((value) => {
    const option = texts[value];
    return option === undefined ? [] : [{ value, label: textOf(option.label, voice) }];
  });
  return [
    ...options,
    ...(question.kind === 'several' ? [{ value: NONE_OF_THESE, label: words.none }] : []),
    { value: UNKNOWN, label: words.dontKnow },
  ];
}

function valueOf(answer: Answer): string {
  if (typeof answer === 'string' || typeof answer === 'number') return String(answer);
  return answer.length === 0 ? NONE_OF_THESE : answer.join(',');
}
