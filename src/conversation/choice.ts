import type { Option } from '../knowledge/knowledge.ts';
import { foldText } from '../shared/text.ts';

/** Ways to name a place in a list, from the first on. */
const PLACES = [
  ['een', 'eerste', '1e', '1ste', 'one', 'first', 'a', 'bovenste', 'eentje'],
  ['twee', 'tweede', '2e', '2de', 'two', 'second', 'b', 'tweetje'],
  ['drie', 'derde', '3e', '3de', 'three', 'third', 'c'],
  ['vier', 'vierde', '4e', '4de', 'four', 'fourth', 'd'],
  ['vijf', 'vijfde', '5e', '5de', 'five', 'fifth', 'e'],
] as const;

const LAST = ['laatste', 'onderste', 'last'];

/** Words around a place that do not change it: "ja de tweede graag", "optie 1". */
const AROUND_A_PLACE =
  /\b(?:ja|yes|oke|ok|doe|maar|de|het|die|dat|nummer|nummertje|nr|optie|keuze|antwoord|knop|ik|kies|neem|bedoel|graag|aub|the|number|option|please)\b/g;

const YES = ['ja', 'jawel', 'ja graag', 'klopt', 'ja klopt', 'yes', 'inderdaad', 'zeker'];

/**
 * Which place of a list a message names, counted from 1; `last` for the last one, whatever its number.
 *
 * @example namedPlace('ja, de tweede graag') // 2
 */
export function namedPlace(text: string): number | 'last' | undefined {
  const bare = withoutFrame(text);
  if (/^\d{1,2}$/.test(bare)) return Number(bare);
  const place = PLACES.findIndex((names) => names.some((name) => name === bare));
  if (place !== -1) return place + 1;
  return LAST.includes(bare) ? 'last' : undefined;
}

/** Which of the options a message picks by words of its title: only when they fit exactly one. */
export function optionByWords(text: string, offered: readonly Option[]): Option | undefined {
  const folded = foldText(text);
  const exact = offered.find((option) => foldedTitles(option).includes(folded));
  if (exact) return exact;
  const words = withoutFrame(text)
    .split(' ')
    .filter((word) => word.length > 2);
  if (words.length === 0) return undefined;
  const fitting = offered.filter((option) =>
    foldedTitles(option).some((title) => {
      const titleWords = title.split(' ');
      return words.every((word) => titleWords.includes(word));
    }),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function foldedTitles({ title }: Option): string[] {
  return [foldText(title.nl), foldText(title.en)];
}

/** Whether a message only agrees, without saying to which of several. */
export function isYes(text: string): boolean {
  return YES.includes(foldText(text));
}

/** Whether a message is a bare number, so that it can only be meant as a choice. */
export function isBareNumber(text: string): boolean {
  return /^\d{1,2}$/.test(foldText(text));
}

function withoutFrame(text: string): string {
  return foldText(text).replaceAll(AROUND_A_PLACE, '').replaceAll(/\s+/g, ' ').trim();
}
