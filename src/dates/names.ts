import { editDistance, isSubsequence } from '../shared/edit-distance.ts';
import { remembered } from './remembered.ts';
import { UNITS } from './words.ts';

/** Full names, which a typing error may be in: Dutch, English, and the German and French ones people fall back on. */
const MONTHS: readonly (readonly string[])[] = [
  ['januari', 'january', 'januar', 'janvier'],
  ['februari', 'february', 'februar', 'fevrier'],
  ['maart', 'march', 'mart', 'marz', 'mars'],
  ['april', 'avril'],
  ['mei'],
  ['juni', 'june', 'juin'],
  ['juli', 'july', 'juillet'],
  ['augustus', 'august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['december', 'dezember'],
];

/** Short forms and words that mean something else as well: months only beside a number. */
const WEAK_MONTHS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'febr', 'fbr'],
  ['mrt', 'mar', 'maa', 'mrz'],
  ['apr'],
  ['may', 'mai', 'mey', 'maj'],
  ['jun'],
  ['jul'],
  ['aug', 'aout'],
  ['sep', 'sept', 'spt'],
  ['okt', 'oct'],
  ['nov'],
  ['dec', 'dez'],
];

/** Words that lie a letter or two from a month. */
const NO_MONTHS = new Set(
  (
    'maar maat maats maakt maak maand maanden maant maal maalt maagd mat mar match marsh marc mark markt much ' +
    'junk junior jullie julie jury just juist juf jute janken apart aprils member members remember number ' +
    'decent decennia augurk sector sectie septisch marge maria marie mate matje merel ' +
    'jane jana janus juna juno julia julius jolly smart'
  ).split(' '),
);

const WEEKDAYS: readonly (readonly string[])[] = [
  ['maandag', 'monday'],
  ['dinsdag', 'tuesday'],
  ['woensdag', 'wednesday'],
  ['donderdag', 'thursday'],
  ['vrijdag', 'friday', 'vrydag'],
  ['zaterdag', 'saturday', 'saterdag'],
  ['zondag', 'sunday', 'sondag'],
];

/** Weekdays only right before a date: "zo" and "do" are words of their own. */
const WEAK_WEEKDAYS: readonly (readonly string[])[] = [
  ['ma', 'maa', 'mon'],
  ['di', 'din', 'tue', 'tues'],
  ['wo', 'woe', 'wed'],
  ['do', 'don', 'thu', 'thur', 'thurs'],
  ['vr', 'vrij', 'fri'],
  ['za', 'zat', 'sat'],
  ['zo', 'zon', 'sun'],
];

const DAY_PART = /^(?<day>[a-z]{6,11}?)(?:ochtend|morgen|middag|avond|nacht)$/;

/** Short forms count as well when a misspelling is weighed: "mary" is as near to May as to March. */
const ALL_MONTHS = MONTHS.map((names, place) => [...names, ...(WEAK_MONTHS[place] ?? [])]);
const STRONG_MONTH = indexed(MONTHS);
const WEAK_MONTH = indexed(WEAK_MONTHS);
const WEEKDAY = indexed(WEEKDAYS);
const WEAK_WEEKDAY = indexed(WEAK_WEEKDAYS);
/** English names that are not Dutch ones: after these a number is a day, "march 25". */
const ENGLISH_MONTHS = new Set('january february march may june july august october'.split(' '));

/** "may" and "mars" are months beside a number only, whatever their length. */
const ONLY_BESIDE_NUMBER = new Set(['mars', 'mart', 'marz', 'juin']);

/**
 * The month, 1 to 12, that a word names.
 *
 * @param besideNumber whether a number or an ordinal stands next to it: short forms and short misspellings count too.
 * @example monthOf('febuari', true) // 2
 */
export function monthOf(word: string, besideNumber: boolean): number | undefined {
  return word === '' ? undefined : besideNumber ? monthBeside(word) : monthAlone(word);
}

const monthBeside = remembered((word) => monthIn(word, true));
const monthAlone = remembered((word) => monthIn(word, false));

function monthIn(word: string, besideNumber: boolean): number | undefined {
  const strong = STRONG_MONTH.get(word);
  if (strong !== undefined && (besideNumber || !ONLY_BESIDE_NUMBER.has(word))) return strong;
  if (besideNumber) {
    const weak = WEAK_MONTH.get(word);
    if (weak !== undefined) return weak;
  }
  if (word.length < (besideNumber ? 4 : 6) || word.length > 12 || NO_MONTHS.has(word) || UNITS.has(word))
    return undefined;
  return nearest(word, ALL_MONTHS, (name) => (name.length >= 7 ? 2 : 1)) ?? shortened(word);
}

/** Whether a word is an English month name that Dutch writes otherwise. */
export function isEnglishMonth(word: string): boolean {
  return ENGLISH_MONTHS.has(word);
}

/**
 * The weekday, 1 (Monday) to 7, that a word names, with or without a part of the day.
 *
 * @example weekdayOf('maandagochtend', false) // 1
 */
export function weekdayOf(word: string, beforeDate: boolean): number | undefined {
  const weak = beforeDate ? WEAK_WEEKDAY.get(word) : undefined;
  return weak ?? (word.length < 6 || word.length > 18 ? undefined : weekdayIn(word));
}

const weekdayIn = remembered((word: string): number | undefined => {
  const day = DAY_PART.exec(word)?.groups?.['day'] ?? word;
  const known = WEEKDAY.get(day);
  if (known !== undefined) return known;
  // "maandags" is every Monday.
  if (day.endsWith('s')) return undefined;
  return day.length >= 6 || day.endsWith('dag') ? nearest(day, WEEKDAYS, () => 1) : undefined;
});

/**
 * The one place in a table with the name nearest to a word; none when two places are as near. All names are weighed, so
 * that a wrong letter never makes another name of it: "secember" is near September, and nearer to December.
 */
function nearest(
  word: string,
  table: readonly (readonly string[])[],
  mostFor: (name: string) => number,
): number | undefined {
  let best = Infinity;
  let found: { place: number; name: string } | undefined;
  for (const [place, names] of table.entries()) {
    for (const name of names) {
      const most = mostFor(name);
      const distance = editDistance(word, name, most);
      if (distance > most) continue;
      if (distance < best) {
        best = distance;
        found = { place: place + 1, name };
      } else if (distance === best && found?.place !== place + 1) found = undefined;
    }
  }
  if (found === undefined) return undefined;
  // A short word with another first letter is another word, and three letters are too few to go by.
  const { name, place } = found;
  return name.length >= 7 || (name.length >= 4 && name[0] === word[0]) ? place : undefined;
}

/** The month a word shortens, by its start ("septem") or by leaving out vowels ("octbr", "sptmbr"). */
function shortened(word: string): number | undefined {
  const places = MONTHS.flatMap((names, place) =>
    names.some((name) => name.startsWith(word) || (isSubsequence(word, name) && consonants(word) === consonants(name)))
      ? [place + 1]
      : [],
  );
  return places.length === 1 ? places[0] : undefined;
}

function consonants(word: string): string {
  return word.replace(/[aeiou]/g, '');
}

function indexed(table: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(table.flatMap((names, place) => names.map((name) => [name, place + 1] as const)));
}
