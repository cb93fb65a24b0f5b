/** Widths in em of a wide sans-serif: text that is estimated to fit does so in any usual font, also a wider one. */
const WIDTHS: readonly (readonly [number, RegExp])[] = [
  [0.32, /[ijlI.,:;'|!()[\] ]/u],
  [0.43, /[frt/\-"]/u],
  [0.95, /[mwMW@%—…]/u],
  [0.73, /\p{Lu}/u],
  [0.62, /[\u0020-\u024f\u2010-\u201f€]/u],
];
/** Emoji, Chinese and everything that was not looked at. */
const OTHER = 1.3;
const BOLD = 1.06;

const GRAPHEMES = new Intl.Segmenter('nl', { granularity: 'grapheme' });

export interface Lettering {
  /** Font size in pixels. */
  size: number;
  bold?: boolean;
}

/** A safe estimate of how wide a line of text becomes. Pixels. */
export function textWidth(text: string, { size, bold = false }: Lettering): number {
  let em = 0;
  for (const { segment } of GRAPHEMES.segment(text)) em += WIDTHS.find(([, kind]) => kind.test(segment))?.[0] ?? OTHER;
  return em * size * (bold ? BOLD : 1);
}

/**
 * Text in lines of at most `width` pixels, broken at spaces but not before a
 * short number ("spoor 2"); a word that is too long is broken with a hyphen. What does
 * not fit in `most` lines ends in "…". At least one line, possibly empty.
 */
export function wrapped(text: string, width: number, lettering: Lettering, most = Infinity): string[] {
  const fits = (line: string) => textWidth(line, lettering) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ (?!\d{1,2}(?!\d))/).filter((part) => part !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const parts = broken(word, fits);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), shortened(lines[most - 1] ?? '', fits)];
}

/** A word in parts that each fit; a part is never less than one character. */
function broken(word: string, fits: (line: string) => boolean): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of GRAPHEMES.segment(word)) {
    if (part !== '' && !fits(`${part}${segment}-`)) {
      parts.push(`${part}-`);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/** A line with "…" at its end, cut after a word when it has several. */
function shortened(line: string, fits: (line: string) => boolean): string {
  const words = line.split(' ');
  while (words.length > 1 && !fits(`${words.join(' ')}…`)) words.pop();
  const letters = [...GRAPHEMES.segment(words.join(' '))].map(({ segment }) => segment);
  while (letters.length > 1 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('')}…`;
}
