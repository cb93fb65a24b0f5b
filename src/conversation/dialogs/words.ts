import { Temporal } from 'temporal-polyfill';
import { dateText } from '../../dates/date-text.ts';
import { UNKNOWN, type Answer } from '../../dialog-engine/answers.ts';
import { filledText, type WordReader } from '../../documents/deadline-words.ts';
import type { Messages } from '../../knowledge/knowledge.ts';
import type { Finding, Value } from '../../rules/finding.ts';
import { languageOf, type Language } from '../../shared/level.ts';
import { textAt, type TextByLevel } from '../../shared/text-at.ts';
import { messagesFor, type Assistant } from '../assistant.ts';
import type { Session } from '../session.ts';
import type { Running } from './state.ts';

/** How a dialog speaks in a session. */
export interface Voice {
  session: Session;
  assistant: Assistant;
  running: Running;
}

export function language({ session }: Voice): Language {
  return languageOf(session.level);
}

export function messages({ session, assistant }: Voice): Messages {
  return messagesFor(assistant, session);
}

/** A text of a dialog for this reader. */
export function textOf(text: TextByLevel, { session, running }: Voice): string {
  return textAt(text, session.level, running.context.audience);
}

/** A text with its values. */
export function filled(text: TextByLevel, values: Readonly<Record<string, Value>>, voice: Voice): string {
  return filledText(text, values, readerOf(voice), voice.assistant.knowledge);
}

/** For whom words are chosen. */
export function readerOf({ session, running }: Voice): WordReader {
  return { level: session.level, audience: running.context.audience };
}

/** What an outcome says, with a remark on its force where it is not the law, and on its certainty where it is low. */
export function findingText({ key, values = {}, force, certainty }: Finding, voice: Voice): string {
  const { dialog } = voice.running;
  const text = dialog.texts.findings[key];
  if (text === undefined) throw new Error(`dialog ${dialog.texts.id} has no text for ${key}`);
  const { forces, certainties } = voice.assistant.knowledge.deadlines;
  const remarks = [
    ...(force === undefined || force === 'statute' ? [] : [textOf(forces[force], voice)]),
    ...(certainty === 'low' ? [textOf(certainties.low, voice)] : []),
  ];
  const said = filled(text, values, voice);
  return remarks.length === 0 ? said : `${said} (${remarks.join('; ')})`;
}

/** The short name of a question. */
export function labelOf(question: string, voice: Voice): string {
  const texts = voice.running.dialog.texts.questions[question];
  return texts === undefined ? question : textOf(texts.label, voice);
}

/** An answer as a person reads it. */
export function answerText(question: string, answer: Answer, voice: Voice): string {
  if (answer === UNKNOWN) return messages(voice).dialog.dontKnow;
  const { definition, texts } = voice.running.dialog;
  if (typeof answer === 'number') return answer.toLocaleString(language(voice));
  if (definition.questions[question]?.kind === 'date' && typeof answer === 'string')
    return dateText(Temporal.PlainDate.from(answer), language(voice));
  const options = texts.questions[question]?.options ?? {};
  const picked = typeof answer === 'string' ? [answer] : answer;
  if (picked.length === 0) return messages(voice).dialog.none;
  return picked
    .map((option) => options[option]?.label)
    .map((label) => (label === undefined ? '' : textOf(label, voice)))
    .join(', ');
}
