import type { Citation } from '../../../knowledge/knowledge.ts';

/** A part of an Adaptive Card, as JSON. */
export type Element = Readonly<Record<string, unknown>>;

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
      const prose = first === -1 ? lines : lines.slice(0, first);
      const items = first === -1 ? [] : lines.slice(first);
      return [prose.join(' '), items.join('\r')].filter((part) => part !== '').map((part) => textBlock(part));
    });
}
