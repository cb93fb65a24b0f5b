import { startsNumber } from './number-place.ts';
import { numberWord, numberWordsAt } from './number-words.ts';
import { numberAt, wordAt, type Token } from './tokens.ts';

const ARTICLES = new Set(['een', 'n', 'a', 'an', 'de', 'the', 'one']);
const HALVES = new Set(['half', 'halve', 'halfjaar']);
const FEW = new Map<string, readonly [number, number]>([
  ['paar', [2, 5]],
  ['enkele', [2, 6]],
  ['enkel', [2, 6]],
  ['aantal', [2, 8]],
  ['few', [2, 5]],
  ['several', [2, 8]],
  ['some', [2, 8]],
  ['couple', [2, 3]],
]);

/** How many units: "3", "2,5", "2 a 3", "een paar", "anderhalve", "een half", "twee en een half". */
export function countAt(
  tokens: readonly Token[],
  at: number,
): { least: number; most: number; next: number } | undefined {
  const article = ARTICLES.has(wordAt(tokens, at));
  const few = FEW.get(wordAt(tokens, article ? at + 1 : at));
  if (few !== undefined) {
    const next = at + (article ? 2 : 1);
    return { least: few[0], most: few[1], next: wordAt(tokens, next) === 'of' ? next + 1 : next };
  }
  const first = plainCountAt(tokens, at);
  if (first === undefined) return undefined;
  const joint = tokens[first.next]?.text ?? '';
  if (!RANGE_JOINTS.has(joint)) return { least: first.count, most: first.count, next: first.next };
  const second = plainCountAt(tokens, first.next + 1) ?? gluedCountAt(tokens, first.next + 1);
  if (second === undefined || second.count <= first.count) return undefined;
  return { least: first.count, most: second.count, next: second.next };
}

const RANGE_JOINTS = new Set(['a', '-', 'of', 'tot', 'or', 'to', '/']);

function gluedCountAt(tokens: readonly Token[], at: number): { count: number; next: number } | undefined {
  const token = numberAt(tokens, at);
  return token === undefined ? undefined : { count: token.value, next: at + 1 };
}

/** One number: "3", "2,5", "anderhalve", "drie en een half". */
export function plainCountAt(tokens: readonly Token[], at: number): { count: number; next: number } | undefined {
  const token = numberAt(tokens, at);
  if (token !== undefined) {
    if (!startsNumber(tokens, at) || token.text.length > 6) return undefined;
    const mark = tokens[at + 1];
    const decimals =
      mark?.glued === true && (mark.text === ',' || mark.text === '.') ? numberAt(tokens, at + 2) : undefined;
    if (decimals?.glued === true) {
      return { count: Number(`${token.text}.${decimals.text.slice(0, 6)}`), next: at + 3 };
    }
    return withHalf(tokens, token.value, at + 1);
  }
  const word = wordAt(tokens, at);
  if (word === 'anderhalf' || word === 'anderhalve') return { count: 1.5, next: at + 1 };
  if (word === 'driekwart') return { count: 0.75, next: at + 1 };
  if (HALVES.has(word)) {
    // "half a year", and "halfjaar" in one word.
    const article = ARTICLES.has(wordAt(tokens, at + 1)) ? 1 : 0;
    return { count: 0.5, next: word === 'halfjaar' ? at : at + 1 + article };
  }
  if (ARTICLES.has(word) && (HALVES.has(wordAt(tokens, at + 1)) || wordAt(tokens, at + 1) === 'driekwart')) {
    return plainCountAt(tokens, at + 1);
  }
  const joined = /^(?<count>[a-z]{3,5})en(?:een)?hal(?:f|ve)$/.exec(word)?.groups?.['count'];
  if (joined !== undefined) {
    const whole = numberWord(joined)?.value;
    return whole === undefined ? undefined : { count: whole + 0.5, next: at + 1 };
  }
  const words = numberWordsAt(tokens, at);
  if (words !== undefined) return words.ordinal ? undefined : withHalf(tokens, words.value, words.next);
  return word === 'a' || word === 'an' || word === 'n' ? { count: 1, next: at + 1 } : undefined;
}

function withHalf(tokens: readonly Token[], count: number, next: number): { count: number; next: number } {
  const past = andAHalf(tokens, next);
  return past > next ? { count: count + 0.5, next: past } : { count, next };
}

/** The place after "en een half" or "and a half". */
export function andAHalf(tokens: readonly Token[], at: number): number {
  const joint = wordAt(tokens, at);
  if (joint !== 'en' && joint !== 'and') return at;
  const place = ARTICLES.has(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  if (!HALVES.has(wordAt(tokens, place))) return at;
  // "een jaar en een half jaar" names its own unit: not a half of the first.
  return place + 1;
}
