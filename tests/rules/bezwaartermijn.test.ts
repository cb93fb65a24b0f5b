import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { bezwaartermijn } from '../../src/rules/bezwaartermijn.ts';

describe('the term to object', () => {
  it.each([
    ['2026-10-12', '2026-11-23', false, 'a Monday, six weeks later a Monday'],
    ['2026-10-16', '2026-11-27', false, 'a Friday'],
    ['2026-10-17', '2026-11-30', true, 'ends on a Saturday'],
    ['2026-10-18', '2026-11-30', true, 'ends on a Sunday'],
    ['2026-11-13', '2026-12-28', true, 'ends on Christmas Day, before Boxing Day and a Sunday'],
    ['2026-11-20', '2027-01-04', true, 'ends on New Year, before a weekend'],
    ['2027-03-16', '2027-04-28', true, 'ends on Koningsdag'],
    ['2027-02-12', '2027-03-30', true, 'ends on Good Friday, before Easter'],
    ['2026-03-24', '2026-05-06', true, 'ends on 5 May, a holiday of the Termijnenwet every year'],
  ])('of a decision sent on %s ends on %s (%s: %s)', (sent, last, moved) => {
    const { laatsteDag, verlengd } = bezwaartermijn(Temporal.PlainDate.from(sent));
    expect(String(laatsteDag)).toBe(last);
    expect(verlengd).toBe(moved);
  });
});
