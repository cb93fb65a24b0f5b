import { visibleText } from '../shared/text.ts';
import { marked } from './placeholders.ts';

/** Characters of a message that are kept at most: those that are matched to a question. A placeholder counts once. */
export const KEPT_CHARACTERS = 300;

/** More is not looked at, whatever it holds: 300 placeholders fit in it. */
const READ_CHARACTERS = 6000;

const MARKS_ON_LETTERS = /(?<=[\p{Script=Latin}\p{N}])\p{M}+/gu;
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
const DIGIT = /^\p{Nd}$/u;
const WHITE_SPACE = /\s+/g;
const DASH = /[\p{Pd}\u2212]/gu;
const APOSTROPHE = /[\u2018\u2019\u201b`\u00b4\u2032]/g;
const WORD = /[\p{L}\p{N}]+/gu;

/** Letters that look like a Latin one. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  [
    ['авсдеѐёһіїјкӏмпоԛрѕтгуѵԝхґьѡ', 'abcdeeehiijklmnoqpstryvwxrbw'],
    ['αβγδεικνορτυχωησμ', 'abydeiknoptuxwnom'],
    ['ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ', 'abcdefghijklmnoprstuvwyz'],
    ['ɑɡıɩʟɾʋɴɛɐǝ', 'agiilrvneae'],
  ].flatMap(([alike = '', latin = '']) => Array.from(alike, (letter, at) => [letter, latin[at] ?? ''] as const)),
);

/**
 * The beginning of a message as a reader sees it: no invisible characters, plain digits, Latin letters where others only
 * look like them, single spaces, and marks where placeholders stand. A word or number that the end cuts through goes.
 */
export function plainMessage(text: string): string {
  const plain = marked(visibleText(text.slice(0, READ_CHARACTERS)))
    .replace(MARKS_ON_LETTERS, '')
    .replace(OTHER_DIGIT, figure)
    .replace(DASH, '-')
    .replace(APOSTROPHE, "'")
    .replace(WHITE_SPACE, ' ')
    .replace(WORD, latin);
  const cut = text.length > READ_CHARACTERS || plain.length > KEPT_CHARACTERS;
  return cut ? withoutBrokenEnd(plain.slice(0, KEPT_CHARACTERS)) : plain.trim();
}

/** What a digit of another script says: such digits stand in rows of ten. */
function figure(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let below = 0;
  while (below < 10 && DIGIT.test(String.fromCodePoint(code - below - 1))) below += 1;
  return String(below % 10);
}

/** A word in Latin letters, when all that is strange in it looks like them. */
function latin(word: string): string {
  const letters = Array.from(
    word,
    (letter) => LOOKALIKES.get(letter.toLowerCase()) ?? (letter <= '\u024f' ? letter : ''),
  );
  return letters.includes('') ? word : letters.join('');
}

function withoutBrokenEnd(text: string): string {
  const words = text.split(' ').slice(0, -1);
  while (/[\d@+]/.test(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}
