import { visibleText } from '../shared/text.ts';
import { spelled } from './spelled.ts';

/** The smallest piece of a text that the grammar looks at. */
export interface Token {
  kind: 'number' | 'word' | 'mark';
  /** Lower case, without diacritics; a mark is one character, every dash '-' and every apostrophe "'". */
  text: string;
  /** What a number's digits say; NaN for the rest. */
  value: number;
  /** No white space stands between this and what comes before. */
  glued: boolean;
}

const PIECE = /\d+|\p{L}+|[^\s\d\p{L}]/gu;
const COMBINING_MARKS = /\p{M}+/gu;
const DASHES = /[\p{Pd}\u2212]/gu;
const APOSTROPHES = /[\u2018\u2019\u201b`\u00b4\u2032]/gu;
const PLUS_MINUS = /\+\/?-/gu;
/** "0ktober" with a zero. */
const LETTER_ZERO = /(?<![\p{L}\d.,/-])0(?=\p{L}{4})/gu;
/** "2O25" with the letter O. */
const LETTER_O = /(?<=\d)o(?=\d)/giu;
const ARABIC_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/**
 * Cuts a text in numbers, words and marks.
 *
 * @example tokenise("12mrt. ’25") // 12 mrt . ' 25
 */
export function tokenise(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = -1;
  for (const match of plain(text).matchAll(PIECE)) {
    const piece = match[0];
    const kind = kindOf(piece);
    tokens.push({ kind, text: piece, value: kind === 'number' ? Number(piece) : NaN, glued: match.index === end });
    end = match.index + piece.length;
  }
  return joined(tokens);
}

function plain(text: string): string {
  // A half would fold to "1⁄2", and "3½" with it to "31⁄2". The accent marks go before the folding makes spaces of them.
  const safe = text.replaceAll('½', ',5').replace(LETTER_O, '0').replace(LETTER_ZERO, 'o').replace(APOSTROPHES, "'");
  return visibleText(safe)
    .normalize('NFKD')
    .replace(COMBINING_MARKS, '')
    .replace(DASHES, '-')
    .replace(PLUS_MINUS, '±')
    .replace(ARABIC_DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .toLowerCase();
}

function kindOf(piece: string): Token['kind'] {
  const first = piece.charCodeAt(0);
  if (first >= 48 && first <= 57) return 'number';
  return /^\p{L}/u.test(piece) ? 'word' : 'mark';
}

/** Makes one word of "j.l.", "t/m", "a.s." and of "zo'n", "king's". */
function joined(tokens: readonly Token[]): readonly Token[] {
  const result: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    let text = token.text;
    while (token.kind === 'word' && isJoint(text, tokens, at)) {
      text += tokens[at + 2]?.text ?? '';
      at += 2;
    }
    if (token.kind === 'word') text = spelled(text);
    result.push(text === token.text ? token : { ...token, text });
  }
  return result;
}

function isJoint(text: string, tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at + 1];
  const word = tokens[at + 2];
  if (mark?.glued !== true || word?.glued !== true || word.kind !== 'word' || text.length > 20) return false;
  if (mark.text === "'") return true;
  return (mark.text === '.' || mark.text === '/') && word.text.length === 1 && tokens[at]?.text.length === 1;
}

/** The word at a place, or '' when something else stands there. */
export function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === 'word' ? token.text : '';
}

/** The mark at a place, or ''. */
export function markAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token?.kind === 'mark' ? token.text : '';
}

/** The number at a place. */
export function numberAt(tokens: readonly Token[], at: number): Token | undefined {
  const token = tokens[at];
  return token?.kind === 'number' ? token : undefined;
}

/** The first place from `at` whose token is none of `texts`; looks at most 4 places on. */
export function skip(tokens: readonly Token[], at: number, texts: ReadonlySet<string>): number {
  let next = at;
  while (next < at + 4 && texts.has(tokens[next]?.text ?? '')) next++;
  return next;
}
