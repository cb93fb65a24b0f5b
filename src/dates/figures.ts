import { dayIn, oneDay } from './calendar.ts';
import type { Yearly } from './meaning.ts';
import { markAt, numberAt, type Token } from './tokens.ts';

const SEPARATORS = new Set(['-', '/', '.', ',', '\\', '_', '|', ';']);

/** The next number of a date in figures, and what stands before it: '' for a space. */
export interface Piece {
  token: Token;
  mark: string;
  next: number;
}

/** A day of a month in figures, as a yearly date. */
export function numericDay(day: number, month: number, text: string): Yearly {
  const sibling = (other: number): Yearly => numericDay(other, month, `${other}-${month}`);
  return { kind: 'yearly', at: (year) => oneDay(dayIn(year, month, day)), missing: 'day', text, sibling };
}

/** The number that goes on a date in figures, after a separator or a space. */
export function pieceAt(tokens: readonly Token[], at: number): Piece | undefined {
  const mark = markAt(tokens, at);
  if (mark === '' || mark === "'") return numberPiece(tokens, at, '');
  if (!SEPARATORS.has(mark)) return undefined;
  const twice = markAt(tokens, at + 1) === mark ? 2 : 1;
  return numberPiece(tokens, at + twice, mark);
}

function numberPiece(tokens: readonly Token[], at: number, mark: string): Piece | undefined {
  const place = markAt(tokens, at) === "'" ? at + 1 : at;
  const token = numberAt(tokens, place);
  return token === undefined ? undefined : { token, mark, next: place + 1 };
}

/** Whether still another number follows after a space. */
export function isRow(tokens: readonly Token[], next: number): boolean {
  return numberAt(tokens, next) !== undefined;
}
