import { numberAt, wordAt, type Token } from './tokens.ts';

/** A number written in words. */
export interface NumberWord {
  value: number;
  ordinal: boolean;
}

const ONES_NL = 'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien';
const TEENS_NL = ['zeventien', 'achttien', 'negentien'];
const TENS_NL = 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' ');
const ORDINALS_NL =
  'nulde eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende ' +
  'vijftiende zestiende zeventiende achttiende negentiende';
const ONES_EN =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen';
const TENS_EN = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS_EN =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth ' +
  'fifteenth sixteenth seventeenth eighteenth nineteenth';

const WORDS: ReadonlyMap<string, NumberWord> = numberWords();

/** What one word says: 0 to 99, or 2000 and the like. */
export function numberWord(word: string): NumberWord | undefined {
  return WORDS.get(word);
}

/**
 * A number in words, also in pieces: "vijfentwintig", "vijf en twintig", "twenty-first".
 *
 * @returns what it says and the place after it.
 */
export function numberWordsAt(tokens: readonly Token[], at: number): (NumberWord & { next: number }) | undefined {
  const first = WORDS.get(wordAt(tokens, at));
  if (first === undefined) return undefined;
  const { value } = first;
  // Read whole: of "een en twintig maart" the last two words alone would be another day.
  if (!first.ordinal && value >= 1 && value <= 9) {
    const join = dashesPast(tokens, at + 1);
    const tens = wordAt(tokens, join) === 'en' ? dashesPast(tokens, join + 1) : -1;
    const second = WORDS.get(wordAt(tokens, tens));
    if (second !== undefined && isTens(wordAt(tokens, tens), TENS_NL)) {
      return { value: second.value + value, ordinal: second.ordinal, next: tens + 1 };
    }
  }
  if (!first.ordinal && isTens(wordAt(tokens, at), TENS_EN)) {
    const join = dashesPast(tokens, at + 1);
    const second = WORDS.get(wordAt(tokens, join));
    if (second !== undefined && second.value >= 1 && second.value <= 9) {
      return { value: value + second.value, ordinal: second.ordinal, next: join + 1 };
    }
  }
  return { ...first, next: at + 1 };
}

/**
 * A year in words: "tweeduizend vijfentwintig", "negentienhonderd vijfenzeventig", "twenty twenty-five".
 */
export function yearWordsAt(tokens: readonly Token[], at: number): { year: number; next: number } | undefined {
  const whole = joinedYear(wordAt(tokens, at));
  if (whole !== undefined) return { year: whole, next: at + 1 };
  const start = centuryAt(tokens, at);
  if (start === undefined) return undefined;
  const join = wordAt(tokens, start.next);
  const place = start.next + (join === 'en' || join === 'and' ? 1 : 0);
  const figures = numberAt(tokens, place);
  if (figures?.text.length === 2) return { year: start.year + figures.value, next: place + 1 };
  const rest = numberWordsAt(tokens, place);
  if (rest !== undefined && !rest.ordinal && rest.value < 100 && (start.whole || rest.value >= 10)) {
    return { year: start.year + rest.value, next: rest.next };
  }
  return start.whole ? { year: start.year, next: start.next } : undefined;
}

function centuryAt(tokens: readonly Token[], at: number): { year: number; next: number; whole: boolean } | undefined {
  const word = wordAt(tokens, at);
  const second = wordAt(tokens, at + 1);
  if (word === 'tweeduizend' || word === 'twothousand') return { year: 2000, next: at + 1, whole: true };
  if (word === 'negentienhonderd') return { year: 1900, next: at + 1, whole: true };
  if ((word === 'twee' && second === 'duizend') || (word === 'two' && second === 'thousand')) {
    return { year: 2000, next: at + 2, whole: true };
  }
  if ((word === 'negentien' && second === 'honderd') || (word === 'nineteen' && second === 'hundred')) {
    return { year: 1900, next: at + 2, whole: true };
  }
  if (word === 'twintig' || word === 'twenty') return { year: 2000, next: at + 1, whole: false };
  if (word === 'negentien' || word === 'nineteen') return { year: 1900, next: at + 1, whole: false };
  return undefined;
}

/** A year written as one word: "tweeduizendvijfentwintig", "negentienvijfenzeventig". */
function joinedYear(word: string): number | undefined {
  for (const [start, century] of [
    ['tweeduizend', 2000],
    ['negentienhonderd', 1900],
    ['negentien', 1900],
    ['twintig', 2000],
  ] as const) {
    if (!word.startsWith(start) || word.length === start.length) continue;
    const rest = WORDS.get(word.slice(start.length + (word.startsWith('en', start.length) ? 2 : 0)));
    if (rest !== undefined && !rest.ordinal && rest.value < 100) return century + rest.value;
  }
  return undefined;
}

function dashesPast(tokens: readonly Token[], at: number): number {
  return tokens[at]?.text === '-' ? at + 1 : at;
}

function isTens(word: string, tens: readonly string[]): boolean {
  return tens.some((ten) => word === ten || word === `${ten}ste`);
}

function numberWords(): ReadonlyMap<string, NumberWord> {
  const words = new Map<string, NumberWord>();
  const put = (word: string, value: number, ordinal: boolean): void => {
    words.set(word, { value, ordinal });
  };
  const onesNl = [...ONES_NL.split(' '), ...TEENS_NL];
  for (const [value, word] of onesNl.entries()) put(word, value, false);
  for (const [value, word] of ONES_EN.split(' ').entries()) put(word, value, false);
  for (const [place, ten] of TENS_NL.entries()) {
    const value = 20 + 10 * place;
    put(ten, value, false);
    put(`${ten}ste`, value, true);
    for (let one = 1; one <= 9; one++) {
      const word = onesNl[one] ?? '';
      // Who writes no second e: "tweentwintig".
      for (const start of word.endsWith('e') ? [`${word}en`, `${word}n`] : [`${word}en`]) {
        put(`${start}${ten}`, value + one, false);
        put(`${start}${ten}ste`, value + one, true);
      }
    }
  }
  for (const [place, ten] of TENS_EN.entries()) {
    put(ten, 20 + 10 * place, false);
    put(`${ten.slice(0, -1)}ieth`, 20 + 10 * place, true);
  }
  for (const [value, word] of ORDINALS_NL.split(' ').entries()) put(word, value, true);
  for (const [value, word] of ORDINALS_EN.split(' ').entries()) put(word, value, true);
  put('ene', 1, false);
  put('achste', 8, true);
  put('twaalde', 12, true);
  return words;
}
