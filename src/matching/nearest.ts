/** The nearest phrasings of each group. */
export interface Nearest {
  /** Mean similarity of a group's nearest phrasings, 0 where it has none. @param count at most as many as are kept */
  mean: (group: string, count: number) => number;
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
export function createNearest(
  groups: readonly string[],
  kept: number,
): (similarities: Float32Array | Float64Array) => Nearest {
  const names = [...new Set(groups)];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const groupOf = Uint16Array.from(groups, (group) => numbers.get(group) ?? 0);
  return (similarities) => {
    const nearest = new Float64Array(names.length * kept);
    for (let phrase = 0; phrase < similarities.length; phrase += 1) {
      let similarity = similarities[phrase] ?? 0;
      const from = (groupOf[phrase] ?? 0) * kept;
      if (similarity <= (nearest[from + kept - 1] ?? 0)) continue;
      for (let at = from; at < from + kept; at += 1) {
        const other = nearest[at] ?? 0;
        if (similarity <= other) continue;
        nearest[at] = similarity;
        similarity = other;
      }
    }
    return {
      mean(group, count) {
        const number = numbers.get(group);
        if (number === undefined) return 0;
        let sum = 0;
        for (let at = number * kept; at < number * kept + count; at += 1) sum += nearest[at] ?? 0;
        return sum / count;
      },
    };
  };
}

/** The nearest phrasings of all, nearest first; none that has nothing in common with the message. */
export function nearestPhrases(similarities: Float32Array | Float64Array, count: number): NearPhrase[] {
  const found: NearPhrase[] = [];
  for (let phrase = 0; phrase < similarities.length; phrase += 1) {
    const similarity = similarities[phrase] ?? 0;
    if (similarity === 0 || (found.length === count && similarity <= (found.at(-1)?.similarity ?? 0))) continue;
    const place = found.findIndex((other) => similarity > other.similarity);
    found.splice(place === -1 ? found.length : place, 0, { phrase, similarity });
    if (found.length > count) found.pop();
  }
  return found;
}
