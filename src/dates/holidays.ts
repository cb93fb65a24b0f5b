import type { Temporal } from 'temporal-polyfill';
import { dayIn, easter, nthWeekday, oneDay, type Span } from './calendar.ts';
import { wordAt, type Token } from './tokens.ts';

/** The day or days a holiday falls on in a year; undefined when that year had none. */
type Holiday = (year: number) => Span | undefined;

const SKIPPED = new Set(['de', 'the', 'op', 'on']);
const MOST_WORDS = 3;

const NEW_YEAR = fixed(1, 1);
const CHRISTMAS_DAY = fixed(12, 25);
const BOXING_DAY = fixed(12, 26);
const CHRISTMAS: Holiday = (year) => between(dayIn(year, 12, 25), dayIn(year, 12, 26));
const EASTER_SUNDAY = fromEaster(0);
const EASTER_MONDAY = fromEaster(1);
const EASTER: Holiday = (year) => between(easter(year), easter(year).add({ days: 1 }));
const WHIT_SUNDAY = fromEaster(49);
const WHIT_MONDAY = fromEaster(50);
const WHITSUN: Holiday = (year) => between(easter(year).add({ days: 49 }), easter(year).add({ days: 50 }));
const GOOD_FRIDAY = fromEaster(-2);
const ASCENSION = fromEaster(39);
const CARNIVAL: Holiday = (year) => between(easter(year).subtract({ days: 49 }), easter(year).subtract({ days: 47 }));
/** 27 April since 2014, a day earlier when that is a Sunday. */
const KINGS_DAY: Holiday = (year) => (year < 2014 ? undefined : oneDay(notOnSunday(dayIn(year, 4, 27))));
/** 30 April until 2013, a day earlier when that was a Sunday. */
const QUEENS_DAY: Holiday = (year) => (year > 2013 ? undefined : oneDay(notOnSunday(dayIn(year, 4, 30))));
const MOTHERS_DAY: Holiday = (year) => oneDay(nthWeekday(year, 5, 7, 2));
const FATHERS_DAY: Holiday = (year) => oneDay(nthWeekday(year, 6, 7, 3));
const BUDGET_DAY: Holiday = (year) => oneDay(nthWeekday(year, 9, 2, 3));
const OLD_AND_NEW: Holiday = (year) => between(dayIn(year, 12, 31), dayIn(year + 1, 1, 1));

/** Names as the tokens hold them: folded, apostrophes gone, words one space apart. */
const HOLIDAYS = new Map<string, Holiday>(
  (
    [
      ['nieuwjaarsdag|nieuwjaar|nieuwejaarsdag|new years day|new year', NEW_YEAR],
      ['driekoningen', fixed(1, 6)],
      ['valentijnsdag|valentijn|valentines day', fixed(2, 14)],
      ['carnaval|carnival', CARNIVAL],
      ['witte donderdag', fromEaster(-3)],
      ['goede vrijdag|goede vrydag|goedevrijdag|good friday', GOOD_FRIDAY],
      ['eerste paasdag|1 paasdag|paaszondag|easter sunday', EASTER_SUNDAY],
      ['tweede paasdag|2 paasdag|paasmaandag|easter monday', EASTER_MONDAY],
      ['pasen|paasdagen|easter|paas', EASTER],
      ['koningsdag|kings day', KINGS_DAY],
      ['koninginnedag|queens day', QUEENS_DAY],
      ['dodenherdenking', fixed(5, 4)],
      ['bevrijdingsdag|liberation day', fixed(5, 5)],
      ['moederdag|mothers day', MOTHERS_DAY],
      ['vaderdag|fathers day', FATHERS_DAY],
      ['hemelvaart|hemelvaartsdag|hemelvaartdag|ascension day', ASCENSION],
      ['eerste pinksterdag|1 pinksterdag|whit sunday', WHIT_SUNDAY],
      ['tweede pinksterdag|2 pinksterdag|pinkstermaandag|whit monday', WHIT_MONDAY],
      ['pinksteren|pinksterdagen|pentecost|whitsun', WHITSUN],
      ['prinsjesdag', BUDGET_DAY],
      ['sint maarten', fixed(11, 11)],
      ['sinterklaas|sinterklaasavond|pakjesavond', fixed(12, 5)],
      ['kerstavond|christmas eve', fixed(12, 24)],
      ['eerste kerstdag|1 kerstdag|christmas day', CHRISTMAS_DAY],
      ['tweede kerstdag|2 kerstdag|boxing day', BOXING_DAY],
      ['kerst|kerstmis|kerstdagen|de kerst|christmas|xmas', CHRISTMAS],
      ['oudejaarsdag|oudejaarsavond|oudjaarsdag|oudejaar|oudjaar|new years eve', fixed(12, 31)],
      ['oud en nieuw|oudennieuw', OLD_AND_NEW],
    ] as const
  ).flatMap(([names, holiday]) => names.split('|').map((name) => [name, holiday] as const)),
);

/** "1e kerstdag" and "2de paasdag" are looked up by their bare number. */
const SUFFIXES = new Set(['e', 'de', 'ste']);

/** The holiday named at a place; the longest name wins: "goede vrijdag" above a Friday. */
export function holidayAt(tokens: readonly Token[], at: number): { at: Holiday; next: number } | undefined {
  const start = SKIPPED.has(wordAt(tokens, at)) ? at + 1 : at;
  let name = '';
  let found: { at: Holiday; next: number } | undefined;
  let next = start;
  for (let words = 0; words < MOST_WORDS; words++) {
    const token = tokens[next];
    if (token === undefined || token.kind === 'mark') break;
    name = name === '' ? token.text : `${name} ${token.text}`;
    next++;
    if (token.kind === 'number' && SUFFIXES.has(wordAt(tokens, next))) next++;
    const holiday = HOLIDAYS.get(name);
    if (holiday !== undefined) found = { at: holiday, next };
  }
  return found;
}

function fixed(month: number, day: number): Holiday {
  return (year) => oneDay(dayIn(year, month, day));
}

function fromEaster(days: number): Holiday {
  return (year) => oneDay(easter(year).add({ days }));
}

function notOnSunday(date: Temporal.PlainDate | undefined): Temporal.PlainDate | undefined {
  return date?.dayOfWeek === 7 ? date.subtract({ days: 1 }) : date;
}

function between(from: Temporal.PlainDate | undefined, to: Temporal.PlainDate | undefined): Span | undefined {
  return from === undefined || to === undefined ? undefined : { from, to };
}
