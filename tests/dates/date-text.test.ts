import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateText, numericDateText, shortDateText } from '../../src/dates/date-text.ts';

const date = (iso: string): Temporal.PlainDate => Temporal.PlainDate.from(iso);

describe('the text of a date', () => {
  it('names the weekday and the month in full', () => {
    expect(dateText(date('2025-03-12'), 'nl')).toBe('woensdag 12 maart 2025');
    expect(dateText(date('2025-03-12'), 'en')).toBe('Wednesday 12 March 2025');
  });

  it('shortens the weekday and the month', () => {
    expect(shortDateText(date('2025-03-12'), 'nl')).toBe('wo 12 mrt 2025');
    expect(shortDateText(date('2025-03-12'), 'en')).toBe('Wed 12 Mar 2025');
  });

  it('writes figures without leading zeros', () => {
    expect(numericDateText(date('2025-03-02'))).toBe('2-3-2025');
  });

  it('knows the first and the last weekday and month of its tables', () => {
    expect(dateText(date('2026-11-23'), 'nl')).toBe('maandag 23 november 2026');
    expect(dateText(date('2026-11-22'), 'nl')).toBe('zondag 22 november 2026');
    expect(shortDateText(date('2026-01-01'), 'nl')).toBe('do 1 jan 2026');
    expect(shortDateText(date('2026-12-31'), 'en')).toBe('Thu 31 Dec 2026');
  });

  it('agrees with Intl for every day of a leap year', () => {
    const dutch = new Intl.DateTimeFormat('nl-NL', { dateStyle: 'full', timeZone: 'UTC' });
    const days = Array.from({ length: 366 }, (_, day) => date('2024-01-01').add({ days: day }));
    const different = days.filter((day) => dateText(day, 'nl') !== dutch.format(new Date(`${day.toString()}T00:00Z`)));
    expect(different).toEqual([]);
  });
});
