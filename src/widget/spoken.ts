import type { Message } from './client/view.ts';
import { plainText } from '../shared/markdown.ts';
import type { Words } from './words.ts';

/** A bot's message as a screen reader says it when it comes in: its text, then what can be chosen. */
export function spokenMessage({ text, reply }: Message, words: Words): string {
  if (reply === undefined) return plainText(text);
  const sections = reply.sections.flatMap(({ title, notes, text: body, table, groups }) => [
    ...(title === undefined ? [] : [sentence(title)]),
    ...notes.map(sentence),
    plainText(body),
    ...(table === undefined ? [] : [`${words.tableSpoken(table.rows.length)}.`]),
    // Sources are a click away for everyone; where to go and what to keep is part of the answer.
    ...groups
      .filter(({ kind }) => kind !== 'sources')
      .map(({ heading, links }) => `${heading}: ${links.map((link) => link.title).join(', ')}.`),
  ]);
  const { choices } = reply;
  const labels = choices?.labels ?? [];
  const options = labels.length === 0 ? [] : [`${words.choicesSpoken(labels.length)}: ${labels.join(', ')}.`];
  return [...sections, ...(choices?.intro === undefined ? [] : [sentence(choices.intro)]), ...options]
    .filter((part) => part !== '')
    .join('\n');
}

/** With a full stop, so that it is not read on into what follows. */
function sentence(text: string): string {
  return /[.?!:]$/.test(text) ? text : `${text}.`;
}
