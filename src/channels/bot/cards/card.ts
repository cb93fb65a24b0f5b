import { fill } from '../../../conversation/assistant.ts';
import type { Reply, Section } from '../../../conversation/reply.ts';
import type { Citation, Messages } from '../../../knowledge/knowledge.ts';
import type { DocumentAddresses } from '../../documents.ts';
import { PLAIN_STYLE, renderText } from '../../text.ts';
import { reactions } from './choices.ts';
import { emptyCard, hidden, lead, link, small, toggle, type Element } from './elements.ts';
import { formAction } from './form.ts';
import { moreAction } from './more.ts';
import { sectionElements } from './section.ts';

/** Teams' guidelines allow no more buttons in a card. */
const MOST_ACTIONS = 6;

/** Teams takes no message over 28 kB in UTF-16; what is around the card takes some of it. Characters. */
const LARGEST_CARD = 13_000;

/** So much text is shown at once; what comes after is a press away. Characters. */
const SHOWN_AT_ONCE = 1_500;

/** It is not worth a press to hide less. Characters. */
const WORTH_HIDING = 400;

/** What a card needs besides the reply. */
export interface CardSurroundings {
  messages: Messages;
  /** Absent while the server does not know where it is reached from outside. */
  documents?: DocumentAddresses;
  /** Where a person talks to the bot alone; absent while the bot has no registration. */
  privateChat?: string;
  /** The button that the reply reacts to: a pressed button leaves no message of its own in the chat. */
  chosen?: string;
}

/**
 * A reply as one Adaptive Card; `fallbackText` says the same in plain text. The last sections of one that is too large for
 * Teams come when a button is pressed.
 */
export function cardOf(reply: Reply, surroundings: CardSurroundings): Element {
  for (let count = reply.sections.length; ; count -= 1) {
    const left = reply.sections.slice(count);
    const card = cardWith({ ...reply, sections: reply.sections.slice(0, count) }, left, surroundings);
    if (count <= 1 || JSON.stringify(card).length <= LARGEST_CARD) return card;
  }
}

/** @param left the sections that come later */
function cardWith(
  reply: Reply,
  left: readonly Section[],
  { messages, documents, privateChat, chosen }: CardSurroundings,
): Element {
  const elements = reply.sections.flatMap((section) => sectionElements(section, reply.level, messages, documents));
  const later = left.length === 0 ? [] : [{ type: 'ActionSet', actions: [moreAction(left, reply, messages)] }];
  const shown = howManyShown(elements);
  const rest = [...elements.slice(shown), ...later];
  const isHiding = shown < elements.length;
  const sources = reply.sections.flatMap((section) => sourceElements(section.title, section.sources, reply));
  const count = new Set(reply.sections.flatMap((section) => section.sources.map(({ title }) => title))).size;
  const toggles = [
    ...(isHiding ? [toggle(messages.showMore, 'more')] : []),
    ...(sources.length > 0 ? [toggle(`${messages.sources} (${count})`, 'sources')] : []),
  ];
  const further = [
    ...(reply.form === undefined ? [] : [formAction(reply.form, reply)]),
    ...(reply.elsewhere === true && privateChat !== undefined
      ? [{ type: 'Action.OpenUrl', title: messages.goElsewhere, url: privateChat }]
      : []),
  ];
  const { body, actions } = reactions(reply, messages, MOST_ACTIONS - toggles.length - further.length - later.length);
  const all = [...actions, ...further];
  return {
    ...emptyCard(reply.level, renderText(reply, messages, PLAIN_STYLE)),
    body: [
      ...(chosen === undefined ? [] : [small(fill(messages.chosen, { choice: chosen }))]),
      ...elements.slice(0, shown),
      ...(isHiding ? [hidden('more', rest)] : later),
      ...(toggles.length > 0 ? [{ type: 'ActionSet', actions: toggles }] : []),
      ...(sources.length > 0 ? [hidden('sources', sources)] : []),
      ...body,
    ],
    ...(all.length > 0 && { actions: all }),
  };
}

/** How many of the first elements are shown at once: all, when the rest is not worth a press. */
function howManyShown(elements: readonly Element[]): number {
  let length = 0;
  const over = elements.findIndex((element) => {
    const fits = length + textLength(element) <= SHOWN_AT_ONCE;
    length += textLength(element);
    return !fits;
  });
  if (over === -1) return elements.length;
  // A heading goes with what stands below it.
  const isHeading = (at: number) => elements[at]?.['weight'] === 'Bolder';
  const cut = over > 1 && isHeading(over - 1) ? over - 1 : Math.max(1, over);
  const left = elements.slice(cut).reduce((sum, element) => sum + textLength(element), 0);
  return left < WORTH_HIDING ? elements.length : cut;
}

function textLength(element: unknown): number {
  if (Array.isArray(element)) return element.reduce((sum: number, part: unknown) => sum + textLength(part), 0);
  if (typeof element !== 'object' || element === null) return 0;
  return Object.entries(element).reduce(
    (sum, [name, value]) =>
      sum + (name === 'text' && typeof value === 'string' ? value.length : name === 'fallback' ? 0 : textLength(value)),
    0,
  );
}

/** The sources of a section, below its title where there are more sections. */
function sourceElements(title: string | undefined, sources: readonly Citation[], { sections }: Reply): Element[] {
  if (sources.length === 0) return [];
  const several = sections.filter((section) => section.sources.length > 0).length > 1;
  return [...(several && title !== undefined ? [lead(title)] : []), ...sources.map((source) => small(link(source)))];
}
