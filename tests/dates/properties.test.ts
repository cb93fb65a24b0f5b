import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateText, MONTH_NAMES, numericDateText, shortDateText } from '../../src/dates/date-text.ts';
import { readDate, readDates, type DateReading } from '../../src/dates/read-date.ts';
import { notation, TODAY } from './support.ts';

const RUNS = { numRuns: 2_000 };
const FIRST = Temporal.PlainDate.from('1930-01-01');
const DAYS = FIRST.until('2041-12-31').days;

const dates = fc.integer({ min: 0, max: DAYS }).map((days) => FIRST.add({ days }));
const two = (value: number): string => String(value).padStart(2, '0');
const nl = (date: Temporal.PlainDate): string => MONTH_NAMES.nl[date.month - 1] ?? '';
const en = (date: Temporal.PlainDate): string => MONTH_NAMES.en[date.month - 1] ?? '';

type Format = (date: Temporal.PlainDate) => string;

const DUTCH: readonly Format[] = [
  (date) => date.toString(),
  (date) => `${date.toString()}T09:00`,
  numericDateText,
  (date) => `${date.day}/${date.month}/${date.year}`,
  (date) => `${two(date.day)}.${two(date.month)}.${date.year}`,
  (date) => `${date.day} ${date.month} ${date.year}`,
  (date) => `${date.day} - ${date.month} - ${date.year}`,
  (date) => `${two(date.day)}${two(date.month)}${date.year}`,
  (date) => `${date.year}${two(date.month)}${two(date.day)}`,
  (date) => `${date.day} ${nl(date)} ${date.year}`,
  (date) => `${date.day}e ${nl(date)} ${date.year}`,
  (date) => `de ${date.day}e van ${nl(date)} ${date.year}`,
  (date) => `${date.day}-${nl(date).slice(0, 3)}-${date.year}`.replace('maa', 'mrt'),
  (date) => `${date.year} ${nl(date)} ${date.day}`,
  (date) => dateText(date, 'nl'),
  (date) => shortDateText(date, 'nl'),
  (date) => `ik ben ziek sinds ${numericDateText(date)} en werk 36 uur`,
  (date) => `ziek gemeld op ${dateText(date, 'nl')}.`,
];

const ENGLISH: readonly Format[] = [
  (date) => date.toString(),
  (date) => `${en(date)} ${date.day}, ${date.year}`,
  (date) => `${en(date).slice(0, 3)} ${date.day} ${date.year}`,
  (date) => `${date.day} ${en(date)} ${date.year}`,
  (date) => `the ${date.day}th of ${en(date)} ${date.year}`,
  (date) => dateText(date, 'en'),
  (date) => shortDateText(date, 'en'),
];

/** The days a reading allows. */
function allows(reading: DateReading, date: Temporal.PlainDate): boolean {
  if (reading.kind === 'date') return reading.date.equals(date);
  if (reading.kind === 'ambiguous') return reading.options.some((option) => option.equals(date));
  if (reading.kind !== 'partial') return false;
  return Temporal.PlainDate.compare(reading.from, date) <= 0 && Temporal.PlainDate.compare(date, reading.to) <= 0;
}

