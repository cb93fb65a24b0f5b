import { stemmer } from '@orama/stemmers/dutch';

const stems = new Map<string, string>();
const REMEMBERED = 20_000;

/** The Dutch stem of a folded word (Snowball's Dutch algorithm). Words with digits stay as they are. */
export function stem(word: string): string {
  if (/\d/.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const result = stemmer(word);
  if (stems.size >= REMEMBERED) stems.clear();
  stems.set(word, result);
  return result;
}
