import { stemmer } from '@orama/stemmers/dutch';

/** The Dutch stem of a folded word (Snowball's Dutch algorithm). Words with digits stay as they are. */
export function stem(word: string): string {
  return /\d/.test(word) ? word : stemmer(word);
}
