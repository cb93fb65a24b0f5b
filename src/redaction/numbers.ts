import type { Placeholder } from './placeholders.ts';
import { matching, type Finder } from './spans.ts';

/** Digits with at most three marks between each two, from a "+" or a bracket on; not the 2 of "spoor 2" or the 42 of "week 42". */
const DIGITS =
  /(?!(?<=\b(?:spoor|track) )[1-3](?!\d)|(?<=\b(?:week|artikel|art|stap|fase|lid) )\d{1,3}(?![-./()_ ,:]{0,3}\d))(?<!\d)(?:\+ ?)?\(?\d(?:[-./()_ ,:]{0,3}\d)*/giu;
const IBAN = /\b[a-z]{2}[-. ]{0,3}\d{2}[-. ]{0,3}(?:[a-z]{4}[-. ]{0,3})?(?:[-. ]{0,3}[a-z]?\d){5,}/giu;
/** A word with letters and figures in it. */
const MIXED = /[\p{L}\d]+(?:[-.][\p{L}\d]+)*/gu;
const PLATE = /\b(?:[a-z]{1,3}|\d{1,3})-(?:[a-z]{1,3}|\d{1,3})-(?:[a-z]{1,3}|\d{1,3})\b/giu;
const SPACED_PLATE = /\b(?:[A-Z]{1,3} \d{1,3} [A-Z]{1,3}|\d{1,3} [A-Z]{2,3} \d{1,3})\b/g;
/** "polisnummer AB 12", "kenteken is ab 12 cd": what stands after such a word. */
const NUMBERED =
  /(?<=\b(?:[a-z]{2,20}?nummer|[a-z]{2,20}?nr|number|kenteken|kenmerk|bsn|iban|sofi|pincode|wachtwoord|password|gebruikersnaam|username|inlognaam|plate)[.:=#]? ?(?:(?:is|was|van mij is|luidt)[.:=]? )?)(?:[a-z]{1,4}[-./ ]{0,2})?\d(?:[-./ ]{0,2}[a-z]{0,4}\d){0,16}(?:[-. ]?[a-z]{1,3}\b(?=[.,;!?]|$))?/giu;
const SECRET_WORD = /(?<=\b(?:wachtwoord|password|gebruikersnaam|username|inlognaam)(?: is|:| =) ?)[^\s]+/giu;
const SPOKEN =
  /\b(?:(?:nul|zero|een|één|one|twee|two|drie|three|vier|four|vijf|five|zes|six|zeven|seven|acht|eight|negen|nine)\b[ ,.-]{0,3}){4,}/giu;

const MONEY_BEFORE = /(?:€|\beuro?|\beuros?|\bbedrag|\bloon|\bsalaris) ?(?:van )?$/iu;
const AMOUNT_AFTER =
  /^(?:,-{1,2})? ?(?:€|%|euros?\b|eur\b|bruto|netto|procent|uur\b|uren\b|km\b|kilometer|woorden|m2\b|dagen|weken|weeks|hours|days|per (?:maand|jaar|uur|week))/iu;

const BSN_WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Whether a number can be a BSN: 8 or 9 digits, weighed 9 to 2 and -1, a multiple of 11 together. */
export function isBsn(digits: string): boolean {
  if (!/^\d{8,9}$/.test(digits) || /^0+$/.test(digits)) return false;
  const padded = digits.padStart(9, '0');
  const sum = BSN_WEIGHTS.reduce((total, weight, at) => total + weight * Number(padded[at]), 0);
  return sum % 11 === 0;
}

/** Bank accounts, also with a typing error in them; before dates are looked for. */
export const findAccounts: Finder = (text) => matching(text, IBAN, () => '[rekening]');

/** Every other number by which a person can be found; small numbers, percentages and amounts stay. */
export const findNumbers: Finder = (text) => [
  ...matching(text, DIGITS, (match) =>
    kindOf(match[0], text.slice(0, match.index), text.slice(match.index + match[0].length)),
  ),
  ...matching(text, PLATE, ([plate]) => (isPlate(plate) ? '[nummer]' : undefined)),
  ...matching(text, SPACED_PLATE, ([plate]) => (isPlate(plate) ? '[nummer]' : undefined)),
  ...matching(text, MIXED, ([word]) => (isCode(word) ? '[nummer]' : undefined)),
  ...matching(text, NUMBERED, ([number]) =>
    figures(number).length > 2 || /[a-z]/i.test(number) ? '[nummer]' : undefined,
  ),
  ...matching(text, SECRET_WORD, () => '[nummer]'),
  ...matching(text, SPOKEN, () => '[nummer]'),
];

function figures(text: string): string {
  return text.replace(/\D/g, '');
}

function kindOf(run: string, before: string, after: string): Placeholder | undefined {
  const digits = figures(run);
  const groups = run.match(/\d+/g) ?? [];
  const isAmount = digits.length <= 7 && (MONEY_BEFORE.test(before) || AMOUNT_AFTER.test(after));
  if (isAmount && groups.length <= 3) return undefined;
  if (groups.every((group) => /^(?:19|20)\d\d$/.test(group))) return '[datum]';
  const isLong = digits.length >= 6 || groups.some((group) => group.length >= 4);
  if (!isLong) return undefined;
  if (isBsn(digits)) return '[bsn]';
  const isPhone = /^(?:\+|\(?0)/.test(run.trim()) && digits.length >= 8 && digits.length <= 15;
  return isPhone ? '[telefoon]' : '[nummer]';
}

function isPlate(text: string): boolean {
  return /[a-z]/i.test(text) && /\d/.test(text) && text.replace(/[- ]/g, '').length === 6;
}

/** A word that is a code: many figures among letters, or figures and letters by turns. */
function isCode(word: string): boolean {
  if (!/\p{L}/u.test(word)) return false;
  const count = figures(word).length;
  const turns = (word.match(/\d+/g) ?? []).length;
  const isMixed = /\d\p{L}+\d|\p{L}\d+\p{L}{2}/u.test(word);
  return count >= 4 || (isMixed && ((turns >= 2 && count >= 3) || (count >= 2 && word.length === 6)));
}
