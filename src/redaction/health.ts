import { editDistance } from '../shared/edit-distance.ts';
import { foldText } from '../shared/text.ts';
import {
  BODY_PARTS,
  COMPLAINTS,
  ILLNESS_CAPITALS,
  ILLNESS_ENDS,
  ILLNESS_STEMS,
  ILLNESS_WORDS,
  LEARNED_ENDS,
  NOT_ILLNESS,
} from './health-words.ts';
import { matching, type Finder, type Span } from './spans.ts';
import { wordsOf, type Word } from './words.ts';

/** Words in one phrase for an illness at most: "ziekte van lyme", "chronisch vermoeidheidssyndroom". */
const LONGEST_PHRASE = 5;
/** A shorter word is not weighed for misspellings: too many others are near. */
const SHORTEST_MISSPELT = 5;
const LOOSE_LETTERS = /(?<![\p{L}\d])\p{L}(?:[ .*_-]{1,2}\p{L}){3,40}(?![\p{L}\d])/gu;
/** What is typed for a letter: "k@nker", "d3pressie". */
const TYPED_FOR: ReadonlyMap<string, string> = new Map(
  ['0o', '1i', '3e', '4a', '5s', '7t', '8b', '@a', '$s', '!i', '*i'].map(([mark = '', letter = '']) => [mark, letter]),
);
const PERHAPS_DISGUISED = /[\p{L}\d@$!*]+/gu;

/**
 * Finds illnesses, complaints, treatments and medicines.
 *
 * @param phrases how people name an illness, in one word or more.
 * @param isKnown whether a word, folded, belongs to the subject: it is no misspelling of an illness.
 */
export function createHealthFinder(phrases: readonly string[], isKnown: (word: string) => boolean): Finder {
  const known = new Set([...ILLNESS_WORDS, ...phrases.map((phrase) => foldText(phrase).replaceAll(' ', ''))]);
  const byInitial = Map.groupBy(
    [...known].filter((word) => word.length >= SHORTEST_MISSPELT),
    (word) => word[0],
  );
  const isIllness = (typed: string): boolean => {
    const word = typed.replace(/(.)\1{2,}/g, '$1');
    if (known.has(typed) || known.has(word)) return true;
    if (NOT_ILLNESS.has(word)) return false;
    if (ILLNESS_STEMS.some((stem) => isIn(word, stem))) return true;
    if (ILLNESS_ENDS.some((end) => isCompound(word, end))) return true;
    if (isKnown(word)) return false;
    if (LEARNED_ENDS.some((end) => isCompound(word, end))) return true;
    if (word.length < SHORTEST_MISSPELT) return false;
    return (byInitial.get(word[0]) ?? []).some((illness) => isMisspelt(word, illness));
  };
  return (text) => {
    const words = wordsOf(text);
    return [...complaintsIn(words), ...phrasesIn(words, isIllness, known), ...disguised(text, isIllness)];
  };
}

function isCompound(word: string, end: string): boolean {
  return word.length >= end.length + 3 && word.endsWith(end);
}

/** A short stem stands at the beginning of a word, a longer one anywhere. */
function isIn(word: string, stem: string): boolean {
  return stem.length < 6
    ? word.startsWith(stem) && word.length <= stem.length + 12 && (stem.length > 3 || word === stem)
    : word.includes(stem);
}

function isMisspelt(word: string, illness: string): boolean {
  const limit = illness.length >= 9 ? 2 : illness.length >= 6 ? 1 : 0;
  return limit > 0 && editDistance(word, illness, limit) <= limit;
}

function phrasesIn(
  words: readonly Word[],
  isIllness: (word: string) => boolean,
  known: ReadonlySet<string>,
): readonly Span[] {
  return words.flatMap((first, at) => {
    if (first.key === '') return [];
    let joined = '';
    for (let length = 1; length <= LONGEST_PHRASE; length += 1) {
      const word = words[at + length - 1];
      if (word === undefined || (word.key === '' && word.text !== '-')) break;
      joined += word.key;
      const isOne =
        length === 1 &&
        (ILLNESS_CAPITALS.has(first.text) ||
          isIllness(joined) ||
          first.parts.some((part) => part.length > 3 && isIllness(part)));
      if (isOne || (length > 1 && word.key !== '' && joined.length > 4 && known.has(joined)))
        return [{ start: first.start, end: word.end, placeholder: '[gezondheid]' }];
    }
    return [];
  });
}

/** "last van mijn knie". */
function complaintsIn(words: readonly Word[]): readonly Span[] {
  return words.flatMap((word, at): Span[] => {
    if (!BODY_PARTS.has(word.key)) return [];
    const from = words.slice(Math.max(0, at - 5), at).find(({ key }) => COMPLAINTS.has(key));
    return from === undefined ? [] : [{ start: from.start, end: word.end, placeholder: '[gezondheid]' }];
  });
}

/** "k a n k e r" and "k@nker"; other loose letters spell a name. */
function disguised(text: string, isIllness: (word: string) => boolean): readonly Span[] {
  const loose = matching(text, LOOSE_LETTERS, ([letters]) =>
    isIllness(foldText(letters).replaceAll(' ', '')) ? '[gezondheid]' : '[naam]',
  );
  const typed = matching(text, PERHAPS_DISGUISED, ([word]) => {
    if (!/[\d@$!*]/.test(word) || !/\p{L}/u.test(word)) return undefined;
    const letters = word.replace(/[\d@$!*]/g, (mark) => TYPED_FOR.get(mark) ?? '');
    return isIllness(foldText(letters)) ? '[gezondheid]' : undefined;
  });
  return [...loose, ...typed];
}
