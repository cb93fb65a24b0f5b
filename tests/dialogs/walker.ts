import { Temporal } from 'temporal-polyfill';
import { AnswerReader, UNKNOWN, type Answer, type Answers } from '../../src/dialog-engine/answers.ts';
import type { Dialog, DialogContext, Question, Route } from '../../src/dialog-engine/definition.ts';
import { nextNode, problemWith } from '../../src/dialog-engine/resolve.ts';
import { AUDIENCES } from '../../src/shared/audience.ts';
import { REAL_KNOWLEDGE, TODAY } from '../support/assistant.ts';

/** One way through a dialog, with the declared edges it took. */
export interface Walk {
  answers: Answers;
  route: string[];
  outcome: string;
  edges: string[];
  context: DialogContext;
}

/** Days from today that lie in every phase of a case, and birth dates on both sides of every AOW rule. */
const DATES = [
  ...[-1, -3, -20, -41, -50, -80, -150, -270, -290, -330, -345, -380, -400, -430, -480, -560, -600, -620, -640, -655],
  ...[-690, -720, -729, -760, -900, -1090, -1200, -1500, -2000, 10, 40, 120, 300],
].map((days) => TODAY.add({ days }).toString());
const BIRTHS = [
  '1950-01-01',
  '1957-06-01',
  '1959-11-20',
  '1960-02-01',
  '1961-05-05',
  '1963-12-31',
  '1970-07-07',
  '1990-01-31',
];

/** A small generator of chance that is the same each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Ways through a dialog by chance, made as they are asked for: so many take every edge many times. */
export function* walks(dialog: Dialog, count: number, seed = 1): Generator<Walk> {
  const chance = seeded(seed);
  for (let number = 0; number < count; number++) {
    const audience = AUDIENCES[number % 2] ?? 'employee';
    yield walk(dialog, { today: TODAY, audience, figures: REAL_KNOWLEDGE.figures }, chance);
  }
}

function walk(dialog: Dialog, context: DialogContext, chance: () => number): Walk {
  const answers: Record<string, Answer> = {};
  const route: string[] = [];
  const edges: string[] = [];
  let node = dialog.start;
  for (let question = dialog.questions[node]; question !== undefined; question = dialog.questions[node]) {
    const answer = pick(question, new AnswerReader(answers), context, chance);
    answers[node] = answer;
    route.push(node);
    edges.push(`${node}: ${edgeOf(question, answer, new AnswerReader(answers), context)}`);
    node = nextNode(question, answer, new AnswerReader(answers), context);
  }
  return { answers, route, outcome: node, edges, context };
}

function pick(question: Question, before: AnswerReader, context: DialogContext, chance: () => number): Answer {
  const one = <T>(from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
  if (chance() < 0.12) return UNKNOWN;
  switch (question.kind) {
    case 'choice':
      return one(question.options);
    case 'several':
      return question.options.filter(() => chance() < 0.3);
    case 'number':
      return Math.round(question.min + chance() * (question.max - question.min));
    case 'date': {
      const left = [...DATES, ...BIRTHS];
      while (left.length > 0) {
        const date = one(left);
        if (problemWith(question, date, before, context) === undefined) return date;
        left.splice(left.indexOf(date), 1);
      }
      return UNKNOWN;
    }
  }
}

/** The declared edge that an answer takes: the option, and the branch where there are branches. */
function edgeOf(question: Question, answer: Answer, answers: AnswerReader, context: DialogContext): string {
  if (answer === UNKNOWN) return `${UNKNOWN} ${branchOf(question.unknown, answers, context)}`.trim();
  const { next } = question;
  if (typeof next === 'string' || 'otherwise' in next) return branchOf(next as Route, answers, context);
  const route = next[String(answer)] ?? '';
  return `${String(answer)} ${branchOf(route, answers, context)}`.trim();
}

function branchOf(route: Route, answers: AnswerReader, context: DialogContext): string {
  if (typeof route === 'string') return '';
  const branch = route.branches.findIndex(({ holds }) => holds(answers, context));
  return `branch ${branch === -1 ? 'otherwise' : branch}`;
}

/** Every declared edge, named as walks name them. */
export function declaredEdges(dialog: Dialog): string[] {
  return Object.entries(dialog.questions).flatMap(([node, question]) => [
    ...nextNames(question).map((name) => `${node}: ${name}`),
    ...branchNames(question.unknown).map((name) => `${node}: ${`${UNKNOWN} ${name}`.trim()}`),
  ]);
}

function nextNames(question: Question): string[] {
  const { next } = question;
  if (typeof next === 'string' || 'otherwise' in next) return branchNames(next as Route);
  return Object.entries(next).flatMap(([option, route]) =>
    branchNames(route).map((name) => `${option} ${name}`.trim()),
  );
}

function branchNames(route: Route): string[] {
  return typeof route === 'string'
    ? ['']
    : [...route.branches.map((_, place) => `branch ${place}`), 'branch otherwise'];
}

/** A date as a person may type it. */
export function typed(iso: string): string {
  const { day, month, year } = Temporal.PlainDate.from(iso);
  return `${day}-${month}-${year}`;
}
