import { matching, type Finder } from './spans.ts';

const OTHER_LETTERS = /[^\0-\u024f\u1e00-\u1eff\ue000-\ue0ff]+/gu;

/** What is written in letters that no list of words here knows: it may say anything. */
export const findOtherScripts: Finder = (text) =>
  matching(text, OTHER_LETTERS, ([piece]) => (/\p{L}/u.test(piece) ? '[ander schrift]' : undefined));
