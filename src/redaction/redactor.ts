import { foldText } from '../shared/text.ts';
import { createAddressFinder, findHouseNumbers } from './addresses.ts';
import { createDateFinder } from './dates.ts';
import { createHealthFinder } from './health.ts';
import { COMPANIES, EVERYDAY_WORDS, FIRST_NAMES } from './name-words.ts';
import { createLexicon, findNames } from './names.ts';
import { findNetAddresses, joinedAddresses } from './net.ts';
import { findAccounts, findNumbers } from './numbers.ts';
import { written } from './placeholders.ts';
import { plainMessage } from './plain-message.ts';
import { findOtherScripts } from './scripts.ts';
import { without, type Finder } from './spans.ts';

/** What the content says about words. */
export interface RedactionWords {
  /** How people name an illness. */
  healthWords: readonly string[];
  /** Texts whose words are no names: titles, phrasings and answers. The more there are, the less is taken out that may stay. */
  vocabulary: readonly string[];
}

/**
 * Takes out of a message what names a person or an illness, before any of it is kept; placeholders stand in its place.
 * Only the first 300 characters that a reader sees are kept, on one line. Redacting twice changes nothing more.
 *
 * @param names of people in the conversation, as their channel gives them.
 * @example redact('ik heet Karin, mag ik spoor 2 weigeren') // 'ik heet [naam], mag ik spoor 2 weigeren'
 */
export type Redact = (text: string, names?: readonly string[]) => string;

export function createRedactor({ healthWords, vocabulary }: RedactionWords): Redact {
  const words = new Set([...foldText(vocabulary.join(' ')).split(' '), ...EVERYDAY_WORDS]);
  // "Jan" in an example does not make it a word of the subject.
  const lexicon = createLexicon(new Set([...words].filter((word) => !FIRST_NAMES.has(word) && !COMPANIES.has(word))));
  const findDates = createDateFinder(lexicon.isKnown);
  const findAddresses = createAddressFinder(lexicon.isKnown);
  const findHealth = createHealthFinder(healthWords, lexicon.isKnown);
  return (text, names = []) => {
    const finders: readonly Finder[] = [
      findNetAddresses,
      findAccounts,
      findDates,
      findAddresses,
      findNumbers,
      findHealth,
      findOtherScripts,
      (rest) => findNames(rest, names, lexicon),
      findHouseNumbers,
    ];
    const once = (from: string) =>
      written(finders.reduce((rest, find) => without(rest, find(rest)), joinedAddresses(plainMessage(from))));
    // What is taken out changes what stands beside it; each further round takes out more or nothing.
    let before = text;
    let after = once(text);
    while (after !== before) {
      before = after;
      after = once(before);
    }
    return after;
  };
}
