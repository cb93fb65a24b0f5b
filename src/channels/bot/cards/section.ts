import { fill } from '../../../conversation/assistant.ts';
import type { Section } from '../../../conversation/reply.ts';
import type { Citation, Messages } from '../../../knowledge/knowledge.ts';
import type { Level } from '../../../shared/level.ts';
import type { DocumentAddresses } from '../../documents.ts';
import { dutchDateText } from '../../text.ts';
import { tableElements } from './dates.ts';
import { lead, link, paragraphs, small, textBlock, title as titleBlock, type Element } from './elements.ts';

/** A section without its sources: those stand together below all sections. */
export function sectionElements(
  { title, notes, text, addresses = [], files: own = [], reviewedOn, table, documents }: Section,
  level: Level,
  messages: Messages,
  documentAddresses?: DocumentAddresses,
): Element[] {
  const files = documents === undefined ? undefined : documentAddresses?.(documents, level);
  return [
    ...(title === undefined ? [] : [titleBlock(title)]),
    ...notes.map(small),
    ...paragraphs(text),
    ...(table === undefined ? [] : tableElements(table)),
    ...(files === undefined ? [] : fileElements(files, messages)),
    ...linkElements(messages.dialog.files, own),
    ...linkElements(messages.addresses, addresses),
    ...(reviewedOn === undefined ? [] : [small(fill(messages.reviewed, { date: dutchDateText(reviewedOn) }))]),
  ];
}

/** The timeline as a picture, and what can be kept or printed, with a word on what a click does. */
function fileElements({ links, picture }: ReturnType<DocumentAddresses>, { dialog }: Messages): Element[] {
  const shown: Element[] =
    picture === undefined
      ? []
      : [{ type: 'Image', url: picture, altText: dialog.pictureAlternative, size: 'Stretch', spacing: 'Medium' }];
  const [heading, ...list] = linkElements(dialog.files, links);
  return heading === undefined ? shown : [...shown, heading, small(dialog.filesHint), ...list];
}

function linkElements(heading: string, citations: readonly Citation[]): Element[] {
  if (citations.length === 0) return [];
  return [lead(heading), textBlock(citations.map((citation) => `- ${link(citation)}`).join('\r'))];
}
