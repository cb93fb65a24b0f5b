import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { besluitfase, besluitOverMelding, isBegonnen, loonsanctieDatums } from '../../src/rules/loonsanctie/herstel.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const figures = { aowLeeftijden: [], wiaBeslistermijnen: [] };
const geval = { figures, eersteZiektedag: day('2024-09-02'), opTijd: true, opgelegd: true };
const deadlines = loonsanctieDatums(geval);

describe('the loonsanctie', () => {
  it.each([
    ['2026-07-19', 'opTijd', 'end of week 98'],
    ['2026-07-20', 'laat', 'week 99'],
    ['2026-08-30', 'laat', 'last day of the wait'],
    ['2026-08-31', 'voorbij', 'impossible after day 728'],
  ])('decided on %s is %s: %s', (decided, fase) => {
    expect(besluitfase(deadlines, day(decided))).toBe(fase);
  });

  it('begins on the day after the wait', () => {
    expect([isBegonnen(deadlines, day('2026-08-30')), isBegonnen(deadlines, day('2026-08-31'))]).toEqual([false, true]);
  });

  it('gives UWV 21 days for a report', () => {
    expect(String(besluitOverMelding(day('2028-03-01')))).toBe('2028-03-22');
  });

  it('gives no dates after a late application or without a first sick day', () => {
    expect(loonsanctieDatums({ ...geval, opTijd: false })).toEqual([]);
    expect(loonsanctieDatums({ figures, opgelegd: true })).toEqual([]);
  });
});
