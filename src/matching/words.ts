import { foldText } from '../shared/text.ts';
import { LONGEST_WORD, MATCHED_CHARACTERS } from './weights.ts';

/**
 * Splits a message into comparable words: folded, "re-integratie" in one piece, "spoor2" and "week52" in two.
 * Only the beginning of a long message is read.
 */
export function wordsOf(text: string): string[] {
  return foldText(text.slice(0, MATCHED_CHARACTERS))
    .replace(/\bre (?=integr)/g, 're')
    .replace(/([a-z]{2})(?=\d)/g, '$1 ')
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, LONGEST_WORD));
}