describe('every date', () => {
  it.each([
    ['nl', DUTCH],
    ['en', ENGLISH],
  ] as const)('from 1930 to 2041 reads back the same in every format (%s)', (language, formats) => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...formats), (date, format) => {
        expect(notation(readDate(format(date), { today: TODAY, language }))).toBe(`=${date.toString()}`);
      }),
      RUNS,
    );
  });

  it('from 1941 to 2040 reads back the same with a year of two figures', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('-', '/', '.', ' ', ' mrt '), (date, mark) => {
        fc.pre(date.year >= 1941 && date.year <= 2040);
        const year = two(date.year % 100);
        const text =
          mark === ' mrt ' ? `${date.day} ${nl(date)} ${year}` : `${date.day}${mark}${two(date.month)}${mark}${year}`;
        expect(notation(readDate(text, { today: TODAY }))).toBe(`=${date.toString()}`);
      }),
      RUNS,
    );
  });

  it('without its year reads as a day of that month, or asks', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom('past', 'future'), (date, leans) => {
        const reading = readDate(`${date.day} ${nl(date)}`, { today: TODAY, leans });
        const options = reading.kind === 'date' ? [reading.date] : reading.kind === 'ambiguous' ? reading.options : [];
        expect(options.length).toBeGreaterThan(0);
        const [first] = options;
        expect([first?.month, first?.day]).toEqual([date.month, date.day]);
      }),
      RUNS,
    );
  });

  it('in figures is ambiguous in English exactly when day and month can trade places', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const reading = readDate(numericDateText(date), { today: TODAY, language: 'en' });
        const trades = date.day <= 12 && date.day !== date.month;
        expect(reading.kind).toBe(trades ? 'ambiguous' : 'date');
        expect(allows(reading, date)).toBe(true);
      }),
      RUNS,
    );
  });

  it('with another weekday is asked back, the typed date first', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 6 }), (date, off) => {
        const weekday = dateText(date.add({ days: off }), 'nl').split(' ')[0] ?? '';
        const reading = readDate(`${weekday} ${numericDateText(date)}`, { today: TODAY });
        expect(reading.kind === 'ambiguous' ? reading.options[0]?.toString() : reading.kind).toBe(date.toString());
      }),
      RUNS,
    );
  });

  it('beside another is never the only one that is read', () => {
    fc.assert(
      fc.property(
        dates,
        dates,
        fc.constantFrom(...DUTCH),
        fc.constantFrom(' en ', ' of ', ', ', ' tot '),
        (one, other, format, link) => {
          fc.pre(!one.equals(other));
          const reading = readDate(`${format(one)}${link}${format(other)}`, { today: TODAY });
          expect(reading.kind === 'date').toBe(false);
          expect([allows(reading, one), allows(reading, other)]).toEqual([true, true]);
        },
      ),
      RUNS,
    );
  });

  it('that is said to be vague, or denied, is never read as a date', () => {
    const before = fc.constantFrom(
      'rond',
      'ongeveer',
      'ca.',
      '±',
      'na',
      'voor',
      'tegen',
      'niet',
      'niet op',
      'geen',
      'around',
      'not',
    );
    fc.assert(
      fc.property(dates, fc.constantFrom(...DUTCH.slice(0, 16)), before, (date, format, word) => {
        expect(readDate(`${word} ${format(date)}`, { today: TODAY }).kind).not.toBe('date');
      }),
      RUNS,
    );
  });

  it('with a letter wrong in its month never becomes a date in another month', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const edits = fc.record({
      kind: fc.constantFrom('leave out', 'double', 'swap', 'replace', 'add'),
      place: fc.nat({ max: 8 }),
      letter: fc.constantFrom(...letters.split('')),
    });
    // Two names a letter apart are both right.
    const real = new Set(['juni', 'juli', 'june', 'july', 'mei', 'mai', 'may', 'maj', 'mey', 'mar', 'maa']);
    fc.assert(
      fc.property(dates, fc.constantFrom(nl, en), edits, (date, name, { kind, place, letter }) => {
        const month = name(date).toLowerCase();
        const at = Math.min(place, month.length - 1);
        const [start, here, next] = [month.slice(0, at), month[at] ?? '', month[at + 1] ?? ''];
        const end = month.slice(at + 1);
        const typed = {
          'leave out': start + end,
          double: start + here + here + end,
          swap: start + next + here + end.slice(1),
          replace: start + letter + end,
          add: start + letter + here + end,
        }[kind];
        const reading = readDate(`${date.day} ${typed} ${date.year}`, { today: TODAY });
        if (reading.kind === 'date' && !real.has(typed)) expect(reading.date.toString()).toBe(date.toString());
        expect(['date', 'partial', 'none']).toContain(reading.kind);
      }),
      RUNS,
    );
  });

  it('that does not exist is never read as one that does', () => {
    const impossible = fc.constantFrom(
      '30-2',
      '31-2',
      '31-4',
      '31-6',
      '31-9',
      '31-11',
      '32-1',
      '0-3',
      '10-0',
      '10-13',
      '99-99',
    );
    fc.assert(
      fc.property(impossible, fc.integer({ min: 1930, max: 2041 }), (day, year) => {
        expect(readDate(`${day}-${year}`, { today: TODAY }).kind).toBe('impossible');
      }),
      RUNS,
    );
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...(
      '12 3 2025 25 31 maart mei 12-3-2025 12/3 1e de van of en tot t/m vorige vorig jaar week maand dag dagen weken geleden over in ' +
      "rond voor na ruim bijna half anderhalve een twee twintig eerste laatste maandag wo zo niet nee maar kerst begin eind jl. ' - / . , : ± % € uur"
    ).split(' '),
  );
  const leanings = fc.constantFrom('past', 'future');
  const languages = fc.constantFrom('nl', 'en');
  const hostile = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.string({ unit: 'binary', maxLength: 100 }),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join('')),
  );

  it('is read without an error, and twice the same', () => {
    fc.assert(
      fc.property(hostile, leanings, languages, (text, leans, language) => {
        const context = { today: TODAY, leans, language };
        expect(notation(readDate(text, context))).toBe(notation(readDate(text, context)));
        readDates(text, context);
      }),
      RUNS,
    );
  });

  it('has two or three different options when it is ambiguous, and a period that runs forward when it is partial', () => {
    fc.assert(
      fc.property(hostile, leanings, languages, (text, leans, language) => {
        const reading = readDate(text, { today: TODAY, leans, language });
        if (reading.kind === 'ambiguous') {
          const different = new Set(reading.options.map((date) => date.toString())).size;
          expect(different).toBe(reading.options.length);
          expect([2, 3]).toContain(different);
        }
        if (reading.kind === 'partial') expect(Temporal.PlainDate.compare(reading.from, reading.to)).toBeLessThan(0);
        if (reading.kind === 'impossible') expect(reading.text).toMatch(/^[\d\p{L}. -]{1,30}$/u);
      }),
      RUNS,
    );
  });

  it('of figures and marks gives a date only of figures that stand in it', () => {
    const soup = fc
      .array(fc.constantFrom(...'0123456789-/. ,:'.split('')), { maxLength: 24 })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(soup, (text) => {
        const reading = readDate(text, { today: TODAY });
        if (reading.kind !== 'date') return;
        const { day, month, year } = reading.date;
        for (const value of [day, month]) expect(text).toContain(String(value));
        if (reading.precision === 'exact') expect(text).toContain(two(year % 100));
      }),
      { numRuns: 20_000 },
    );
  });
});
