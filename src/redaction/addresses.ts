import { foldText } from '../shared/text.ts';
import { markOf } from './placeholders.ts';
import { matching, type Finder } from './spans.ts';
import { setOf } from './words.ts';

const HOUSE = String.raw`\d{1,5}(?:[ -]?(?:hs|bis|huis|rood|[a-d])\b|[-/]?[a-z]{1,2}\b|[-/]\d{1,4}\b)?`;
const POSTCODE = new RegExp(
  String.raw`\b([1-9]\d{3})( ?)([a-z]{2})\b(?:[ ,]{0,2}(?:(?:huisnummer|nummer|nr|no)\.? ?)?${HOUSE})?`,
  'giu',
);
const STREET = new RegExp(
  String.raw`\b\p{L}{2,30}(?:straat|str|laan|weg|plein|kade|gracht|singel|dijk|pad|hof|steeg|dreef|plantsoen|park|boulevard|burg|wal|ring|erf)\.?,? (?:(?:huisnummer|nummer|nr|no)\.? ?)?${HOUSE}`,
  'giu',
);
const STREET_NAME = /\b\p{L}{2,30}(?:straat|(?<!s)laan|plein|kade|gracht|singel|steeg|plantsoen|dreef)\b/giu;
const CAPITAL_WAY = /\b\p{Lu}\p{L}{2,30}(?:weg|dijk|pad|hof|park)\b/gu;
const ENGLISH_STREET = /\b\d{1,5}[a-z]? (?:\p{L}{2,20} ){1,2}(?:street|road|avenue|lane|drive|square)\b/giu;
const POST_BOX = /\b(?:postbus|po box|p\.o\. box|antwoordnummer) ?\d{1,6}/giu;
/** After a year these are words, not the letters of a postcode. */
const SHORT_WORDS = setOf(
  'al an as at be bv by cv da de do dr ds eb ed ee en er et eu ga he hr ie ik in is it ja je jl km ma me my na ne no nr of ok om on op or pa re so te to tv uw up us vd wa we wg wk ww x zo',
);
/** "Lange Vijverberg 7": the number of a house behind what was taken for a name. */
const HOUSE_BEHIND_NAME = new RegExp(
  String.raw`(?<=${markOf('[naam]')}) (?:nr\.? ?)?${HOUSE}(?=[.,;!?]|$| ?[\ue000-\ue0ff])`,
  'giu',
);

/**
 * Finds streets, house numbers, postcodes and boxes.
 *
 * @param isKnown whether a word, folded, belongs to the subject: "ontslaan" is no street.
 */
export function createAddressFinder(isKnown: (word: string) => boolean): Finder {
  const unlessKnown = ([street]: RegExpExecArray) =>
    isKnown(foldText(street).split(' ')[0] ?? '') ? undefined : '[adres]';
  return (text) => [
    ...matching(text, POSTCODE, ([, , space, letters = '']) =>
      space !== '' && letters !== letters.toUpperCase() && SHORT_WORDS.has(letters.toLowerCase())
        ? undefined
        : '[adres]',
    ),
    ...matching(text, STREET, unlessKnown),
    ...matching(text, STREET_NAME, unlessKnown),
    ...matching(text, CAPITAL_WAY, unlessKnown),
    ...matching(text, ENGLISH_STREET, () => '[adres]'),
    ...matching(text, POST_BOX, () => '[adres]'),
  ];
}

/** What is left of an address when the names in a text were taken out. */
export const findHouseNumbers: Finder = (text) => matching(text, HOUSE_BEHIND_NAME, () => '[adres]');
