import type { Similarities } from './phrase-index.ts';

/** The nearest phrasings of each group, the groups in the order in which they first come. */
export interface Nearest {
  /** Mean similarity of a group's nearest phrasings, 0 where it has none. @param count at most as many as are kept */
  mean: (group: number, count: number) => number;
}

/** A phrasing by its place in the index, with its similarity to the message, 0 to 1. */
export interface NearPhrase {
  phrase: number;
  similarity: number;
}

/**
 * Finds the nearest phrasings of every group. Flat and by number: it passes over every phrasing of the content.
 *
 * @param groups group of each phrasing, in the order of the similarities
 * @param kept how many nearest phrasings of a group are looked at
 */
export function createNearest(groups: readonly string[], kept: number): (similarities: Similarities) => Nearest {
  const names = [...new Set(groups)];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const groupOf = Uint16Array.from(groups, (group) => numbers.get(group) ?? 0);
  return (similarities) => {
    const nearest = nearestOfEach(similarities, groupOf, names.length, kept);
    return {
      mean(group, count) {
        let sum = 0;
        for (let at = group * kept; at < group * kept + count; at += 1) sum += nearest[at] ?? 0;
        return sum / count;
      },
    };
  };
}

/** The highest similarities of each group, highest first, one group after the other. Apart, so that the loop stays plain. */
function nearestOfEach(
  { values, phrases }: Similarities,
  groupOf: Uint16Array,
  groups: number,
  kept: number,
): Float32Array {
  const nearest = new Float32Array(groups * kept);
  for (let place = 0; place < phrases.length; place += 1) {
    const phrase = phrases[place] ?? 0;
    let similarity = values[phrase] ?? 0;
    const from = (groupOf[phrase] ?? 0) * kept;
    if (similarity <= (nearest[from + kept - 1] ?? 0)) continue;
    for (let at = from; at < from + kept; at += 1) {
      const other = nearest[at] ?? 0;
      if (similarity <= other) continue;
      nearest[at] = similarity;
      similarity = other;
    }
  }
  return nearest;
}

/** The nearest phrasings of all, nearest first; none that has nothing in common with the message. */
export function nearestPhrases({ values, phrases }: Similarities, count: number): NearPhrase[] {
  const found: NearPhrase[] = [];
  let least = 0;
  for (let place = 0; place < phrases.length; place += 1) {
    const phrase = phrases[place] ?? 0;
    const similarity = values[phrase] ?? 0;
    if (similarity <= least) continue;
    insert(found, { phrase, similarity }, count);
    if (found.length === count) least = found[count - 1]?.similarity ?? 0;
  }
  return found;
}

function insert(found: NearPhrase[], near: NearPhrase, count: number): void {
  const place = found.findIndex(({ similarity }) => near.similarity > similarity);
  found.splice(place === -1 ? found.length : place, 0, near);
  if (found.length > count) found.pop();
}
