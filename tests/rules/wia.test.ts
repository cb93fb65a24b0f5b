import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { wiaDatums } from '../../src/rules/wia/datums.ts';
import { ivaVanaf, laat, wiaFase, zestigPlus, type Brief } from '../../src/rules/wia/wia.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const deadlines = wiaDatums(day('2026-01-05'), { aowLeeftijden: [], wiaBeslistermijnen: [] });

describe('the WIA application', () => {
  it.each([
    ['2026-01-26', 'vervroegd', 'day 22, three weeks are over'],
    ['2027-04-25', 'vervroegd', 'last day of week 68'],
    ['2027-04-26', 'wachten', 'week 69'],
    ['2027-09-12', 'wachten', 'last day of week 88'],
    ['2027-09-13', 'aanvragen', 'the letter may be expected'],
    ['2027-10-17', 'aanvragen', 'last day of week 93'],
    ['2027-10-18', 'teLaat', 'week 94'],
  ])('on %s the phase is %s: %s', (today, fase) => {
    expect(wiaFase(deadlines, day(today))).toBe(fase);
  });

  it.each([
    { applied: '2027-10-17', brief: 'geen', door: undefined, why: 'in time whatever the letter' },
    { applied: '2027-10-18', brief: undefined, door: 'onbekend', why: 'nothing known of the letter' },
    { applied: '2027-10-18', brief: 'geen', door: 'geenBrief', why: 'no letter counts as in time' },
    { applied: '2027-10-18', brief: '2027-09-19', door: 'zelf', why: 'letter on the last day of week 89' },
    { applied: '2027-10-18', brief: '2027-09-20', door: 'lateBrief', why: 'letter a day late, four weeks to the day' },
    { applied: '2027-10-19', brief: '2027-09-20', door: 'lateBriefVoorbij', why: 'a day after those four weeks' },
  ])('of $applied with letter $brief is late by: $door ($why)', ({ applied, brief, door }) => {
    const letter: Brief = brief === 'geen' ? 'geen' : brief === undefined ? undefined : day(brief);
    expect(laat(deadlines, day(applied), letter)?.door).toBe(door);
  });

  it('gives no IVA in the first 13 weeks', () => {
    expect(String(ivaVanaf(deadlines, day('2026-01-06')))).toBe('2026-04-06');
  });

  it.each([
    ['2025-08-31', undefined],
    ['2025-09-01', 'zestigPlus'],
    ['2027-08-31', 'zestigPlus'],
    ['2027-09-01', 'zestigPlusDaarna'],
  ])('puts a wait that ends on %s in the 60-plus scheme: %s', (einde, scheme) => {
    expect(zestigPlus(day(einde))).toBe(scheme);
  });
});
