/** A run of text in one form. */
export interface Piece {
  text: string;
  bold: boolean;
  /** Where to find help, when the text is one of the numbers or the site that save lives. */
  help?: string;
}

export interface Block {
  kind: 'paragraph' | 'list';
  /** Lines of the paragraph, or items of the list. */
  lines: readonly (readonly Piece[])[];
}

/** The assistant's small Markdown: paragraphs, "- " lists and **bold**; everything else is text. */
export function parseMarkdown(text: string): Block[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .flatMap((paragraph) => {
      const blocks: { kind: Block['kind']; lines: Piece[][] }[] = [];
      // A list may follow its leading sentence without an empty line.
      for (const line of paragraph.split('\n').filter((one) => one !== '')) {
        const kind = line.startsWith('- ') ? 'list' : 'paragraph';
        const pieces = parseInline(kind === 'list' ? line.slice(2) : line);
        const last = blocks.at(-1);
        if (last?.kind === kind) last.lines.push(pieces);
        else blocks.push({ kind, lines: [pieces] });
      }
      return blocks;
    });
}

/** Text without its marks, to be spoken. */
export function plainText(markdown: string): string {
  return markdown.replaceAll('**', '').replace(/^- /gm, '').trim();
}

function parseInline(line: string): Piece[] {
  return line
    .split(/\*\*([^*]+)\*\*/)
    .flatMap((part, index) => parseHelp(part).map((piece) => ({ ...piece, bold: index % 2 === 1 })))
    .filter(({ text }) => text !== '');
}

/** Who saves lives: 112 and 113 after "bel" or "call", for other texts count to 113 too; 0800-0113; the site of 113. */
const HELP = /(0800-0113|113\.nl|(?<=\b(?:bel|call) (?:nu |now )?)11[23]\b)/i;

function parseHelp(text: string): Omit<Piece, 'bold'>[] {
  return text
    .split(HELP)
    .map((part, index) => (index % 2 === 1 ? { text: part, help: helpAddress(part) } : { text: part }));
}

function helpAddress(name: string): string {
  return /\.nl$/i.test(name) ? `https://www.${name.toLowerCase()}` : `tel:${name.replace('-', '')}`;
}
