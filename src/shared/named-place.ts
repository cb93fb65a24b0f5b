import { foldText } from './text.ts';

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

/** A message without the words around a place that do not change it. */
export function withoutFrame(text: string): string {
  return foldText(text).replaceAll(AROUND_A_PLACE, '').replaceAll(/\s+/g, ' ').trim();
}
