/** Characters that carry no visible text: controls other than white space, format marks (zero-width, direction, soft hyphen) and unassigned ones. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}]/gu;

/** Plain printable text, which most messages are: nothing in it needs folding but capitals. */
const PLAIN = /^[\x20-\x7e\n\r\t]*$/;

/** A text that was folded before. */
const FOLDED = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

const COMBINING_MARKS = /\p{M}+/gu;
const NOT_PLAIN_WORD = /[^a-z0-9]+/g;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

/**
 * Removes characters a reader cannot see and folds compatibility forms (full-width letters, ligatures), so that two
 * texts that look the same are the same.
 */
export function visibleText(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').trim();
}

/**
 * Folds a text for comparison: lower case, no diacritics, every run of other characters one space.
 *
 * @example foldText('Ré-integratie: één plan!') // 're integratie een plan'
 */
export function foldText(text: string): string {
  if (FOLDED.test(text)) return text;
  if (PLAIN.test(text)) return text.toLowerCase().replace(NOT_PLAIN_WORD, ' ').trim();
  return visibleText(text).normalize('NFKD').replace(COMBINING_MARKS, '').toLowerCase().replace(NOT_WORD, ' ').trim();
}

/** Number of words of a text as an editor counts them: runs of characters between white space that hold a letter or digit. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
