import type { Temporal } from 'temporal-polyfill';
import { readDate, readDates, type DateReading } from '../dates/read-date.ts';
import type { Language } from '../shared/level.ts';
import { namedPlace } from '../shared/named-place.ts';
import { foldText } from '../shared/text.ts';
import { UNKNOWN, type Answer } from './answers.ts';
import type { DateQuestion, Question } from './definition.ts';

/** How the words of an answer are understood. */
export interface AnswerWords {
  today: Temporal.PlainDate;
  language: Language;
  /** Whether a text says that the person does not know. */
  saysUnknown: (text: string) => boolean;
  /** The texts for each option: its label at every level, and other words for it. */
  options: Readonly<Record<string, readonly string[]>>;
}

/** What a message is as an answer to a question. */
export type ParsedAnswer =
  | {
      kind: 'answer';
      answer: Answer;
      /** True for a date whose year, or whole place in time, was worked out and not typed. */
      guessed?: boolean;
    }
  /** A date that is not certain: to be asked back. */
  | { kind: 'unsure'; reading: Exclude<DateReading, { kind: 'date' | 'none' }> }
  /** Not an answer to this question. */
  | { kind: 'none' };

/** A longer message tells more than which option is meant. Words. */
const LONGEST_CHOICE = 8;

const NEGATIONS = new Set(['niet', 'geen', 'not', 'no', 'nooit', 'never', 'nee']);

/** Reads a message as an answer to a question; it says nothing about whether the answer may stand. */
export function parseAnswer(question: Question, text: string, words: AnswerWords): ParsedAnswer {
  if (words.saysUnknown(text) || isLastOption(question, text)) return { kind: 'answer', answer: UNKNOWN };
  switch (question.kind) {
    case 'date':
      return parseDate(question, text, words);
    case 'number':
      return parseNumber(text);
    case 'choice': {
      const option = optionOf(question.options, text, words);
      return option === undefined ? { kind: 'none' } : { kind: 'answer', answer: option };
    }
    case 'several':
      return parseSeveral(question.options, text, words);
  }
}

function parseDate({ when }: DateQuestion, text: string, { today, language }: AnswerWords): ParsedAnswer {
  const context = { today, language, leans: when === 'future' ? 'future' : 'past' } as const;
  const reading = readDate(text, context);
  if (reading.kind === 'none') return { kind: 'none' };
  if (reading.kind === 'date')
    return { kind: 'answer', answer: reading.date.toString(), guessed: reading.precision === 'relative' };
  // A story may hold one whole date among vaguer ones.
  const whole = readDates(text, context).flatMap((one) => (one.kind === 'date' ? [one.date] : []));
  return { kind: 'unsure', reading: whole.length === 0 ? reading : { kind: 'ambiguous', options: whole } };
}

/** Whether a message is the number behind the last option: "I do not know", after "none of these" where that is offered. */
function isLastOption(question: Question, text: string): boolean {
  if (question.kind !== 'choice' && question.kind !== 'several') return false;
  return namedPlace(text) === question.options.length + (question.kind === 'several' ? 2 : 1);
}

/** One number in a message, also "80%" and "2,5 uur"; two numbers are no answer. */
function parseNumber(text: string): ParsedAnswer {
  // An amount is no answer to any of our questions, and must not pass for a percentage.
  if (/€|\beuro?\b/i.test(text)) return { kind: 'none' };
  const numbers = text.match(/-?\d+(?:[.,]\d+)?/g) ?? [];
  const [only] = numbers;
  if (only === undefined || numbers.length > 1) return { kind: 'none' };
  return { kind: 'answer', answer: Number(only.replace(',', '.')) };
}

function parseSeveral(options: readonly string[], text: string, words: AnswerWords): ParsedAnswer {
  const onlyNumbers = /^[\d\s]+$/.test(text);
  const parts = text
    .split(onlyNumbers ? /\s+/ : /[,;+&\n]|\s(?:en|and)\s/iu)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (NONE.has(foldText(text)) || namedPlace(text) === options.length + 1) return { kind: 'answer', answer: [] };
  const picked = parts.map((part) => optionOf(options, part, words));
  if (picked.length === 0 || picked.includes(undefined)) return { kind: 'none' };
  return { kind: 'answer', answer: options.filter((option) => picked.includes(option)) };
}

const NONE = new Set([
  'geen',
  'geen van deze',
  'niets',
  'geen enkele',
  'none',
  'nothing',
  'none of these',
  'nee',
  'no',
]);

/** The option that a text means: by its number, its words, or words that only this option has. */
function optionOf(options: readonly string[], text: string, words: AnswerWords): string | undefined {
  const folded = foldText(text);
  const place = namedPlace(text);
  if (place !== undefined && place !== 'last') return options[place - 1];
  const textsOf = (option: string) => (words.options[option] ?? []).map(foldText);
  const exact = options.find((option) => textsOf(option).includes(folded));
  if (exact !== undefined) return exact;
  if (folded.split(' ').length > LONGEST_CHOICE) return undefined;
  const named = options.filter((option) => textsOf(option).some((phrase) => isIn(folded, phrase)));
  const [only] = named;
  // "Ja en nee" names both: it is no answer.
  if (only === undefined || named.length > 1) return undefined;
  return textsOf(only).some((phrase) => isIn(folded, phrase) && !isDenied(folded, phrase)) ? only : undefined;
}

/** Whether a message holds a phrase as whole words. */
function isIn(message: string, phrase: string): boolean {
  return ` ${message} `.includes(` ${phrase} `);
}

/** Whether a message denies a phrase that is no denial itself: "niet tijdelijk". */
function isDenied(message: string, phrase: string): boolean {
  const denies = (text: string) => text.split(' ').some((word) => NEGATIONS.has(word));
  return denies(message) && !denies(phrase);
}
