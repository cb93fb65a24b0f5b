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

/** The assistant's small Markdown as HTML: paragraphs, "- " lists and **bold**; everything else is text. */
export function markdownHtml(text: string): string {
  return text
    .trim()
    .split(/\n{2,}/)
    .flatMap(splitLists)
    .map(({ items, lines }) =>
      items.length > 0
        ? `<ul>${items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`
        : `<p>${lines.map(inline).join('<br>')}</p>`,
    )
    .join('\n');
}

interface Block {
  items: string[];
  lines: string[];
}

/** A list may follow its leading sentence without an empty line. */
function splitLists(paragraph: string): Block[] {
  const blocks: Block[] = [];
  for (const line of paragraph.split('\n')) {
    const item = /^- (.*)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    const fits = last !== undefined && (item === undefined) === (last.items.length === 0);
    const block = fits ? last : { items: [], lines: [] };
    if (!fits) blocks.push(block);
    if (item === undefined) block.lines.push(line);
    else block.items.push(item);
  }
  return blocks;
}

function inline(text: string): string {
  return escapeHtml(text)
    .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/€ (?=\d)/g, '€&nbsp;');
}
