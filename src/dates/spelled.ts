import { editDistance } from '../shared/edit-distance.ts';
import { remembered } from './remembered.ts';

/**
 * Words that change what a date means: misspelled and passed over, "voorig jaar 5 mei" would be read as this year's 5 May.
 * With each how many letters may be wrong.
 */
const KEY_WORDS: readonly (readonly [word: string, most: number])[] = [
  ['vorig', 1],
  ['vorige', 1],
  ['afgelopen', 2],
  ['verleden', 1],
  ['volgend', 1],
  ['volgende', 1],
  ['komende', 1],
  ['aanstaande', 2],
  ['jongstleden', 2],
  ['laatste', 1],
  ['geleden', 1],
  ['ongeveer', 2],
  ['omstreeks', 2],
  ['circa', 1],
  ['anderhalve', 2],
  ['anderhalf', 1],
  ['bijna', 1],
  ['halverwege', 2],
  ['tussen', 1],
];

/** Words of their own that lie a letter from a key word. */
const OTHER_WORDS = new Set(
  (
    'volgen volgens overleden gereden gelezen geladen gemeden gebeden gegeven gelegen verloden vereden plaatste laatst haatste ' +
    'kussen bussen lussen tussenin circus forig komen komend andere anders vorige vorig vordig voorin voorbij komenden'
  ).split(' '),
);

const EXACT = new Set(KEY_WORDS.map(([word]) => word));

/** Short ones that no rule catches without catching more. */
const SHORT = new Map([
  ['ongv', 'ongeveer'],
  ['ongev', 'ongeveer'],
]);

/** A key word for its misspelling, other words as they are. */
export const spelled = remembered((word: string): string => {
  if (word.length < 4 || word.length > 13 || EXACT.has(word) || OTHER_WORDS.has(word)) return word;
  const found = KEY_WORDS.find(([key, most]) => key[0] === word[0] && editDistance(word, key, most) <= most);
  return found?.[0] ?? SHORT.get(word) ?? word;
});
