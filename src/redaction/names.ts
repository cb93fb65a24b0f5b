import { foldText } from '../shared/text.ts';
import {
  AT,
  BESIDE_NAMES,
  COMPANIES,
  DOINGS,
  CAPITAL_NAMES,
  FIRST_NAMES,
  INTRODUCTIONS,
  LABELS,
  LIVING,
  NO_NAMES,
  PARTICLES,
  PERHAPS,
  PLACE_PREPOSITIONS,
  ROLES,
  TITLES,
} from './name-words.ts';
import { isOneLetterOff } from './one-letter.ts';
import type { Placeholder } from './placeholders.ts';
import type { Span } from './spans.ts';
import { wordsOf, type Word } from './words.ts';

/** Words in one name at most. */
const LONGEST_NAME = 6;
/** Words of a greeting that names someone, at most. */
const LONGEST_CUE = 4;
/** A message of so few words, none of them known, is a name. */
const SHORT_MESSAGE = 4;
const SENTENCE_END = new Set(['.', '!', '?', ':', ';', '"', '(', '•', '*', '>', '|']);
/** "zenuwachtig", "gestopt": what people are, not who. */
const QUALITY =
  /(?:ig|ige|lijk|lijke|isch|aal|baar|loos|ief|end|eerd)$|^(?:ge|be|ver|ont|over|on|af|uit|in)[a-z]{3,}(?:d|t|en)$/;
const INITIAL = /^\p{Lu}$/u;

/** What is known about words, to tell a name from others. */
export interface Lexicon {
  /** Whether a word, folded, is one of the subject or of everyday life. */
  isKnown: (word: string) => boolean;
  /** Whether a word is at most one letter away from a known one. */
  isNearKnown: (word: string) => boolean;
}

/** What is known about words. @param words folded words that are no names */
export function createLexicon(words: ReadonlySet<string>): Lexicon {
  const alike = Map.groupBy(words, (word) => `${word[0] ?? ''}${word.length}`);
  return {
    isKnown: (word) => words.has(word),
    isNearKnown: (word) =>
      word.length >= 4 &&
      [word.length - 1, word.length, word.length + 1].some((length) =>
        alike.get(`${word[0] ?? ''}${length}`)?.some((one) => isOneLetterOff(one, word)),
      ),
  };
}

/**
 * Finds what people and companies are called, and where people live.
 *
 * @param names of people who are known to take part in the conversation.
 */
export function findNames(text: string, names: readonly string[], lexicon: Lexicon): readonly Span[] {
  return new NameReader(wordsOf(text), namesOf(names), lexicon).spans();
}

/** The parts of names that are long enough to be found on their own. */
function namesOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(
    names.flatMap((name) =>
      foldText(name)
        .split(' ')
        .filter((part) => part.length > 1 && !PARTICLES.has(part) && !NO_NAMES.has(part)),
    ),
  );
}

const CUES: ReadonlyMap<string, 'name' | 'title' | 'perhaps'> = new Map([
  ...PERHAPS.map((cue) => [cue, 'perhaps'] as const),
  ...LABELS.map((cue) => [cue, 'title'] as const),
  ...INTRODUCTIONS.map((cue) => [cue, 'name'] as const),
]);

/** What goes on with a name: words like a name, any that are not known, or also a known one behind "van der". */
type Follow = 'likely' | 'any' | 'all';

/** What the words before a name can be. */
type Cue = 'name' | 'perhaps' | 'title' | 'role' | 'company';

class NameReader {
  readonly #words: readonly Word[];
  readonly #names: ReadonlySet<string>;
  readonly #lexicon: Lexicon;

  constructor(words: readonly Word[], names: ReadonlySet<string>, lexicon: Lexicon) {
    this.#words = words;
    this.#names = names;
    this.#lexicon = lexicon;
  }

