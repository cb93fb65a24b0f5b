import { markOf, type Placeholder } from './placeholders.ts';

/** A piece of a text that is to be taken out. */
export interface Span {
  start: number;
  /** The place after its last character. */
  end: number;
  placeholder: Placeholder;
}

/** Finds what is to be taken out of a text, in any order; where two overlap, the one that begins first counts. */
export type Finder = (text: string) => readonly Span[];

/** The text with a mark in place of each span. */
export function without(text: string, spans: readonly Span[]): string {
  let result = '';
  let at = 0;
  for (const { start, end, placeholder } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (end <= at) continue;
    result += text.slice(at, Math.max(at, start)) + markOf(placeholder);
    at = end;
  }
  return result + text.slice(at);
}

/** A span for every match of a pattern that `judge` gives a placeholder. */
export function matching(
  text: string,
  pattern: RegExp,
  judge: (match: RegExpExecArray) => Placeholder | undefined,
): readonly Span[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const placeholder = judge(match);
    return placeholder === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, placeholder }];
  });
}
