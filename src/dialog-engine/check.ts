import type { DialogTexts } from '../knowledge/dialog-texts-schema.ts';
import type { Dialog } from './definition.ts';
import { edges } from './graph.ts';

/** Something wrong with a dialog: where, and what. */
export interface DialogFault {
  /** Node, text key or the like. */
  at: string;
  /** In Dutch, for the editor. */
  found: string;
  fix: string;
}

/** Names of the two parts of a dialog that must agree: its routes and its texts. */
export function checkDialog(dialog: Dialog, texts: DialogTexts): DialogFault[] {
  return [...checkRoutes(dialog), ...checkTexts(dialog, texts)];
}

/** Dead ends, ways to nowhere, unreachable nodes, circles. */
export function checkRoutes(dialog: Dialog): DialogFault[] {
  const nodes = new Set([...Object.keys(dialog.questions), ...Object.keys(dialog.outcomes)]);
  const all = edges(dialog);
  const reached = reachable(dialog.start, all);
  return [
    ...(dialog.start in dialog.questions
      ? []
      : [{ at: dialog.start, found: 'de eerste vraag bestaat niet', fix: 'noem bij start een vraag van deze hulp' }]),
    ...all
      .filter(({ to }) => !nodes.has(to))
      .map(({ from, to }) => ({
        at: from,
        found: `een weg naar "${to}", dat niet bestaat`,
        fix: 'laat de weg naar een vraag of uitkomst leiden',
      })),
    ...[...nodes]
      .filter((node) => !reached.has(node))
      .map((node) => ({
        at: node,
        found: 'geen enkele weg komt hier',
        fix: 'verwijder het of leid er een weg naartoe',
      })),
    ...optionFaults(dialog),
    ...circles(dialog, all),
  ];
}

function reachable(start: string, all: readonly { from: string; to: string }[]): Set<string> {
  const reached = new Set([start]);
  // A set that grows while it is walked: what is added is walked too.
  for (const node of reached) for (const { from, to } of all) if (from === node) reached.add(to);
  return reached;
}

function optionFaults(dialog: Dialog): DialogFault[] {
  return Object.entries(dialog.questions).flatMap(([at, question]) => {
    if (question.kind !== 'choice' || typeof question.next === 'string' || 'otherwise' in question.next) return [];
    const { options, next } = question;
    const missing = options.filter((option) => !(option in next));
    return missing.map((option) => ({
      at,
      found: `de keuze "${option}" leidt nergens heen`,
      fix: 'geef bij next waar de keuze heen leidt',
    }));
  });
}

/** A question that leads back to itself would be asked for ever. */
function circles(dialog: Dialog, all: readonly { from: string; to: string }[]): DialogFault[] {
  return Object.keys(dialog.questions)
    .filter((node) => all.some(({ from, to }) => from === node && reachable(to, all).has(node)))
    .map((node) => ({ at: node, found: 'een weg die hier terugkomt', fix: 'laat elke weg naar een uitkomst leiden' }));
}

/** Texts that a dialog needs and lacks, and texts that nothing uses. */
export function checkTexts(dialog: Dialog, texts: DialogTexts): DialogFault[] {
  return [
    ...compare('questions', Object.keys(dialog.questions), Object.keys(texts.questions)),
    ...compare('headings', dialog.headings, Object.keys(texts.headings)),
    ...compare('findings', dialog.findings, Object.keys(texts.findings)),
    ...Object.entries(dialog.questions).flatMap(([name, question]) => {
      const found = Object.keys(texts.questions[name]?.options ?? {});
      const needed = question.kind === 'choice' || question.kind === 'several' ? question.options : [];
      return compare(`questions.${name}.options`, needed, found);
    }),
  ];
}

function compare(where: string, needed: readonly string[], found: readonly string[]): DialogFault[] {
  return [
    ...needed
      .filter((key) => !found.includes(key))
      .map((key) => ({ at: `${where}.${key}`, found: 'geen tekst', fix: 'schrijf de tekst op elk niveau' })),
    ...found
      .filter((key) => !needed.includes(key))
      .map((key) => ({
        at: `${where}.${key}`,
        found: 'een tekst die nergens wordt gebruikt',
        fix: 'verwijder de tekst of gebruik haar',
      })),
  ];
}
