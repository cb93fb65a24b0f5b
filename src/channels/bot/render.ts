import { CardFactory, MessageFactory, TextFormatTypes, type Activity } from 'botbuilder';
import { tableLines, type Choices, type Reply, type Section } from '../../conversation/reply.ts';
import type { Citation, Messages } from '../../knowledge/knowledge.ts';
import type { DocumentLinks } from '../documents.ts';
import { fill } from '../../conversation/assistant.ts';
import { dutchDateText, PLAIN_STYLE, renderText } from '../text.ts';

/** Newest Adaptive Card version that Teams shows everywhere. */
const CARD_VERSION = '1.5';

/**
 * A reply as one activity: short words as text, everything else as one Adaptive Card. Clients show Markdown beside
 * buttons in a card only, and Teams splits a message that has both text and a card.
 */
export function renderActivity(reply: Reply, messages: Messages, links?: DocumentLinks): Partial<Activity> {
  const isPlain =
    reply.choices === undefined &&
    reply.sections.every(
      ({ title, sources, table }) => title === undefined && sources.length === 0 && table === undefined,
    );
  if (isPlain) {
    const text = reply.sections.map((section) => section.text.trim()).join('\n\n');
    return { ...MessageFactory.text(text), textFormat: TextFormatTypes.Markdown };
  }
  const twin = renderText(reply, messages, PLAIN_STYLE);
  const card = CardFactory.adaptiveCard({
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: CARD_VERSION,
    fallbackText: twin,
    body: [
      ...reply.sections.flatMap((section, place) =>
        sectionElements(section, place, messages, documentLinks(section, reply, links)),
      ),
      ...introElements(reply.choices),
    ],
    actions: reply.choices === undefined ? [] : choiceActions(reply.choices),
  });
  // The summary is what notifications and screen readers of card-less clients say.
  return { ...MessageFactory.attachment(card), summary: twin };
}

function sectionElements(
  { title, notes, text, sources, addresses = [], reviewedOn, table }: Section,
  place: number,
  messages: Messages,
  files: readonly Citation[],
): object[] {
  const paragraphs = text
    .trim()
    .split(/\n{2,}/)
    .flatMap(paragraphElements);
  const rows = table === undefined ? [] : [textBlock(tableLines(table).join('\r'))];
  const reviewed = reviewedOn === undefined ? [] : [fill(messages.reviewed, { date: dutchDateText(reviewedOn) })];
  return [
    ...(title === undefined ? [] : [{ ...textBlock(title), weight: 'Bolder', size: 'Medium' }]),
    ...notes.map((note) => small(note)),
    ...paragraphs,
    ...rows,
    ...linkElements(messages.dialog.files, files),
    ...linkElements(messages.addresses, addresses),
    ...(sources.length === 0 ? [] : sourceElements(sources, `sources${place}`, messages)),
    ...reviewed.map((line) => small(line)),
  ];
}

/** A paragraph, with the list that may follow it. Cards want a carriage return between the items of a list. */
function paragraphElements(paragraph: string): object[] {
  const lines = paragraph.split('\n');
  const first = lines.findIndex((line) => line.startsWith('- '));
  const lead = first === -1 ? lines : lines.slice(0, first);
  const items = first === -1 ? [] : lines.slice(first);
  return [lead.join(' '), items.join('\r')].filter((part) => part !== '').map((part) => textBlock(part));
}

/** The documents of a section, where the channel has an address to serve them from. */
function documentLinks({ documents }: Section, { level }: Reply, links?: DocumentLinks): Citation[] {
  return documents === undefined || links === undefined ? [] : links(documents, level);
}

function linkElements(heading: string, citations: readonly Citation[]): object[] {
  if (citations.length === 0) return [];
  const lines = citations.map((citation) => `- ${link(citation)}`).join('\r');
  return [{ ...textBlock(heading), weight: 'Bolder', spacing: 'Medium' }, textBlock(lines)];
}

/** The sources behind a button: they matter, and are longer than the answer. */
function sourceElements(sources: readonly Citation[], id: string, messages: Messages): object[] {
  return [
    {
      type: 'ActionSet',
      actions: [
        { type: 'Action.ToggleVisibility', title: `${messages.sources} (${sources.length})`, targetElements: [id] },
      ],
    },
    { type: 'Container', id, isVisible: false, items: sources.map((source) => small(link(source))) },
  ];
}

function link({ title, url }: Citation): string {
  return url === undefined ? title : `[${title}](${url})`;
}

function introElements(choices: Choices | undefined): object[] {
  return choices?.intro === undefined ? [] : [{ ...textBlock(choices.intro), weight: 'Bolder', spacing: 'Medium' }];
}

/** Buttons that send their own words as the card's value. */
function choiceActions({ labels, numbered }: Choices): object[] {
  return labels.map((label, index) => ({
    type: 'Action.Submit',
    title: numbered ? `${index + 1}. ${label}` : label,
    data: { say: label },
  }));
}

function textBlock(text: string): object {
  return { type: 'TextBlock', text, wrap: true };
}

function small(text: string): object {
  return { ...textBlock(text), size: 'Small', isSubtle: true, spacing: 'Small' };
}
