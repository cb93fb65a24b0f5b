import { Temporal } from 'temporal-polyfill';

/** "I do not know": a valid answer to every question. */
export const UNKNOWN = 'weetIkNiet';

/** A stored answer: a date as ISO 8601, an option, several options, a number, or {@link UNKNOWN}. */
export type Answer = string | number | readonly string[];

/** Answers by the name of their question. */
export type Answers = Readonly<Record<string, Answer>>;

/** Reads answers as what they are; undefined when a question was not asked on this route, or not known. */
export class AnswerReader {
  readonly #answers: Answers;

  constructor(answers: Answers) {
    this.#answers = answers;
  }

  date(question: string): Temporal.PlainDate | undefined {
    const answer = this.#answers[question];
    return typeof answer === 'string' && answer !== UNKNOWN ? Temporal.PlainDate.from(answer) : undefined;
  }

  choice(question: string): string | undefined {
    const answer = this.#answers[question];
    return typeof answer === 'string' && answer !== UNKNOWN ? answer : undefined;
  }

  /** True when the answer is this option. */
  is(question: string, option: string): boolean {
    return this.#answers[question] === option;
  }

  number(question: string): number | undefined {
    const answer = this.#answers[question];
    return typeof answer === 'number' ? answer : undefined;
  }

  /** The options picked; none when the question was not asked or not known. */
  several(question: string): readonly string[] {
    const answer = this.#answers[question];
    return Array.isArray(answer) ? (answer as readonly string[]) : [];
  }

  /** True when the person was asked and does not know. */
  isUnknown(question: string): boolean {
    return this.#answers[question] === UNKNOWN;
  }

  /** True when the question was asked on this route. */
  has(question: string): boolean {
    return question in this.#answers;
  }
}
