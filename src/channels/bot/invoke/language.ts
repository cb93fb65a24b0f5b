import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Language } from '../../../shared/level.ts';
import { foldText } from '../../../shared/text.ts';

/** Tells which language a few words are in. */
export type LanguageCheck = (text: string) => Language;

/**
 * A search is Dutch, unless more of its words stand in our English texts only than in our Dutch texts only: what a person's
 * computer is set to says nothing of what they type.
 */
export function createLanguageCheck({ topics }: Knowledge): LanguageCheck {
  const words = { nl: new Set<string>(), en: new Set<string>() };
  for (const { title, answers } of topics) {
    const texts = [answers.shared, answers.employee, answers.employer];
    addWords(words.nl, [title.nl, ...texts.flatMap((levels) => [levels?.['nl-B1'], levels?.['nl-A2']])]);
    addWords(words.en, [title.en, ...texts.map((levels) => levels?.en)]);
  }
  return (text) => {
    const typed = foldText(text).split(' ');
    const only = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
      typed.filter((word) => one.has(word) && !other.has(word)).length;
    return only(words.en, words.nl) > only(words.nl, words.en) ? 'en' : 'nl';
  };
}

function addWords(words: Set<string>, texts: readonly (string | undefined)[]): void {
  for (const word of texts.flatMap((text) => foldText(text ?? '').split(' '))) words.add(word);
}
