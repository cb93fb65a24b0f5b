import type { Temporal } from 'temporal-polyfill';
import { inRange, type Span } from './calendar.ts';
import { amountAt, counted, isDay, isExact, type Amount, type Hedge } from './amounts.ts';
import { editDistance } from '../shared/edit-distance.ts';
import { found, foundDay, foundSpan, type Found, type Part, type Scan } from './meaning.ts';
import { weekdayOf } from './names.ts';
import { remembered } from './remembered.ts';
import { impossible } from './resolve.ts';
import { numberAt, skip, wordAt, type Token } from './tokens.ts';
import { AGO, EXACTLY, UNIT_NAMES } from './words.ts';
import { countedWeekday } from './weekdays.ts';

/** Days from today. */
const DAY_WORDS = new Map<string, number>(
  (
    [
      [-3, 'eereergisteren'],
      [-2, 'eergisteren eergister eergistere voorgisteren eergisterenavond eergisteravond'],
      [-1, 'gisteren gister gistere yesterday'],
      [0, 'vandaag heden today vanochtend vanmorgen vanmiddag vanavond hedenochtend hedenmorgen'],
      [1, 'morgen tomorrow'],
      [2, 'overmorgen'],
    ] as const
  ).flatMap(([days, words]) => words.split(' ').map((word) => [word, days] as const)),
);
/** Those long enough to be known with a letter wrong. */
const LONG = [...DAY_WORDS].filter(([word]) => word.length >= 7 && word !== 'hedenochtend');
const NO_DAY_WORDS = new Set(['vandaan', 'vanmiddags']);
const DAY_PARTS = new Set('ochtend morgen middag avond morning afternoon evening vroeg laat early late s'.split(' '));
/** Before "morgen" these make it a greeting or a part of the day. */
const BEFORE_MORNING = new Set('goede goeie goed goeden s de hele elke iedere vroege in'.split(' '));
const BEFORE_AGO = new Set([',', 'was', 'is', 'het', 'dat', ...EXACTLY]);
const NOW = new Set(['nu', 'now', 'vandaag', 'today']);

/** "gisteren", "eergisteren", "vanochtend", "the day before yesterday", and what is counted from it: "vandaag 3 weken geleden". */
export const dayWord: Part = (scan, at) => {
  const { tokens, setting } = scan;
  const night = nightAt(scan, at);
  if (night !== undefined) return night;
  const day = daysAt(tokens, at);
  if (day === undefined) return undefined;
  const date = setting.today.add({ days: day.days });
  const next = skip(tokens, day.next, DAY_PARTS);
  return countedFrom(scan, date, skip(tokens, next, BEFORE_AGO), 'exact') ?? foundDay(date, next);
};

/** "3 weken geleden", "over 2 weken", "sinds een maand". */
export const counting: Part = (scan, at) => countedFrom(scan, scan.setting.today, at) ?? bareUnits(scan, at);

function countedFrom(scan: Scan, date: Temporal.PlainDate, at: number, said: Hedge = 'none'): Found | undefined {
  const { tokens } = scan;
  const direct = amountAt(tokens, at, said);
  if (direct !== undefined) {
    if (AGO.has(wordAt(tokens, direct.next))) return countedBy(scan, date, direct, -1, direct.next + 1);
    const ahead = wordAt(tokens, direct.next);
    if ((ahead === 'from' || ahead === 'vanaf') && NOW.has(wordAt(tokens, direct.next + 1))) {
      return countedBy(scan, date, direct, 1, direct.next + 2);
    }
  }
  const word = wordAt(tokens, at);
  const amount = amountAt(tokens, at + 1, said);
  if (amount === undefined) return undefined;
  const past = word === 'sinds' || word === 'sedert' || word === 'since';
  if (past) return countedBy(scan, date, amount, -1, amount.next + (AGO.has(wordAt(tokens, amount.next)) ? 1 : 0));
  if (AGO.has(wordAt(tokens, amount.next)) || wordAt(tokens, amount.next) === 'tijd') return undefined;
  if (word === 'over' || word === 'in') return countedBy(scan, date, amount, 1, amount.next);
  if (word !== 'binnen' && word !== 'within') return undefined;
  const span = counted(date, amount, 1);
  return span === undefined ? undefined : foundSpan({ from: date, to: span.to }, amount.next);
}

