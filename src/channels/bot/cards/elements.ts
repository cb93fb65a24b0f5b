import type { Citation } from '../../../knowledge/knowledge.ts';
import { languageOf, type Level } from '../../../shared/level.ts';

/** So much of a list stands in one element. Characters. */
const LONGEST_BLOCK = 600;

/** A part of an Adaptive Card, as JSON. */
export type Element = Readonly<Record<string, unknown>>;

/** A card without contents, in the newest version that Teams shows everywhere. @param fallbackText what a client says that shows no cards */
export function emptyCard(level: Level, fallbackText: string): Element {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: languageOf(level),
    fallbackText,
  };
}

/** Text that breaks into lines: bold, lists and links are all the Markdown that Teams shows in it. */
export function textBlock(text: string, more: Element = {}): Element {
  return { type: 'TextBlock', text, wrap: true, ...more };
}

/** A heading that screen readers know as one. */
export function title(text: string): Element {
  return textBlock(text, { weight: 'Bolder', size: 'Medium', style: 'heading' });
}

/** A line above what belongs to it. */
export function lead(text: string): Element {
  return textBlock(text, { weight: 'Bolder', spacing: 'Medium' });
}

export function small(text: string): Element {
  return textBlock(text, { size: 'Small', isSubtle: true, spacing: 'Small' });
}

/** A button that shows what is hidden, and hides it again. */
export function toggle(label: string, id: string): Element {
  return { type: 'Action.ToggleVisibility', title: label, targetElements: [id] };
}

export function hidden(id: string, items: readonly Element[]): Element {
  return { type: 'Container', id, isVisible: false, items };
}

export function link({ title: name, url }: Citation): string {
  return url === undefined ? name : `[${name}](${url})`;
}

/** Paragraphs, each with the list that may follow it. Cards want a carriage return between the items of a list. */
export function paragraphs(text: string): Element[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .flatMap((paragraph) => {
      const lines = paragraph.split('\n');
      const first = lines.findIndex((line) => line.startsWith('- '));
      const prose = (first === -1 ? lines : lines.slice(0, first)).join(' ');
      const items = first === -1 ? [] : lines.slice(first);
      const blocks = inBlocks(items).map((block, at) =>
        textBlock(block.join('\r'), at === 0 ? {} : { spacing: 'None' }),
      );
      return [...(prose === '' ? [] : [textBlock(prose)]), ...blocks];
    });
}

/** Items of a list in pieces, so that the end of a long one can be hidden and its beginning is seen. */
function inBlocks(items: readonly string[]): string[][] {
  const blocks: string[][] = [];
  let length = Infinity;
  for (const item of items) {
    if (length + item.length > LONGEST_BLOCK) {
      blocks.push([]);
      length = 0;
    }
    blocks.at(-1)?.push(item);
    length += item.length;
  }
  return blocks;
}
