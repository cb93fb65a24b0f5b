import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readDate, readDates, type DateContext } from '../../src/dates/read-date.ts';
import { DUTCH, DUTCH_AHEAD, ENGLISH, STRANGE, type PhraseRow } from './phrases.ts';
import { isExpected, notation, TODAY } from './support.ts';

function misread(rows: readonly PhraseRow[], language: 'nl' | 'en'): readonly string[] {
  return rows.flatMap(([phrase, leans, expected]) => {
    const reading = readDate(phrase, { today: TODAY, leans, language });
    return isExpected(reading, expected) ? [] : [`${phrase}: ${notation(reading)}, not ${expected}`];
  });
}

describe('the table of phrases', () => {
  it('holds at least 450 different phrases', () => {
    expect(
      new Set([...DUTCH, ...DUTCH_AHEAD, ...ENGLISH, ...STRANGE].map((row) => row.join('|'))).size,
    ).toBeGreaterThanOrEqual(450);
  });

  it('reads every Dutch phrase as expected', () => {
    expect(misread(DUTCH, 'nl')).toEqual([]);
  });

  it('reads every Dutch phrase that leans to the future as expected', () => {
    expect(misread(DUTCH_AHEAD, 'nl')).toEqual([]);
  });

  it('reads every English phrase as expected', () => {
    expect(misread(ENGLISH, 'en')).toEqual([]);
  });

  it('reads every phrase of a tired person as expected', () => {
    expect(misread(STRANGE, 'nl')).toEqual([]);
  });

  it('reads the same in capitals and with white space around', () => {
    const different = DUTCH.filter(([phrase, leans]) => {
      const context: DateContext = { today: TODAY, leans };
      const plain = notation(readDate(phrase, context));
      // Capitals of ½ and the like are fine; "ß" is not in the table.
      return [phrase.toUpperCase(), `  ${phrase}\n`].some((other) => notation(readDate(other, context)) !== plain);
    });
    expect(different).toEqual([]);
  });

  it('names at most 30 characters of what cannot be', () => {
    const long = readDate('12-13-20251234567890123456789012345678901234567890', { today: TODAY });
    expect(long.kind === 'impossible' ? long.text.length : 0).toBeLessThanOrEqual(30);
  });
});

describe('leaning', () => {
  const on = (today: string, phrase: string, leans: 'past' | 'future' = 'past'): string =>
    notation(readDate(phrase, { today: Temporal.PlainDate.from(today), leans }));

  it('takes last year for a date that has not come yet', () => {
    expect(on('2026-01-10', '12 maart')).toBe('~2025-03-12');
  });

  it('takes the next year for a contract end that has passed', () => {
    expect(on('2026-05-10', '1 februari', 'future')).toBe('~2027-02-01');
  });

  it('is in doubt about a date that lies shortly ahead', () => {
    expect(on('2026-03-01', '12 maart')).toBe('2025-03-12 / 2026-03-12');
  });

  it('is in doubt for a month and no longer', () => {
    expect(on('2026-03-01', '31 maart')).toBe('2025-03-31 / 2026-03-31');
    expect(on('2026-03-01', '1 april')).toBe('~2025-04-01');
  });

  it('takes today for the date of today', () => {
    expect(on('2026-03-01', '1 maart')).toBe('~2026-03-01');
    expect(on('2026-03-01', '1 maart', 'future')).toBe('~2026-03-01');
  });

  it('reads 29 February in a leap year and after it', () => {
    expect(on('2024-02-29', '29 februari')).toBe('~2024-02-29');
    expect(on('2024-06-01', '29 februari')).toBe('~2024-02-29');
  });

  it('asks which day is meant by 29 February in a year without one', () => {
    expect(on('2026-01-10', '29 februari')).toBe('2024-02-29 / 2025-02-28 / 2025-03-01');
  });

  it('counts a month back from the 31st to the last day of a shorter month', () => {
    expect(on('2026-03-31', 'een maand geleden')).toBe('~2026-02-28');
  });

  it('takes the Monday of a week ago when today is a Monday', () => {
    expect(on('2026-11-16', 'afgelopen maandag')).toBe('~2026-11-09');
    expect(on('2026-11-16', 'maandag')).toBe('2026-11-09 / 2026-11-16');
  });

  it('finds "vorige vrijdag" without doubt when this week has had none', () => {
    expect(on('2026-11-18', 'vorige vrijdag')).toBe('~2026-11-13');
  });

  it('reads week 1 across the turn of the year', () => {
    expect(on('2026-11-22', 'week 1 2026')).toBe('2025-12-29..2026-01-04');
  });
});

describe('more dates in a text', () => {
  const all = (text: string): readonly string[] => readDates(text, { today: TODAY }).map(notation);

  it.each<[text: string, dates: readonly string[]]>([
    ['van 12 mei tot en met 31 mei 2026', ['=2026-05-12', '=2026-05-31']],
    ['van 12 t/m 31 mei 2026', ['=2026-05-12', '=2026-05-31']],
    ['12-5-2026 t/m 31-5-2026', ['=2026-05-12', '=2026-05-31']],
    ['12-5 t/m 31-5-2026', ['=2026-05-12', '=2026-05-31']],
    ['12 mei - 31 mei 2026', ['=2026-05-12', '=2026-05-31']],
    ['12 mei 2026 tot 31 mei', ['=2026-05-12', '~2026-05-31']],
    ['van 12 december tot 31 januari 2026', ['=2025-12-12', '=2026-01-31']],
    ['van 12 december 2025 tot 31 januari', ['=2025-12-12', '~2026-01-31']],
    ['ziek op 12-3-2025, hersteld op 3-4-2025', ['=2025-03-12', '=2025-04-03']],
    ['ziek op 3 maart en weer beter op 10 maart', ['~2026-03-03', '~2026-03-10']],
    ['from 12 May until 31 May 2026', ['=2026-05-12', '=2026-05-31']],
    ['3 maart 2025 en 2 weken later weer beter', ['=2025-03-03', '~2025-03-17']],
    ['1-2-2025, 3-4-2025 en 5-6-2025', ['=2025-02-01', '=2025-04-03', '=2025-06-05']],
    ['vorig jaar op 12 maart', ['~2025-03-12']],
    ['van 3 tot 31 februari 2025', ['=2025-02-03', '!noSuchDay 31 februari 2025']],
    ['van 12 mei tot eind mei 2026', ['=2026-05-12', '2026-05-20..2026-05-31']],
    ['36 uur per week, 2 kinderen', []],
  ])('finds in "%s" %j', (text, dates) => {
    expect(all(text)).toEqual(dates);
  });
});
