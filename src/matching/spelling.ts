import Fuse from 'fuse.js';

/** Finds the known word that an unknown one was meant to be; nothing when none is near enough. */
export type SpellingRepair = (word: string) => string | undefined;

/** Words shorter than this have too many neighbours to be repaired. */
const SHORTEST_REPAIRED = 4;

const REMEMBERED = 5_000;

/**
 * Repairs single words against the knowledge base's own words. A repair is accepted for one changed, missing, extra or
 * swapped letter, for two in words from eight letters; a longer distance is more often another word than a slip.
 *
 * @param known correctly spelled words, folded
 */
export function createSpellingRepair(known: readonly string[]): SpellingRepair {
  const candidates = known.filter((word) => word.length >= SHORTEST_REPAIRED && !/\d/.test(word));
  const fuse = new Fuse(candidates, { threshold: 0.4, distance: 4, minMatchCharLength: 2, ignoreFieldNorm: true });
  const remembered = new Map<string, string | undefined>();
  return (word) => {
    if (word.length < SHORTEST_REPAIRED || /\d/.test(word)) return undefined;
    if (remembered.has(word)) return remembered.get(word);
    const allowed = word.length >= 8 ? 2 : 1;
    let best: { word: string; edits: number } | undefined;
    for (const { item } of fuse.search(word, { limit: 12 })) {
      const edits = editDistance(word, item, allowed);
      if (edits <= allowed && (best === undefined || edits < best.edits)) best = { word: item, edits };
    }
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(word, best?.word);
    return best?.word;
  };
}

/** Optimal string alignment distance (a swap of neighbours counts one), or `limit + 1` when it is larger. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
