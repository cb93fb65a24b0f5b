import { dayIn, monthsIn, oneDay, weekOf, type Span } from './calendar.ts';
import { foundSpan, type Found, type Meaning, type Part, type Scan, type Yearly } from './meaning.ts';
import { monthOf } from './names.ts';
import { monthName, monthYearly } from './named-dates.ts';
import { dayAt, startsNumber } from './number-place.ts';
import { partOf, POSITIONS, SEASONS, type Position } from './period-parts.ts';
import { withTail } from './tail.ts';
import { numberAt, skip, wordAt } from './tokens.ts';
import { FUTURE_SIDE, PAST_SIDE, THIS } from './words.ts';
import { numberedWeekAt, relativeWeekAt } from './weeks.ts';
import { yearAlone } from './year-alone.ts';

const JOINTS = new Set(['van', 'de', 'het', 'of', 'the', 'in', '-', 'vd']);
const ARTICLES = new Set(['van', 'de', 'of', 'the', 'vd']);
const MONTH_NAMES = new Set(['maand', 'maandt', 'maant', 'mnd', 'month']);
const HALVES = new Set(['helft', 'half']);
const QUARTERS = new Set(['kwartaal', 'quarter', 'kw']);

/** "begin maart 2025", "half mei", "eind vorig jaar", "eerste helft van 2025", "begin volgende week". */
export const position: Part = (scan, at) => {
  const { tokens } = scan;
  const half = HALVES.has(wordAt(tokens, at + 1)) ? dayAt(tokens, at) : undefined;
  const word = wordAt(tokens, at);
  const halfOf: Position | undefined = half?.day === 1 ? 'first half' : half?.day === 2 ? 'second half' : undefined;
  const place = halfOf ?? POSITIONS.get(word);
  if (place === undefined) return undefined;
  const further = halfOf === undefined ? furtherPosition(scan, at + 1) : undefined;
  // "midden in de zomer", "halverwege de maand".
  const start = skip(tokens, further?.next ?? at + (halfOf === undefined ? 1 : 2), JOINTS);
  const within = monthRef(scan, start, true) ?? season(scan, start) ?? week(scan, start) ?? yearAlone(scan, start);
  if (within === undefined) {
    const whole = start > at + 1 ? thisPeriod(scan, wordAt(tokens, start)) : undefined;
    return whole && foundSpan(partOf(whole, place), start + 1);
  }
  return {
    meanings: within.meanings.map((meaning) => inPart(meaning, place, further?.position ?? place)),
    next: within.next,
  };
};

/** "vorige maand", "week 12", "vorige week", "zomer 2025", "eerste kwartaal", "afgelopen weekend". */
export const period: Part = (scan, at) =>
  relativeMonth(scan, at) ?? season(scan, at) ?? week(scan, at) ?? quarter(scan, at) ?? weekend(scan, at);

/** "de 12e van vorige maand", "3 deze maand". */
export const dayOfRelativeMonth: Part = (scan, at) => {
  const { tokens } = scan;
  const day = dayAt(tokens, at);
  const month = day === undefined ? undefined : monthCounted(scan, skip(tokens, day.next, ARTICLES));
  if (day === undefined || month === undefined) return undefined;
  const { year, month: number } = month.first;
  const yearly: Yearly = {
    kind: 'yearly',
    at: (inYear) => oneDay(dayIn(inYear, number, day.day)),
    missing: 'day',
    text: `${day.digits} ${monthName(scan, number)}`,
    year,
    relativeYear: true,
  };
  return { meanings: [yearly], next: month.next };
};

/** The month, week or year of today: "eind van de maand". */
function thisPeriod(scan: Scan, word: string): Span | undefined {
  const { today } = scan.setting;
  if (MONTH_NAMES.has(word)) return thisMonth(scan, 0);
  if (word === 'week') return weekOf(today);
  return word === 'jaar' || word === 'year' ? monthsIn(today.year, 1, 12) : undefined;
}

/** "begin/half maart", "half tot eind mei": up to where. */
function furtherPosition(scan: Scan, at: number): { position: Position; next: number } | undefined {
  const { tokens } = scan;
  const link = tokens[at]?.text ?? '';
  const position = POSITION_LINKS.has(link) ? POSITIONS.get(wordAt(tokens, at + 1)) : undefined;
  return position && { position, next: at + 2 };
}

const POSITION_LINKS = new Set(['/', '-', 'of', 'tot', 'or', 'to', 'a', ',']);

/** A period from where one part of it starts to where another ends. */
function inPart(meaning: Meaning, place: Position, last: Position): Meaning {
  const part = (span: Span): Span => ({ from: partOf(span, place).from, to: partOf(span, last).to });
  if (meaning.kind === 'yearly') {
    const at = (year: number): Span | undefined => picked(meaning.at(year), part);
    return { ...meaning, at };
  }
  if (meaning.kind === 'year' && meaning.first === meaning.last) {
    const { first, relative } = meaning;
    const at = (year: number): Span => part(monthsIn(year, 1, 12));
    return { kind: 'yearly', at, missing: 'month', text: '', year: first, relativeYear: relative };
  }
  if (meaning.kind !== 'read' || meaning.reading.kind !== 'partial') return meaning;
  return { kind: 'read', reading: { ...meaning.reading, ...part(meaning.reading) } };
}

