import { UNKNOWN } from './answers.ts';
import type { Dialog, Question, Route } from './definition.ts';

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
