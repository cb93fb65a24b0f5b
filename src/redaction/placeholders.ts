/** What stands in a redacted text where something was taken out. */
export const PLACEHOLDERS = [
  '[naam]',
  '[bsn]',
  '[e-mail]',
  '[telefoon]',
  '[rekening]',
  '[adres]',
  '[datum]',
  '[nummer]',
  '[gezondheid]',
  '[link]',
  '[ander schrift]',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** While a text is worked on, a placeholder is one character that no visible text holds: it reads as no word and counts once. */
const FIRST_MARK = 0xe000;
const MARK = /[\ue000-\ue0ff]/g;
const WRITTEN = /\[[a-z -]{3,13}\]/g;
const REPEATED = /([\ue000-\ue0ff])(?:[ ,/-]{0,3}\1)+/g;

/** The one character that stands for a placeholder while a text is worked on. */
export function markOf(placeholder: Placeholder): string {
  return String.fromCharCode(FIRST_MARK + PLACEHOLDERS.indexOf(placeholder));
}

/** Puts marks where placeholders stand. */
export function marked(text: string): string {
  return text.replace(WRITTEN, (written) => {
    const placeholder = PLACEHOLDERS.find((one) => one === written);
    return placeholder === undefined ? written : markOf(placeholder);
  });
}

/** Puts placeholders where marks stand; the same one again and again becomes one. */
export function written(text: string): string {
  return text.replace(REPEATED, '$1').replace(MARK, (mark) => PLACEHOLDERS[mark.charCodeAt(0) - FIRST_MARK] ?? '');
}
