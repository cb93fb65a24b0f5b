import { inRange } from './calendar.ts';
import { found, type Found, type Part } from './meaning.ts';
import { goesOn, hasCue, isAmount, startsNumber } from './number-place.ts';
import { yearWordsAt } from './number-words.ts';
import { impossible } from './resolve.ts';
import { numberAt, wordAt, type Token } from './tokens.ts';
import { relativeYearAt, sure, type YearPlace } from './years.ts';

/** A year alone: "2025", "in het jaar 2025", "vorig jaar". Without such a word or a longer text, four figures may be anything. */
export const yearAlone: Part = (scan, at) => {
  const { tokens, setting } = scan;
  const relative = relativeYearAt(scan, at);
  if (relative !== undefined) return asFound(relative);
  const words = yearWordsAt(tokens, at);
  // "twintig vijfentwintig" may be two numbers; "tweeduizend" starts a year.
  if (words !== undefined && hasCue(tokens, at)) return asFound({ ...sure(words.year), next: words.next });
  const token = numberAt(tokens, at);
  if (token?.text.length !== 4 || !startsNumber(tokens, at) || goesOn(tokens, at + 1) || !hasCue(tokens, at))
    return undefined;
  const after = tokens[at + 1];
  if (isAmount(tokens, at + 1) || after?.text === ':' || after?.kind === 'number' || isPostcode(tokens, at + 1))
    return undefined;
  if (inRange(token.value, setting.today)) return asFound({ ...sure(token.value), next: at + 1 });
  const attempt = tokens.length === 1 && token.value >= 1800 && token.value < 2200;
  return attempt ? found(impossible(token.text, 'yearOutOfRange'), at + 1) : undefined;
};

const SHORT_WORDS = new Set(
  'en of in is op na ik we ze je al er nu zo ja tm om or to at as my me by it wa he ok no'.split(' '),
);

/** The two letters of "2034 AB". */
function isPostcode(tokens: readonly Token[], at: number): boolean {
  const word = wordAt(tokens, at);
  return word.length === 2 && !SHORT_WORDS.has(word);
}

function asFound({ first, last, relative, next }: YearPlace & { kind: 'year' }): Found {
  return { meanings: [{ kind: 'year', first, last, relative }], next };
}
