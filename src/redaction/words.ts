import { foldText } from '../shared/text.ts';

/** A word or a mark of punctuation in a text. */
export interface Word {
  text: string;
  /** Folded, its parts with nothing between; '' for punctuation. */
  key: string;
  /** The folded parts of a word with hyphens. */
  parts: readonly string[];
  start: number;
  /** The place after its last character. */
  end: number;
  isCapital: boolean;
}

const PIECE = /[\p{L}\p{N}]+(?:['_-]+[\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;

/** The words and marks of a text in order. */
export function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(PIECE)].map((match) => {
    const word = match[0];
    const parts = foldText(withoutEnding(word)).split(' ').filter(Boolean);
    return {
      text: word,
      key: parts.join(''),
      parts,
      start: match.index,
      end: match.index + word.length,
      isCapital: /^\p{Lu}/u.test(word),
    };
  });
}

/** A word without the "'s" of "Karin's". */
function withoutEnding(word: string): string {
  return word.endsWith("'s") ? word.slice(0, -2) : word;
}

/** A set of the words in texts: space between them, no capitals and no accents in them. */
export function setOf(...texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.split(/\s+/)).filter(Boolean));
}
