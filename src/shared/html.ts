import { parseMarkdown, type Piece } from './markdown.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, also between quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A title that leads to its address, when it has one. */
export function linkHtml(title: string, url: string | undefined): string {
  return url === undefined
    ? escapeHtml(title)
    : `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(title)}</a>`;
}

/** The assistant's small Markdown as HTML. */
export function markdownHtml(text: string): string {
  return parseMarkdown(text)
    .map(({ kind, lines }) =>
      kind === 'list'
        ? `<ul>${lines.map((line) => `<li>${inline(line)}</li>`).join('')}</ul>`
        : `<p>${lines.map(inline).join('<br>')}</p>`,
    )
    .join('\n');
}

function inline(line: readonly Piece[]): string {
  return line
    .map(({ text, bold, help }) => {
      const said = escapeHtml(text).replaceAll(/€ (?=\d)/g, '€&nbsp;');
      const content = help === undefined ? said : `<a href="${help}">${said}</a>`;
      return bold ? `<strong>${content}</strong>` : content;
    })
    .join('');
}