/** A month by name, with its year, or one counted from today. */
export function monthRef(scan: Scan, at: number, beside: boolean): Found | undefined {
  // "eind afgelopen maand" is not about the last weeks up to today.
  if (wordAt(scan.tokens, at) === 'afgelopen' && MONTH_NAMES.has(wordAt(scan.tokens, at + 1)))
    return foundSpan(thisMonth(scan, -1), at + 2);
  const relative = relativeMonth(scan, at);
  if (relative !== undefined) return relative;
  const month = monthOf(wordAt(scan.tokens, at), beside);
  return month === undefined ? undefined : withTail(scan, [monthYearly(scan, month)], at + 1);
}

function relativeMonth(scan: Scan, at: number): Found | undefined {
  const { tokens, setting } = scan;
  const word = wordAt(tokens, at);
  if ((word === 'afgelopen' || word === 'past' || word === 'laatste') && MONTH_NAMES.has(wordAt(tokens, at + 1))) {
    return foundSpan({ from: thisMonth(scan, -1).from, to: setting.today }, at + 2);
  }
  const month = monthCounted(scan, at);
  return month === undefined
    ? undefined
    : foundSpan(monthsIn(month.first.year, month.first.month, month.first.month), month.next);
}

/** "vorige maand", "deze maand", "volgende maand": the first day of it. */
function monthCounted(scan: Scan, at: number): { first: Span['from']; next: number } | undefined {
  const { tokens } = scan;
  const word = wordAt(tokens, at);
  if (!MONTH_NAMES.has(wordAt(tokens, at + 1)) || word === 'afgelopen' || word === 'past') return undefined;
  const months = PAST_SIDE.has(word) ? -1 : FUTURE_SIDE.has(word) ? 1 : THIS.has(word) ? 0 : undefined;
  return months === undefined ? undefined : { first: thisMonth(scan, months).from, next: at + 2 };
}

function thisMonth(scan: Scan, monthsOn: number): Span {
  const first = scan.setting.today.with({ day: 1 }).add({ months: monthsOn });
  return monthsIn(first.year, first.month, first.month);
}

function season(scan: Scan, at: number): Found | undefined {
  const { tokens } = scan;
  const word = wordAt(tokens, at);
  const span = SEASONS.get(word);
  if (span === undefined) return undefined;
  const read = withTail(scan, [{ kind: 'yearly', at: span, missing: 'month', text: '' }], at + 1);
  if (word !== 'winter') return read;
  // "winter 2024" may be the start of that year or the end of it.
  const wide = (year: number): Span => ({ from: span(year).from, to: span(year + 1).to });
  const meanings = read.meanings.map((each) =>
    each.kind === 'yearly' && each.year !== undefined ? { ...each, at: wide } : each,
  );
  return { ...read, meanings };
}

function week(scan: Scan, at: number): Found | undefined {
  const relative = relativeWeekAt(scan, at);
  if (relative !== undefined) return foundSpan(relative.span, relative.next);
  const numbered = numberedWeekAt(scan.tokens, at);
  return numbered === undefined ? undefined : withTail(scan, [numbered.yearly], numbered.next);
}

function quarter(scan: Scan, at: number): Found | undefined {
  const { tokens } = scan;
  const short = wordAt(tokens, at) === 'q' ? numberAt(tokens, at + 1) : undefined;
  const day = short === undefined && startsNumber(tokens, at) ? dayAt(tokens, at) : undefined;
  const number = short?.value ?? (day !== undefined && QUARTERS.has(wordAt(tokens, day.next)) ? day.day : 0);
  if (number < 1 || number > 4) return undefined;
  const at2 = (year: number): Span => monthsIn(year, 3 * number - 2, 3 * number);
  return withTail(
    scan,
    [{ kind: 'yearly', at: at2, missing: 'month', text: '' }],
    day === undefined ? at + 2 : day.next + 1,
  );
}

function weekend(scan: Scan, at: number): Found | undefined {
  const { tokens, setting } = scan;
  const word = wordAt(tokens, at);
  if (wordAt(tokens, at + 1) !== 'weekend') return undefined;
  const saturday = (weeks: number): Span => {
    const { to } = weekOf(setting.today, weeks);
    return { from: to.subtract({ days: 1 }), to };
  };
  const over = setting.today.dayOfWeek === 7 ? 0 : -1;
  if (word === 'vorig' || word === 'verleden')
    return foundSpan({ from: saturday(-1).from, to: saturday(over).to }, at + 2);
  if (PAST_SIDE.has(word))
    return foundSpan(
      setting.today.dayOfWeek >= 6 ? { from: saturday(-1).from, to: setting.today } : saturday(-1),
      at + 2,
    );
  if (FUTURE_SIDE.has(word))
    return foundSpan({ from: saturday(setting.today.dayOfWeek >= 6 ? 1 : 0).from, to: saturday(1).to }, at + 2);
  return THIS.has(word) ? foundSpan(saturday(0), at + 2) : undefined;
}

/** A part of a period, when there is a period. */
export function picked(span: Span | undefined, pick: (span: Span) => Span | undefined): Span | undefined {
  return span === undefined ? undefined : pick(span);
}
