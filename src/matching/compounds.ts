/** Shortest part of a compound that still says something. Characters of the stem. */
const SHORTEST_PART = 4;

/** Letters that may join two parts: werkervaringSplek, ziektEwet. */
const JOINTS = ['', 's', 'e', 'en'];

/** The known parts of a Dutch compound, or nothing when it does not fall apart into known words. */
export type CompoundSplitter = (word: string) => readonly string[];

/**
 * Splits compounds with the knowledge base's own words: spoortraject is spoor + traject because both occur there.
 *
 * @param isKnown whether a stem occurs in the knowledge base
 * @param stem stems a part
 */
export function createCompoundSplitter(
  isKnown: (stem: string) => boolean,
  stem: (word: string) => string,
): CompoundSplitter {
  return (word) => {
    for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
      const tail = stem(word.slice(at));
      if (!isKnown(tail)) continue;
      const head = word.slice(0, at);
      for (const joint of JOINTS) {
        if (!head.endsWith(joint) || head.length - joint.length < SHORTEST_PART) continue;
        const start = stem(head.slice(0, head.length - joint.length));
        if (isKnown(start)) return [start, tail];
      }
    }
    return [];
  };
}
