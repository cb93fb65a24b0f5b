import type { Option } from '../knowledge/knowledge.ts';
import { withoutFrame } from '../shared/named-place.ts';
import { foldText } from '../shared/text.ts';

const YES = ['ja', 'jawel', 'ja graag', 'klopt', 'ja klopt', 'yes', 'inderdaad', 'zeker'];

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
