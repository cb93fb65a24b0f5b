import fc from 'fast-check';
import { it } from 'vitest';
import { isOneLetterOff } from '../../src/redaction/one-letter.ts';
import { editDistance } from '../../src/shared/edit-distance.ts';

const SEED = 20_261_122;

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

it('two words are one letter off when their edit distance is at most one', () => {
  fc.assert(
    fc.property(word, word, (a, b) => isOneLetterOff(a, b) === editDistance(a, b, 1) <= 1),
    { seed: SEED, numRuns: 5_000 },
  );
});
