import type { Element } from '../cards/elements.ts';

/** An Adaptive Card as an attachment. */
export function adaptiveCard(content: Element): Element {
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}