function countedBy(
  scan: Scan,
  date: Temporal.PlainDate,
  amount: Amount,
  direction: -1 | 1,
  next: number,
): Found | undefined {
  const span = counted(date, amount, direction);
  const { today } = scan.setting;
  if (span === undefined || !inRange(span.from.year, today) || !inRange(span.to.year, today)) {
    return found(impossible(String(amount.most), 'yearOutOfRange'), next);
  }
  const place = wordAt(scan.tokens, next) === 'op' || wordAt(scan.tokens, next) === 'on' ? next + 1 : next;
  const day = amount.unit === 'weeks' ? weekdayOf(wordAt(scan.tokens, place), false) : undefined;
  // "3 weken geleden op maandag", but not "3 weken geleden, maandag 2 november".
  if (day !== undefined && numberAt(scan.tokens, place + 1) === undefined) {
    return countedWeekday(scan, day, amount, direction > 0, place + 1);
  }
  return isExact(amount) || isDay(span) ? foundDay(span.from, next) : foundSpan(span, next);
}

/** "weken geleden", "months ago": some of them. */
function bareUnits(scan: Scan, at: number): Found | undefined {
  const { tokens, setting } = scan;
  const word = wordAt(tokens, at);
  const unit = UNIT_NAMES.get(word);
  if (unit === undefined || !AGO.has(wordAt(tokens, at + 1)) || !PLURALS.has(word)) return undefined;
  const before = tokens[at - 1];
  if (before !== undefined && (before.kind === 'number' || COUNTS.test(before.text) || before.text === 'half'))
    return undefined;
  const { today } = setting;
  const span: Span = { from: today.subtract({ [unit]: 12 }), to: today.subtract({ [unit]: 2 }) };
  return foundSpan(span, at + 2);
}

const PLURALS = new Set('dagen weken maanden mnden jaren days weeks months years'.split(' '));
const COUNTS = /(?:honderd|duizend|hundred|thousand|zoveel|tig|[a-z]tien)$/;

/** The night between two days: which of them is not said. */
function nightAt(scan: Scan, at: number): Found | undefined {
  const { tokens, setting } = scan;
  const { today } = setting;
  const word = wordAt(tokens, at);
  const second = wordAt(tokens, at + 1);
  const night = (days: readonly [number, number], next: number): Found =>
    found({ kind: 'ambiguous', options: days.map((day) => today.add({ days: day })) }, next);
  if (word === 'vannacht') return night([0, setting.leans === 'past' ? -1 : 1], at + 1);
  if (word === 'gisternacht' || word === 'gisterennacht') return night([-1, 0], at + 1);
  const split = second === 'night' || second === 'nacht';
  return split && (word === 'last' || word === 'gister' || word === 'gisteren') ? night([-1, 0], at + 2) : undefined;
}

function daysAt(tokens: readonly Token[], at: number): { days: number; next: number } | undefined {
  const word = wordAt(tokens, at);
  const second = wordAt(tokens, at + 1);
  if ((word === 'this' || word === 'deze') && DAY_PARTS.has(second)) return { days: 0, next: at + 2 };
  if (word === 'tonight') return { days: 0, next: at + 1 };
  if (word === 'over' && second === 'morgen') return { days: 2, next: at + 2 };
  if (word === 'eer') {
    const days = daysOfWord(second);
    return days === -1 || days === -2 ? { days: days - 1, next: at + 2 } : undefined;
  }
  if (word === 'morgen') {
    const before = wordAt(tokens, at - 1);
    if (BEFORE_MORNING.has(before) || tokens[at - 1]?.text === "'" || weekdayOf(before, false) !== undefined)
      return undefined;
  }
  const days = daysOfWord(word);
  return days === undefined ? undefined : { days, next: at + 1 };
}

const daysOfWord = remembered((word: string): number | undefined => {
  const known = DAY_WORDS.get(word);
  if (known !== undefined || word.length < 6 || word.length > 18 || NO_DAY_WORDS.has(word)) return known;
  if (/^gister(?:en)?(?:ochtend|morgen|middag|avond)$/.test(word)) return -1;
  if (/^(?:over)?morgen(?:ochtend|vroeg|middag|avond)$/.test(word)) return word.startsWith('over') ? 2 : 1;
  return LONG.find(([name]) => name[0] === word[0] && editDistance(word, name, 1) === 1)?.[1];
});