  spans(): readonly Span[] {
    const all = this.#words.filter(({ key }) => key !== '' && !/^\d/.test(key));
    const isOnlyName =
      all.length > 0 &&
      all.length <= SHORT_MESSAGE &&
      all.length === this.#words.length &&
      all.every((word) => this.#isStrange(word) || PARTICLES.has(word.key));
    if (isOnlyName && all.some((word) => this.#isStrange(word))) return this.#span(0, this.#words.length, '[naam]');
    const spans: Span[] = [];
    let at = 0;
    while (at < this.#words.length) {
      const found = this.#nameAt(at);
      spans.push(...found);
      const end = found.at(-1)?.end ?? 0;
      at += 1;
      while ((this.#words[at]?.end ?? Infinity) <= end) at += 1;
    }
    return spans;
  }

  #nameAt(at: number): readonly Span[] {
    const place = this.#placeAfter(at);
    if (place > 0) return this.#span(place, this.#endOfName(place, 'any'), '[adres]');
    const cue = this.#cueBefore(at);
    if (this.#startsName(at, cue))
      return this.#span(
        at,
        this.#endOfName(at, cue === 'name' ? 'all' : cue === undefined || cue === 'perhaps' ? 'likely' : 'any'),
        '[naam]',
      );
    return [];
  }

  #span(from: number, to: number, placeholder: Placeholder): readonly Span[] {
    const [first, last] = [this.#words[from], this.#words[to - 1]];
    return first && last ? [{ start: first.start, end: last.end, placeholder }] : [];
  }

  /** What the words before a place say of the one that stands there. */
  #cueBefore(at: number): Cue | undefined {
    let from = at;
    // "mijn naam is: ", "groetjes, "
    for (let marks = 0; marks < 2 && this.#isMark(from - 1, ',:.-!'); marks += 1) from -= 1;
    for (let length = LONGEST_CUE; length > 0; length -= 1) {
      const cue = CUES.get(this.#phrase(from - length, from));
      if (cue === 'name' || cue === 'title') return cue;
      if (cue === 'perhaps' && from === at) return 'perhaps';
    }
    const before = this.#words[at - 1];
    const title = before?.text === '.' ? this.#words[at - 2] : before;
    if (title !== undefined && TITLES.has(title.key)) return 'title';
    if (before !== undefined && ROLES.has(before.key)) return 'role';
    if (before !== undefined && AT.has(before.key)) return 'company';
    const isEmployed =
      ['voor', 'for', 'van'].includes(before?.key ?? '') &&
      /^(?:werk|work|dienst|gewerkt)/.test(this.#words[at - 2]?.key ?? '');
    return isEmployed ? 'company' : undefined;
  }

  #phrase(from: number, to: number): string {
    return from < 0
      ? ''
      : this.#words
          .slice(from, to)
          .map(({ parts }) => parts.join(' '))
          .join(' ');
  }

  #startsName(at: number, cue: Cue | undefined): boolean {
    const word = this.#words[at];
    if (word === undefined || word.key === '') return false;
    if (this.#names.has(word.key) || word.parts.some((part) => this.#names.has(part))) return true;
    if (this.#isInitial(at)) return true;
    if (/^\d/.test(word.text) || NO_NAMES.has(word.key)) return false;
    const isStrange = this.#isStrange(word);
    if (word.parts.some((part) => FIRST_NAMES.has(part)) && (isStrange || word.isCapital)) return true;
    if (COMPANIES.has(word.key)) return true;
    if (CAPITAL_NAMES.has(word.key) && (isStrange || (word.isCapital && !this.#startsSentence(at)))) return true;
    if (cue === 'name') return !ROLES.has(word.key) || !this.#lexicon.isKnown(word.key);
    if (cue === 'title' && this.#isDoing(at + 1) && !DOINGS.has(word.key) && !ROLES.has(word.key)) return true;
    if (cue === 'title')
      return (
        (word.isCapital && !this.#isShouted(word)) || isStrange || (PARTICLES.has(word.key) && this.#isNameLike(at + 1))
      );
    if (cue === 'role' || cue === 'company')
      return (
        (word.isCapital && (isStrange || (this.#words[at - 1]?.isCapital === false && !this.#isAcronym(word)))) ||
        (isStrange && (this.#isUnlikeKnown(word) || this.#isDoing(at + 1)))
      );
    if (cue === 'perhaps') return isStrange && (word.isCapital || this.#isUnlikeKnown(word)) && !QUALITY.test(word.key);
    if (isStrange && !word.isCapital)
      return this.#isOdd(word) && (BESIDE_NAMES.has(this.#words[at - 1]?.key ?? '') || this.#isDoing(at + 1));
    if (!isStrange) return false;
    if (!this.#startsSentence(at)) return true;
    const next = this.#words[at + 1];
    if (next === undefined) return this.#isUnlikeKnown(word);
    if (next.isCapital && this.#isStrange(next)) return true;
    if (PARTICLES.has(next.key) && this.#words.slice(at + 2, at + 4).some((one) => one.isCapital)) return true;
    return DOINGS.has(next.key);
  }

  /** The place after a name. */
  #endOfName(from: number, follow: Follow): number {
    let end = from + 1;
    while (end < from + LONGEST_NAME) {
      const word = this.#words[end];
      const isJoint =
        word?.text === '-' ||
        word?.text === '&' ||
        (word?.text === '.' && INITIAL.test(this.#words[end - 1]?.text ?? ''));
      if (isJoint && this.#isNameLike(end + 1)) end += 2;
      else if (word !== undefined && this.#isNameLike(end)) end += 1;
      else if (word !== undefined && this.#mayFollow(word, follow)) end += 1;
      else {
        const last = this.#afterParticles(end);
        if (
          last === end ||
          !(this.#isNameLike(last) || this.#isStrangeAt(last) || (follow === 'all' && this.#mayEnd(last)))
        )
          break;
        end = last + 1;
      }
    }
    return end;
  }

  #mayFollow(word: Word, follow: Follow): boolean {
    return this.#isStrange(word) && !QUALITY.test(word.key) && (follow !== 'likely' || this.#isUnlikeKnown(word));
  }

  #mayEnd(at: number): boolean {
    const key = this.#words[at]?.key ?? '';
    return key !== '' && !NO_NAMES.has(key) && !DOINGS.has(key) && !ROLES.has(key);
  }

  #afterParticles(at: number): number {
    let next = at;
    while (next < at + 3 && PARTICLES.has(this.#words[next]?.key ?? '')) next += 1;
    return next;
  }

  /** A word that goes on with a name: a capital, an initial, or a name that is known. */
  #isNameLike(at: number): boolean {
    const word = this.#words[at];
    if (word === undefined || word.key === '' || /^\d/.test(word.text)) return false;
    if (this.#names.has(word.key) || this.#isInitial(at)) return true;
    if (NO_NAMES.has(word.key) && !PARTICLES.has(word.key)) return false;
    if (word.isCapital) return !this.#isAcronym(word) || this.#isStrange(word);
    return (
      this.#isStrange(word) && (FIRST_NAMES.has(word.key) || CAPITAL_NAMES.has(word.key) || COMPANIES.has(word.key))
    );
  }

  /** "J." of "J. Hoekstra". */
  #isInitial(at: number): boolean {
    const [word, point, next] = [this.#words[at], this.#words[at + 1], this.#words[at + 2]];
    if (word === undefined || !INITIAL.test(word.text) || point?.text !== '.') return false;
    if (next === undefined) return false;
    const isName = next.isCapital && (this.#isStrange(next) || CAPITAL_NAMES.has(next.key) || INITIAL.test(next.text));
    return isName || (PARTICLES.has(next.key) && this.#words[at + 3]?.isCapital === true);
  }

  /** Where a place stands after "ik woon in"; 0 when there is none. */
  #placeAfter(at: number): number {
    if (!LIVING.has(this.#words[at]?.key ?? '')) return 0;
    let place = at + 1;
    while (place < at + 4 && PLACE_PREPOSITIONS.has(this.#words[place]?.key ?? '')) place += 1;
    const word = this.#words[place];
    if (place === at + 1 || word === undefined || word.key === '') return 0;
    return this.#isStrange(word) || (word.isCapital && !this.#isAcronym(word)) ? place : 0;
  }

  /** A word that neither the subject nor everyday life knows. */
  #isStrange(word: Word): boolean {
    if (word.key === '' || /^\d/.test(word.text) || NO_NAMES.has(word.key) || word.key.length < 2) return false;
    const isKnown = this.#lexicon.isKnown(word.key) || word.parts.every((part) => this.#lexicon.isKnown(part));
    return !isKnown;
  }

  #isStrangeAt(at: number): boolean {
    const word = this.#words[at];
    return word !== undefined && this.#isStrange(word);
  }

  #isUnlikeKnown(word: Word): boolean {
    return (
      !word.parts.every((part) => this.#lexicon.isKnown(part) || this.#lexicon.isNearKnown(part)) &&
      !this.#lexicon.isNearKnown(word.key)
    );
  }

  /** A short word that is near no known one and no inflected or compound one: many names are not on any list. */
  #isOdd(word: Word): boolean {
    return word.key.length >= 3 && word.key.length <= 9 && this.#isUnlikeKnown(word) && !QUALITY.test(word.key);
  }

  #isDoing(at: number): boolean {
    return DOINGS.has(this.#words[at]?.key ?? '');
  }

  #isAcronym(word: Word): boolean {
    return this.#isShouted(word) && !this.#isStrange(word);
  }

  #isShouted(word: Word): boolean {
    return word.text.length > 1 && word.text === word.text.toUpperCase();
  }

  #startsSentence(at: number): boolean {
    const before = this.#words[at - 1];
    return before === undefined || SENTENCE_END.has(before.text);
  }

  #isMark(at: number, marks: string): boolean {
    const text = this.#words[at]?.text ?? '';
    return text.length === 1 && marks.includes(text);
  }
}
