import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSpellingRepair } from '../../src/matching/spelling.ts';
import { editDistance } from '../../src/shared/edit-distance.ts';

const repair = createSpellingRepair([
  'traject',
  'duurt',
  'werkgever',
  'bedrijfsarts',
  'deskundigenoordeel',
  'week',
  'spoor',
]);

describe('createSpellingRepair', () => {
  it.each([
    ['trajeckt', 'traject', 'a letter too many'],
    ['werkgver', 'werkgever', 'a letter missing'],
    ['duurd', 'duurt', 'another letter'],
    ['sopor', 'spoor', 'two letters swapped'],
    ['deskundigeoordeel', 'deskundigenoordeel', 'a letter missing in a long word'],
    ['bedrijvsards', 'bedrijfsarts', 'two slips in a long word'],
  ])('reads %s as %s (%s)', (typed, meant) => {
    expect(repair(typed)).toBe(meant);
  });

  it.each([
    ['wek', 'too short to be sure'],
    ['sport', 'two letters off in a short word'],
    ['pizza', 'nothing near'],
    ['2026', 'a number'],
  ])('leaves %s alone (%s)', (typed) => {
    expect(repair(typed)).toBeUndefined();
  });
});

describe('editDistance', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });

  it('is symmetric, zero for the same word only, and never more than the limit plus one', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b, 3);
        expect(distance).toBe(editDistance(b, a, 3));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(4);
      }),
      { numRuns: 2_000 },
    );
  });

  it('counts one for one changed letter', () => {
    fc.assert(
      fc.property(word, fc.nat(7), (text, place) => {
        fc.pre(place < text.length);
        expect(editDistance(text, `${text.slice(0, place)}x${text.slice(place + 1)}`, 3)).toBe(1);
      }),
    );
  });
});
