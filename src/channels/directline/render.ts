import { fill } from '../../conversation/assistant.ts';
import type { Choices, Reply, Section } from '../../conversation/reply.ts';
import type { Citation, Messages } from '../../knowledge/knowledge.ts';
import { present } from '../../shared/present.ts';
import type { PlanAddresses } from '../documents.ts';
import { dutchDateText, renderText, type TextStyle } from '../text.ts';
import type { LinkGroup, ShownReply, ShownSection } from './shown-reply.ts';

/** The Markdown that Web Chat and its like show. */
const MARKDOWN_STYLE: TextStyle = {
  title: (text) => `### ${text}`,
  // Right under a list a line would belong to its last item.
  note: (text) => `\n_${text}_`,
  heading: (text) => `**${text}**`,
  source: ({ title, url }) => (url === undefined ? title : `[${title}](${url})`),
  body: (text) => text,
};

/** A reply as an activity: text and buttons for any client, and the parts for our own widget. */
export function renderReply(reply: Reply, messages: Messages, addresses: PlanAddresses, now: Date): object {
  const { choices, ...said } = reply;
  const text = renderText(said, messages, MARKDOWN_STYLE).trim();
  return {
    type: 'message',
    text: choices?.intro === undefined ? text : `${text}\n\n${MARKDOWN_STYLE.heading(choices.intro)}`,
    textFormat: 'markdown',
    locale: reply.level === 'en' ? 'en' : 'nl-NL',
    inputHint: 'acceptingInput',
    ...(choices !== undefined && { suggestedActions: { actions: suggestedActions(choices) } }),
    channelData: { reply: shownReply(reply, messages, addresses, now) },
  };
}

function suggestedActions({ labels, numbered }: Choices): object[] {
  return labels.map((label, index) => ({
    type: 'imBack',
    title: numbered ? `${index + 1}. ${label}` : label,
    value: label,
  }));
}

function shownReply(reply: Reply, messages: Messages, addresses: PlanAddresses, now: Date): ShownReply {
  const lastAnswer = reply.sections.findLastIndex(({ topic }) => topic !== undefined);
  return {
    level: reply.level,
    sections: reply.sections.map((section, place) => ({
      ...shownSection(section, reply, messages, addresses, now),
      ...(place === lastAnswer && { rateable: true as const }),
    })),
    ...present({ choices: reply.choices, expects: reply.expects, clears: reply.clears }),
  };
}

function shownSection(
  section: Section,
  { level }: Reply,
  messages: Messages,
  addresses: PlanAddresses,
  now: Date,
): ShownSection {
  const { title, notes, text, table, documents, files: own = [], sources, reviewedOn } = section;
  const files = [...(documents === undefined ? [] : addresses.links(documents, level, now)), ...own];
  const picture =
    documents === undefined || documents.row !== undefined
      ? undefined
      : { url: addresses.of(documents, level, now).picture, alternative: messages.dialog.pictureAlternative };
  return {
    notes,
    text: text.trim(),
    groups: [
      group('files', messages.dialog.files, files),
      group('addresses', messages.addresses, section.addresses ?? []),
      group('sources', messages.sources, sources),
    ].filter(({ links }) => links.length > 0),
    ...present({
      title,
      table,
      picture,
      reviewed: reviewedOn === undefined ? undefined : fill(messages.reviewed, { date: dutchDateText(reviewedOn) }),
    }),
  };
}

function group(kind: LinkGroup['kind'], heading: string, links: readonly Citation[]): LinkGroup {
  return { kind, heading, links };
}
