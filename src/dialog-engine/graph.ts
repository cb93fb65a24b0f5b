import type { Audience } from '../shared/audience.ts';
import { UNKNOWN } from './answers.ts';
import type { Dialog, Question, Route } from './definition.ts';
import { routeOf } from './resolve.ts';

/** A declared way from a question to a question or outcome. */
export interface Edge {
  from: string;
  to: string;
  /** The answer or condition that takes it; nothing when every answer does. */
  when?: string;
}

/** Every way through a dialog that its definition declares. */
export function edges(dialog: Dialog): Edge[] {
  return Object.entries(dialog.questions).flatMap(([from, question]) => [
    ...nextEdges(from, question),
    ...routeEdges(from, question.unknown, UNKNOWN),
  ]);
}

function nextEdges(from: string, question: Question): Edge[] {
  const { next } = question;
  if (typeof next === 'string' || 'otherwise' in next) return routeEdges(from, next as Route);
  return Object.entries(next).flatMap(([option, route]) => routeEdges(from, route, option));
}

function routeEdges(from: string, route: Route, answer?: string): Edge[] {
  const edge = (to: string, condition?: string): Edge => {
    const when = [answer, condition].filter((part) => part !== undefined).join(', ');
    return { from, to, ...(when !== '' && { when }) };
  };
  if (typeof route === 'string') return [edge(route)];
  return [...route.branches.map(({ when, to }) => edge(to, when)), edge(route.otherwise, 'anders')];
}

/**
 * The questions that are met when at most one answer differs from what most people answer, in the order of the definition:
 * what follows from two unusual answers is asked of few.
 *
 * @param audience whose questions
 */
export function commonQuestions(dialog: Dialog, audience: Audience): string[] {
  const met = new Map<string, number>([[dialog.start, 0]]);
  const waiting = [dialog.start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const question = dialog.questions[name];
    if (question === undefined) continue;
    const usual = question.usual === undefined ? undefined : targets([routeOf(question, question.usual)], audience);
    for (const to of targets(routes(question), audience)) {
      const unusual = (met.get(name) ?? 0) + (usual === undefined || usual.has(to) ? 0 : 1);
      if (unusual > 1 || unusual >= (met.get(to) ?? Infinity)) continue;
      met.set(to, unusual);
      waiting.push(to);
    }
  }
  return Object.keys(dialog.questions).filter((name) => met.has(name));
}

function routes({ next, unknown }: Question): Route[] {
  const known = typeof next === 'string' || 'otherwise' in next ? [next as Route] : Object.values(next);
  return [...known, unknown];
}

/** Where routes may lead for one side. */
function targets(from: readonly Route[], audience: Audience): Set<string> {
  const ends = from.flatMap((route) => {
    if (typeof route === 'string') return [route];
    const own = route.branches.find((branch) => branch.audience === audience);
    if (own !== undefined) return [own.to];
    const open = route.branches.filter((branch) => branch.audience === undefined);
    return [...open.map(({ to }) => to), route.otherwise];
  });
  return new Set(ends);
}

/** A dialog as a Mermaid flowchart: questions as boxes, outcomes rounded. */
export function mermaid(dialog: Dialog): string {
  const questions = Object.entries(dialog.questions).map(([name, { kind }]) => `  ${name}["${name} (${kind})"]`);
  const outcomes = Object.keys(dialog.outcomes).map((name) => `  ${name}(["${name}"])`);
  const arrows = merged(edges(dialog)).map(
    ({ from, to, when }) => `  ${from} -->${when === undefined ? '' : `|"${when.replaceAll('"', "'")}"|`} ${to}`,
  );
  return ['flowchart TD', `  start(("${dialog.id}")) --> ${dialog.start}`, ...questions, ...outcomes, ...arrows].join(
    '\n',
  );
}

/** One arrow for several answers that lead to the same place. */
function merged(all: readonly Edge[]): Edge[] {
  return [...Map.groupBy(all, ({ from, to }) => `${from} ${to}`).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const whens = same.map(({ when }) => when).filter((when) => when !== undefined);
    return [{ from: first.from, to: first.to, ...(whens.length > 0 && { when: whens.join(' / ') }) }];
  });
}
