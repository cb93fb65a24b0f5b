import type { Placeholder } from './placeholders.ts';
import type { Finder } from './spans.ts';

const TOP_LEVEL =
  'nl|com|net|org|eu|be|info|biz|edu|gov|io|app|dev|frl|amsterdam|online|site|shop|uk|fr|pl|tr|es|it|pt';
/** "(at)", "apenstaartje" and the like, and "punt nl". */
const AT = / ?(?:\(at\)|\[at\]|\{at\}|\bapen?staartje\b|\baapje\b) ?/giu;
const DOT = new RegExp(
  ` ?(?:\\(dot\\)|\\[dot\\]|\\(punt\\)|\\[punt\\]|\\bpunt\\b|\\bdot\\b) ?(?=(?:${TOP_LEVEL})\\b)`,
  'giu',
);
const SPACED_DOT = new RegExp(` (?:\\. ?)(?=(?:${TOP_LEVEL})\\b)`, 'giu');
const SPACED_AT = / @ ?|@ /g;
const WORD_AT = new RegExp(` at (?=[a-z\\d-]{2,40}\\.(?:${TOP_LEVEL})\\b)`, 'giu');
const LAST_MARKS = `)]}.,;:!?'"`;
const CHUNK = /\S+/g;
const LINK = new RegExp(
  `^(?:https?:|ftp:|www\\.|mailto:)|:\\/\\/|[\\p{L}\\d-]\\.(?:${TOP_LEVEL})(?![\\p{L}\\d])`,
  'iu',
);

/** The text with addresses of the net written as a machine reads them: "jan apenstaartje mail punt nl" is "jan@mail.nl". */
export function joinedAddresses(text: string): string {
  return text.replace(DOT, '.').replace(SPACED_DOT, '.').replace(AT, '@').replace(SPACED_AT, '@').replace(WORD_AT, '@');
}

/** E-mail addresses, web addresses, and names such as @karin or karin_1980. */
export const findNetAddresses: Finder = (text) =>
  [...text.matchAll(CHUNK)].flatMap((match) => {
    const chunk = withoutLastMarks(match[0]);
    const placeholder = kindOf(chunk);
    return placeholder === undefined ? [] : [{ start: match.index, end: match.index + chunk.length, placeholder }];
  });

function kindOf(chunk: string): Placeholder | undefined {
  if (/^[('"]?@./.test(chunk)) return '[naam]';
  if (chunk.includes('@')) return chunk.length > 1 ? '[e-mail]' : undefined;
  if (LINK.test(chunk)) return '[link]';
  return /[\p{L}\d]_+[\p{L}\d]/u.test(chunk) ? '[naam]' : undefined;
}

function withoutLastMarks(chunk: string): string {
  let end = chunk.length;
  while (end > 0 && LAST_MARKS.includes(chunk[end - 1] ?? ' ')) end -= 1;
  return chunk.slice(0, end);
}
