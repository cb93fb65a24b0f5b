import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Features } from '../../src/matching/features.ts';
import { createLinear, trainLinear } from '../../src/matching/linear.ts';

function features(...words: string[]): Features {
  const pairs = words.slice(1).map((word, at): [string, number] => [`${words[at] ?? ''} ${word}`, 1]);
  return {
    words: new Map(words.map((word) => [word, 1])),
    pairs: new Map(pairs),
    frames: new Map(),
    letters: new Map(),
  };
}

const PHRASES = [
  { group: 'kosten', features: features('wat', 'kost', 'spoor2') },
  { group: 'kosten', features: features('prijs', 'traject') },
  { group: 'kosten', features: features('wie', 'betaalt', 'spoor2') },
  { group: 'duur', features: features('hoelang', 'spoor2') },
  { group: 'duur', features: features('hoelang', 'traject') },
  { group: 'duur', features: features('maanden', 'traject', 'spoor2') },
  { group: 'begin', features: features('wanneer', 'spoor2') },
  { group: 'begin', features: features('wanneer', 'start', 'traject') },
];

const model = trainLinear(PHRASES);
const distances = createLinear(model);

function best(...words: string[]): string | undefined {
  const found = distances(features(...words));
  return model.groups[found.indexOf(Math.max(...found))];
}

describe('the linear classifier', () => {
  it('puts every phrase that it learned from on the side of its own group', () => {
    for (const { group, features: learned } of PHRASES)
      expect(model.groups[distances(learned).indexOf(Math.max(...distances(learned)))]).toBe(group);
  });

  it('goes by the word that tells groups apart, not by the words they share', () => {
    expect(best('wat', 'kost', 'traject')).toBe('kosten');
    expect(best('hoelang', 'wat', 'spoor2')).toBe('duur');
    expect(best('wanneer', 'spoor2', 'traject')).toBe('begin');
  });

  it('is on no side for words that it never saw', () => {
    expect(Math.max(...distances(features('appeltaart', 'bakken')))).toBeLessThan(0);
  });

  it('learns the same from the same phrases', () => {
    expect(trainLinear(PHRASES)).toEqual(model);
  });

  it('gives a number for each group, whatever it reads', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 30 }), (words) => {
        const found = distances(features(...words));
        expect(found).toHaveLength(3);
        expect(found.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
