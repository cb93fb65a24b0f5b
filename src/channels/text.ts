import { tableLines, type Reply, type Section } from '../conversation/reply.ts';
import { Temporal } from 'temporal-polyfill';
import { numericDateText } from '../dates/date-text.ts';
import type { Citation, Messages } from '../knowledge/knowledge.ts';
import { fill } from '../conversation/assistant.ts';

/** How a channel writes the parts of a reply. */
export interface TextStyle {
  title: (text: string) => string;
  note: (text: string) => string;
  heading: (text: string) => string;
  source: (citation: Citation) => string;
  /** The body: it holds **bold** and "- " lists. */
  body: (text: string) => string;
}

/** A whole reply as text: notes, answer, sources, review date, and what can be chosen. */
export function renderText(reply: Reply, messages: Messages, style: TextStyle): string {
  const blocks = reply.sections.flatMap((section) => sectionBlocks(section, messages, style));
  return [...blocks, ...choiceBlock(reply, style)].join('\n\n');
}

function sectionBlocks(
  { title, notes, text, sources, addresses = [], files = [], reviewedOn, table }: Section,
  messages: Messages,
  style: TextStyle,
): string[] {
  const support = [
    ...(sources.length > 0
      ? [style.heading(messages.sources), ...sources.map((source) => `- ${style.source(source)}`)]
      : []),
    ...(reviewedOn === undefined ? [] : [style.note(fill(messages.reviewed, { date: dutchDateText(reviewedOn) }))]),
  ];
  return [
    ...(title === undefined ? [] : [style.title(title)]),
    ...notes.map(style.note),
    ...(text.trim() === '' ? [] : [style.body(text.trim())]),
    ...(table === undefined ? [] : [style.body(tableLines(table).join('\n'))]),
    ...(files.length > 0
      ? [[style.heading(messages.dialog.files), ...files.map((file) => `- ${style.source(file)}`)].join('\n')]
      : []),
    ...(addresses.length > 0
      ? [[style.heading(messages.addresses), ...addresses.map((address) => `- ${style.source(address)}`)].join('\n')]
      : []),
    ...(support.length > 0 ? [support.join('\n')] : []),
  ];
}

function choiceBlock({ choices }: Reply, style: TextStyle): string[] {
  if (choices === undefined) return [];
  const lines = choices.labels.map((label, index) => (choices.numbered ? `${index + 1}. ${label}` : `- ${label}`));
  return [[...(choices.intro === undefined ? [] : [style.heading(choices.intro)]), ...lines].join('\n')];
}

/** 2026-11-05 as 5-11-2026. */
export function dutchDateText(iso: string): string {
  return numericDateText(Temporal.PlainDate.from(iso));
}

/** Text without any marks, for a terminal or a log of a conversation. */
export const PLAIN_STYLE: TextStyle = {
  title: (text) => text,
  note: (text) => `(${text})`,
  heading: (text) => (/[.?!:]$/.test(text) ? text : `${text}:`),
  source: ({ title, url }) => (url === undefined ? title : `${title}\n  ${url}`),
  body: (text) => text.replaceAll('**', ''),
};
