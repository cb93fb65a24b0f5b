import { Temporal } from 'temporal-polyfill';
import { inRange } from '../dates/calendar.ts';
import { dateFromIso } from '../shared/iso-date.ts';
import { AnswerReader, UNKNOWN, type Answer, type Answers } from './answers.ts';
import type { DateQuestion, Dialog, DialogContext, Question, Route } from './definition.ts';

/** Where a dialog stands with the answers that there are. */
export interface Position {
  /** The questions that were answered on the way, in order. */
  route: readonly string[];
  /** The answers on the way; others are kept by the caller and do not count. */
  answers: Answers;
  /** The question or outcome that comes next. */
  node: string;
  /** True when the node is an outcome. */
  done: boolean;
}

/**
 * Replays answers from the first question until one is missing or no longer valid. The place in a dialog is never stored.
 *
 * @param stop a question to stand at although it is answered: it is being changed
 */
export function resolve(dialog: Dialog, given: Answers, context: DialogContext, stop?: string): Position {
  const route: string[] = [];
  const answers: Record<string, Answer> = {};
  let node = dialog.start;
  for (;;) {
    const question = dialog.questions[node];
    if (question === undefined) return { route, answers, node, done: true };
    const answer = given[node];
    if (node === stop || answer === undefined || problemWith(question, answer, new AnswerReader(answers), context))
      return { route, answers, node, done: false };
    answers[node] = answer;
    route.push(node);
    node = nextNode(question, answer, new AnswerReader(answers), context);
  }
}

/** What is wrong with an answer to a question; nothing when it may stand. */
export type AnswerProblem =
  | 'notADate'
  | 'yearOutOfRange'
  | 'inFuture'
  | 'inPast'
  | 'notAfterEarlier'
  | 'notAnOption'
  | 'notANumber'
  | 'outOfRange'
  | { check: string };

export function problemWith(
  question: Question,
  answer: Answer,
  before: AnswerReader,
  context: DialogContext,
): AnswerProblem | undefined {
  if (answer === UNKNOWN) return undefined;
  switch (question.kind) {
    case 'choice':
      return question.options.some((option) => option === answer) ? undefined : 'notAnOption';
    case 'several':
      return Array.isArray(answer) && answer.every((one) => question.options.includes(one as string))
        ? undefined
        : 'notAnOption';
    case 'number':
      if (typeof answer !== 'number' || !Number.isFinite(answer)) return 'notANumber';
      return answer >= question.min && answer <= question.max ? undefined : 'outOfRange';
    case 'date': {
      const date = typeof answer === 'string' ? dateFromIso(answer) : undefined;
      if (date === undefined) return 'notADate';
      if (!inRange(date.year, context.today)) return 'yearOutOfRange';
      if (question.when === 'past' && Temporal.PlainDate.compare(date, context.today) > 0) return 'inFuture';
      if (question.when === 'future' && Temporal.PlainDate.compare(date, context.today) < 0) return 'inPast';
      const earlier = earliestAllowed(question, before);
      if (earlier !== undefined && Temporal.PlainDate.compare(date, earlier) <= 0) return 'notAfterEarlier';
      const check = question.check?.(date, before, context);
      return check === undefined ? undefined : { check };
    }
  }
}

/** The last of the dates that this one must lie after; nothing when none of them is known. */
export function earliestAllowed({ after = [] }: DateQuestion, before: AnswerReader): Temporal.PlainDate | undefined {
  return [after]
    .flat()
    .map((name) => before.date(name))
    .filter((date) => date !== undefined)
    .sort((one, other) => Temporal.PlainDate.compare(one, other))
    .at(-1);
}

/** The node an answer leads to. */
export function nextNode(question: Question, answer: Answer, answers: AnswerReader, context: DialogContext): string {
  const route = answer === UNKNOWN ? question.unknown : routeOf(question, answer);
  if (typeof route === 'string') return route;
  return route.branches.find(({ holds }) => holds(answers, context))?.to ?? route.otherwise;
}

/** Where an answer leads that is known. @throws Error when it is none of the question's */
export function routeOf(question: Question, answer: Answer): Route {
  const { next } = question;
  if (typeof next === 'string' || 'otherwise' in next) return next as Route;
  const route = next[String(answer)];
  if (route === undefined) throw new Error(`no route for the answer ${String(answer)}: the dialog was not checked`);
  return route;
}

/** How far a dialog is: this question is number `number`, and along the usual answers there are `total`. */
export interface Progress {
  number: number;
  total: number;
}

/** Counts along the answers that most people give from here on; where none is named, along the main way. */
export function progress(dialog: Dialog, { route, answers, node }: Position, context: DialogContext): Progress {
  const along = { ...answers };
  let total = route.length;
  let at = node;
  for (;;) {
    const question = dialog.questions[at];
    if (question === undefined) return { number: route.length + 1, total };
    total += 1;
    at = usualNext(question, at, along, context);
  }
}

function usualNext(question: Question, name: string, along: Record<string, Answer>, context: DialogContext): string {
  const usual = question.usual ?? (question.kind === 'choice' ? question.options[0] : undefined);
  if (usual !== undefined) {
    along[name] = usual;
    return nextNode(question, usual, new AnswerReader(along), context);
  }
  const { next } = question;
  return typeof next === 'string' ? next : (next as Exclude<Route, string>).otherwise;
}

/**
 * Answers that may still be used: those of questions that exist, given in a version of the dialog since which the
 * meaning of the answer did not change.
 *
 * @param version in which the answers were given
 */
export function stillValid(dialog: Dialog, given: Answers, version: number): Answers {
  return Object.fromEntries(
    Object.entries(given).filter(([name]) => {
      const question = dialog.questions[name];
      return question !== undefined && (question.since ?? 1) <= version;
    }),
  );
}

/** All answers at once, as a form or a program gives them: the outcome, or every question that is missing or wrong. */
export type AllAtOnce =
  { kind: 'outcome'; position: Position } | { kind: 'incomplete'; missing: string; wrong?: AnswerProblem };

export function answerAll(dialog: Dialog, given: Answers, context: DialogContext): AllAtOnce {
  const position = resolve(dialog, given, context);
  if (position.done) return { kind: 'outcome', position };
  const question = dialog.questions[position.node];
  const answer = given[position.node];
  const wrong =
    question === undefined || answer === undefined
      ? undefined
      : problemWith(question, answer, new AnswerReader(position.answers), context);
  return { kind: 'incomplete', missing: position.node, ...(wrong && { wrong }) };
}
