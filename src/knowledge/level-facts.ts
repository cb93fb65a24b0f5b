import type { Language } from '../shared/level.ts';

/** Small numbers that texts write in words. One is left out: it is an article as often as a number. */
const NUMBER_WORDS: Readonly<Record<string, number>> = {
  twee: 2,
  drie: 3,
  vier: 4,
  vijf: 5,
  zes: 6,
  zeven: 7,
  acht: 8,
  negen: 9,
  tien: 10,
  elf: 11,
  twaalf: 12,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
};

const DIGITS = /\d+(?:[.,]\d+)*/g;
const WORDS = new RegExp(`\\b(?:${Object.keys(NUMBER_WORDS).join('|')})\\b`, 'g');

/**
 * The numbers that a text states, in digits or words: weeks, amounts, percentages, parts of dates. Dutch writes
 * "€ 6.000" and "€ 304,25" where English writes "€ 6,000" and "€ 304.25".
 *
 * @example numbersOf('Binnen zes weken, hooguit € 6.000', 'nl') // Set { 6, 6000 }
 */
export function numbersOf(text: string, language: Language): Set<number> {
  const written = (text.match(DIGITS) ?? []).map((digits) =>
    language === 'nl'
      ? Number(digits.replaceAll(/\.(?=\d{3}(?!\d))/g, '').replace(',', '.'))
      : Number(digits.replaceAll(/,(?=\d{3}(?!\d))/g, '')),
  );
  const worded = (text.toLowerCase().match(WORDS) ?? []).flatMap((word) => NUMBER_WORDS[word] ?? []);
  return new Set([...written, ...worded]);
}

/** Numbers that one of two texts states and the other does not. */
export function differingNumbers(
  ours: ReadonlySet<number>,
  theirs: ReadonlySet<number>,
): { missing: number[]; extra: number[] } {
  return { missing: [...ours].filter((one) => !theirs.has(one)), extra: [...theirs].filter((one) => !ours.has(one)) };
}
