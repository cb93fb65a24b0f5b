import { monthOf, weekdayOf } from './names.ts';
import { numberWordsAt } from './number-words.ts';
import { markAt, numberAt, wordAt, type Token } from './tokens.ts';
import { CUES, ORDINAL_ENDS, UNITS } from './words.ts';

/** A number after one of these is a label: "spoor 2", "artikel 7". */
const LABELS = new Set(
  (
    'spoor spoort spoortje track fase phase artikel art lid stap step optie nr nummer number vraag punt bladzijde ' +
    'dossier bsn postcode polis factuur klant pagina page kamer huisnummer klas ploeg team loonschaal schaal maat versie covid corona graad niveau level'
  ).split(' '),
);
const MONEY_MARKS = new Set(['€', '$', '£', '#', '+', '@', '=']);
const CHAIN_MARKS = new Set(['-', '/', '.', ':', ',', '⁄', '\\', '_', '|', ';']);
const BEFORE_GLUED = new Set('w wk week kw maart'.split(' '));

/** A day of the month as it stands in a text. */
export interface DayPlace {
  day: number;
  /** As typed, "031" too; the value for a number in words. */
  digits: string;
  /** "12e", "twaalfde", "3rd". */
  ordinal: boolean;
  next: number;
}

/** Whether a number starts here: not the tail of "3,5", "1.250", "covid19", "spoor 2" or "€ 12". */
export function startsNumber(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined) return token !== undefined;
  const added = before.text === '+' && !token.glued;
  if ((MONEY_MARKS.has(before.text) && !added) || isLabel(before.text)) return false;
  if (!token.glued) return true;
  if (before.kind === 'word') return mayPrecede(before.text);
  return !(CHAIN_MARKS.has(before.text) && before.glued && numberAt(tokens, at - 2) !== undefined);
}

/** "dossiernummer 12", "spoor 2". */
function isLabel(word: string): boolean {
  return LABELS.has(word) || (word.endsWith('nummer') && word !== 'weeknummer');
}

/** Whether a number goes on after `next`, as in "12-3-4-5", "2025.5" or "10:30". */
export function goesOn(tokens: readonly Token[], next: number): boolean {
  const mark = tokens[next];
  if (mark?.kind !== 'mark' || !mark.glued || !CHAIN_MARKS.has(mark.text)) return false;
  return numberAt(tokens, next + 1)?.glued === true;
}

/** Whether what comes after a number makes it an amount: "36 uur", "80%". */
export function isAmount(tokens: readonly Token[], next: number): boolean {
  const mark = markAt(tokens, next);
  return UNITS.has(wordAt(tokens, next)) || mark === '%' || mark === '€' || mark === '°';
}

/** Whether a bare figure here is meant as a date: the text starts with it, or a word as "sinds" stands before it. */
export function hasCue(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return true;
  if (before.kind === 'number') return false;
  return before.kind === 'mark'
    ? !MONEY_MARKS.has(before.text)
    : CUES.has(before.text) || weekdayOf(before.text, true) !== undefined;
}

/** A day in figures or words, with what makes it an ordinal: "12", "12e", "1 ste", "twaalfde", "vijf en twintig". */
export function dayAt(tokens: readonly Token[], at: number): DayPlace | undefined {
  const token = numberAt(tokens, at);
  if (token !== undefined) {
    if (token.text.length > 3 || !startsNumber(tokens, at)) return undefined;
    const ordinal = ORDINAL_ENDS.has(wordAt(tokens, at + 1));
    return { day: token.value, digits: token.text, ordinal, next: at + (ordinal ? 2 : 1) };
  }
  const words = numberWordsAt(tokens, at);
  if (words === undefined || words.value < 1 || words.value > 99) return undefined;
  // "vierentwintig ste", "twaalf de".
  const suffix = !words.ordinal && ORDINAL_ENDS.has(wordAt(tokens, words.next));
  return {
    day: words.value,
    digits: String(words.value),
    ordinal: words.ordinal || suffix,
    next: words.next + (suffix ? 1 : 0),
  };
}

function mayPrecede(word: string): boolean {
  if (BEFORE_GLUED.has(word) || CUES.has(word)) return true;
  return monthOf(word, true) !== undefined || weekdayOf(word, true) !== undefined;
}
