import type { Topic } from '../knowledge/knowledge.ts';
import { foldText } from '../shared/text.ts';

const ORDINALS = [
  ['1', 'een', 'eerste', '1e', '1ste', 'one', 'first', 'a'],
  ['2', 'twee', 'tweede', '2e', '2de', 'two', 'second', 'b'],
  ['3', 'drie', 'derde', '3e', '3de', 'three', 'third', 'c'],
  ['4', 'vier', 'vierde', '4e', '4de', 'four', 'fourth', 'd'],
] as const;

/** Words around a number that do not change it: "nummer 2 graag", "de tweede", "optie 1". */
const AROUND_A_NUMBER =
  /\b(?:de|het|die|nummer|nr|optie|keuze|antwoord|ik|kies|neem|bedoel|graag|aub|the|number|option|please)\b/g;

/**
 * Which of the offered topics a message picks, by number ("2", "de tweede", "optie 2") or by words of its title.
 * Words pick only when they fit exactly one of the titles.
 */
export function pickedTopic(text: string, offered: readonly Topic[]): Topic | undefined {
  const folded = foldText(text);
  const bare = folded.replaceAll(AROUND_A_NUMBER, '').replaceAll(/\s+/g, ' ').trim();
  const place = ORDINALS.findIndex((names) => names.some((name) => name === bare));
  if (place !== -1) return offered[place];
  const exact = offered.find(({ title }) => foldText(title) === folded);
  if (exact) return exact;
  const words = bare.split(' ').filter((word) => word.length > 2);
  if (words.length === 0) return undefined;
  const fitting = offered.filter(({ title }) => {
    const titleWords = foldText(title).split(' ');
    return words.every((word) => titleWords.includes(word));
  });
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** Whether a message is a bare number, so that it can only be meant as a choice. */
export function isBareNumber(text: string): boolean {
  return /^\d{1,2}$/.test(foldText(text));
}
