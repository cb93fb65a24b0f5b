import { editDistance } from '../shared/edit-distance.ts';

/** Finds the known word that an unknown one was meant to be; nothing when none is near enough. */
export type SpellingRepair = (word: string) => string | undefined;

/** Words shorter than this have too many neighbours to be repaired. */
const SHORTEST_REPAIRED = 5;

/** From this length a word may have two slips; in a shorter one two changes make another word more often than a slip. */
const TWO_SLIPS_FROM = 8;

/**
 * Repairs single words against the knowledge base's own words: one changed, missing, extra or swapped letter, two in a
 * long word. Among equally near words the first known one wins.
 *
 * @param known correctly spelled words, folded
 */
export function createSpellingRepair(known: readonly string[]): SpellingRepair {
  const byLength = new Map(
    [...Map.groupBy(known.filter(isRepairable).map(toCandidate), ({ word }) => word.length)].map(
      ([length, candidates]) => [length, { candidates, letters: Int32Array.from(candidates, (one) => one.letters) }],
    ),
  );
  return (word) => {
    if (!isRepairable(word)) return undefined;
    const allowed = word.length >= TWO_SLIPS_FROM ? 2 : 1;
    const letters = letterSet(word);
    let best: { candidate: Candidate; edits: number } | undefined;
    for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
      const known = byLength.get(length);
      if (known === undefined) continue;
      for (let at = 0; at < known.letters.length; at += 1) {
        // A slip changes at most two letters of the set, so most words are ruled out without comparing them.
        if (bitCount((known.letters[at] ?? 0) ^ letters) > 2 * allowed) continue;
        const candidate = known.candidates[at];
        if (candidate === undefined) continue;
        const edits = editDistance(word, candidate.word, allowed);
        if (edits > allowed) continue;
        if (
          best === undefined ||
          edits < best.edits ||
          (edits === best.edits && candidate.place < best.candidate.place)
        )
          best = { candidate, edits };
      }
    }
    return best?.candidate.word;
  };
}

interface Candidate {
  word: string;
  letters: number;
  /** Place among the known words. */
  place: number;
}

function toCandidate(word: string, place: number): Candidate {
  return { word, letters: letterSet(word), place };
}

function isRepairable(word: string): boolean {
  return word.length >= SHORTEST_REPAIRED && !/\d/.test(word);
}

/** Which letters occur in a word, one bit each. */
function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at += 1) set |= 1 << (word.charCodeAt(at) % 32);
  return set;
}

/** How many bits are set, by adding neighbours: pairs, fours, bytes. */
function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
