import type { Temporal } from 'temporal-polyfill';
import type { Figures } from '../rules/figures.ts';
import type { Audience } from '../shared/audience.ts';
import type { Answer, AnswerReader } from './answers.ts';
import type { OutcomeResult } from './outcome.ts';

/** What a route and an outcome may look at besides the answers. */
export interface DialogContext {
  /** Today in the Netherlands. */
  today: Temporal.PlainDate;
  audience: Audience;
  /** Figures that the law changes from time to time. */
  figures: Figures;
}

/** A branch that is taken when its condition holds; the first that holds counts. */
export interface Branch {
  /** What the condition says in a few words; shown in the graph. */
  when: string;
  holds: (answers: AnswerReader, context: DialogContext) => boolean;
  to: string;
  /** Who takes it, when that alone decides. */
  audience?: Audience;
}

/** Where an answer leads: a question or an outcome, always the same or by declared branches. */
export type Route = string | { branches: readonly Branch[]; otherwise: string };

interface Base {
  /** Where "I do not know" leads. */
  unknown: Route;
  /** The answer of most people: the quick way takes it without asking and says so; progress counts along it. */
  usual?: Answer;
  /** The version of the dialog in which this answer got its present meaning; older stored answers are dropped. */
  since?: number;
}

export interface DateQuestion extends Base {
  kind: 'date';
  /** Which way a date without a year leans, and which side of today it must lie on; `any` leans to the past and allows both. */
  when: 'past' | 'future' | 'any';
  /** Earlier date questions: this date must lie after the answer to each. */
  after?: string | readonly string[];
  /** Key of an error text when the date cannot be right. */
  check?: (date: Temporal.PlainDate, answers: AnswerReader, context: DialogContext) => string | undefined;
  next: Route;
}

export interface ChoiceQuestion<Option extends string = string> extends Base {
  kind: 'choice';
  options: readonly Option[];
  next: Route | Readonly<Record<Option, Route>>;
}

export interface SeveralQuestion extends Base {
  kind: 'several';
  /** Any number of these may be picked, also none. */
  options: readonly string[];
  next: Route;
}

export interface NumberQuestion extends Base {
  kind: 'number';
  /** Smallest and largest number that can be right, inclusive. */
  min: number;
  max: number;
  next: Route;
}

export type Question = DateQuestion | ChoiceQuestion | SeveralQuestion | NumberQuestion;

/** A guided dialog: routing only. Words are in its `texts.yaml`, rules in `src/rules`. */
export interface Dialog {
  id: string;
  /** Raised when the meaning of an answer changes; see `since`. */
  version: number;
  start: string;
  questions: Readonly<Record<string, Question>>;
  outcomes: Readonly<Record<string, (answers: AnswerReader, context: DialogContext) => OutcomeResult>>;
  /** Every finding that an outcome may name: each has a text. */
  findings: readonly string[];
  /** Every heading that an outcome may name: each has a text. */
  headings: readonly string[];
}

/** Declares a dialog; what is wrong with its routes is found by `checkDialog`. */
export function defineDialog(dialog: Dialog): Dialog {
  return dialog;
}

/** A question with named options. */
export function choice(options: readonly string[], next: ChoiceQuestion['next'], rest: Base): ChoiceQuestion {
  return { kind: 'choice', options, next, ...rest };
}

/** A question with the options yes and no. */
export function yesNo(next: Readonly<Record<'ja' | 'nee', Route>>, rest: Base): ChoiceQuestion {
  return choice(['ja', 'nee'], next, rest);
}
