import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differingNumbers, numbersOf } from '../../src/knowledge/level-facts.ts';

describe('numbersOf', () => {
  it.each<[string, 'nl' | 'en', number[]]>([
    ['Binnen 6 weken, uiterlijk week 58.', 'nl', [6, 58]],
    ['Binnen zes weken, en twaalf maanden.', 'nl', [6, 12]],
    ['Within six weeks and Two months.', 'en', [6, 2]],
    ['Hooguit € 6.000 of € 304,25.', 'nl', [6000, 304.25]],
    ['At most € 6,000 or € 304.25.', 'en', [6000, 304.25]],
    ['Sinds 1 juli 2023 is dat 70%.', 'nl', [1, 2023, 70]],
    ['In week 52. Daarna niet.', 'nl', [52]],
    ['Eén keer, een gesprek.', 'nl', []],
    ['Kijk op uwv.nl.', 'nl', []],
  ])('reads %j (%s) as %j', (text, language, numbers) => {
    expect([...numbersOf(text, language)]).toEqual(numbers);
  });

  it('reads an amount the same in both languages, each in its own way of writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999_999 }), (amount) => {
        expect([...numbersOf(`€ ${amount.toLocaleString('nl')}`, 'nl')]).toEqual([amount]);
        expect([...numbersOf(`€ ${amount.toLocaleString('en')}`, 'en')]).toEqual([amount]);
      }),
    );
  });
});

describe('differingNumbers', () => {
  it('tells what is missing and what is extra', () => {
    expect(differingNumbers(new Set([6, 52, 58]), new Set([6, 52, 60]))).toEqual({ missing: [58], extra: [60] });
  });
});
