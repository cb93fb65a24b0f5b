import { stem } from './stem.ts';
import { wordsOf } from './words.ts';

interface Node {
  next: Map<string, Node>;
  term?: string;
}

/** Replaces other words for a term by that term. */
export type Synonyms = (stems: readonly string[]) => string[];

/**
 * Prepares the vocabulary's synonyms. Words are compared by stem; the longest match wins, from left to right.
 *
 * @param synonyms term to the other words for it
 */
export function createSynonyms(synonyms: Readonly<Record<string, readonly string[]>>): Synonyms {
  const root: Node = { next: new Map() };
  for (const [term, variants] of Object.entries(synonyms)) {
    const canonical = wordsOf(term).map(stem).join('');
    for (const variant of [term, ...variants]) add(root, wordsOf(variant).map(stem), canonical);
  }
  return (stems) => {
    const result: string[] = [];
    for (let at = 0; at < stems.length;) {
      const match = longestMatch(root, stems, at);
      result.push(match?.term ?? stems[at] ?? '');
      at += match?.length ?? 1;
    }
    return result;
  };
}

function add(root: Node, stems: readonly string[], term: string): void {
  let node = root;
  for (const part of stems) {
    let next = node.next.get(part);
    if (next === undefined) {
      next = { next: new Map() };
      node.next.set(part, next);
    }
    node = next;
  }
  node.term ??= term;
}

function longestMatch(
  root: Node,
  stems: readonly string[],
  from: number,
): { term: string; length: number } | undefined {
  let best: { term: string; length: number } | undefined;
  let node: Node | undefined = root;
  for (let length = 1; ; length += 1) {
    node = node.next.get(stems[from + length - 1] ?? '');
    if (node === undefined) return best;
    if (node.term !== undefined) best = { term: node.term, length };
  }
}
