import { isoWeek, weekOf, type Span } from './calendar.ts';
import { type Scan, type Yearly } from './meaning.ts';
import { monthOf } from './names.ts';
import { goesOn, isAmount } from './number-place.ts';
import { numberAt, skip, wordAt, type Token } from './tokens.ts';
import { FUTURE_SIDE, PAST_SIDE, THIS } from './words.ts';

const WEEK = new Set(['week', 'wk', 'weeknr', 'weeknummer', 'kw']);
const BEFORE_NUMBER = new Set(['.', '-', 'nr', 'nummer', 'number', 'no']);
/** "week 42 van mijn ziekte" counts from the first sick day. */
const OF_ILLNESS = new Set(
  'mijn my de the ziekte ziek ziekteverlof verzuim ill illness sick sickness spoor traject'.split(' '),
);

/** A week counted from today: "vorige week", "deze week", "komende week". */
export function relativeWeekAt(scan: Scan, at: number): { span: Span; next: number } | undefined {
  const { tokens, setting } = scan;
  const start = skip(tokens, at, ARTICLES);
  const word = wordAt(tokens, start);
  if (!WEEK_NAMES.has(wordAt(tokens, start + 1)) || numberAt(tokens, start + 2) !== undefined) return undefined;
  const { today } = setting;
  const next = start + 2;
  // These may be the whole calendar week or the days up to today.
  if (word === 'afgelopen' || word === 'past' || word === 'laatste' || word === 'voorbije') {
    return { span: { from: weekOf(today, -1).from, to: today }, next };
  }
  if (word === 'komende' || word === 'coming') return { span: { from: today, to: weekOf(today, 1).to }, next };
  if (PAST_SIDE.has(word)) return { span: weekOf(today, -1), next };
  if (FUTURE_SIDE.has(word)) return { span: weekOf(today, 1), next };
  return THIS.has(word) ? { span: weekOf(today), next } : undefined;
}

const ARTICLES = new Set(['van', 'de', 'of', 'the', 'in']);
const WEEK_NAMES = new Set(['week', 'wk', 'wek', 'weeek', 'weke']);

/** A week of the calendar: "week 12". */
export function numberedWeekAt(tokens: readonly Token[], at: number): { yearly: Yearly; next: number } | undefined {
  if (!WEEK.has(wordAt(tokens, at))) return undefined;
  const place = skip(tokens, at + 1, BEFORE_NUMBER);
  const number = numberAt(tokens, place);
  if (number === undefined || number.text.length > 2 || number.value < 1 || number.value > 53) return undefined;
  const joint = wordAt(tokens, place + 1);
  if ((joint === 'van' || joint === 'of') && OF_ILLNESS.has(wordAt(tokens, place + 2))) return undefined;
  if (joint === 'ziek' || joint === 'ziekte' || joint === 'verzuim') return undefined;
  const yearly: Yearly = {
    kind: 'yearly',
    at: (year) => isoWeek(year, number.value),
    missing: 'day',
    text: number.text,
  };
  return furtherWeek(tokens, yearly, number.value, place + 1) ?? { yearly, next: place + 1 };
}

/** "week 11 of 12", "week 11-13": from the one to the other. */
function furtherWeek(
  tokens: readonly Token[],
  first: Yearly,
  week: number,
  at: number,
): { yearly: Yearly; next: number } | undefined {
  const joint = tokens[at]?.text ?? '';
  const last = numberAt(tokens, at + 1);
  if (!WEEK_LINKS.has(joint) || last === undefined || last.text.length > 2) return undefined;
  if (last.value <= week || last.value > 53 || goesOn(tokens, at + 2) || isAmount(tokens, at + 2)) return undefined;
  if (monthOf(wordAt(tokens, at + 2), true) !== undefined) return undefined;
  const span = (year: number): Span | undefined => {
    const from = first.at(year)?.from;
    const to = isoWeek(year, last.value)?.to;
    return from === undefined || to === undefined ? undefined : { from, to };
  };
  return { yearly: { ...first, at: span }, next: at + 2 };
}

const WEEK_LINKS = new Set(['of', 'or', '-', '/', 'en', 'and', 'tot', 'tm']);
