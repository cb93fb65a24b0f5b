import { describe, expect, it } from 'vitest';
import { stem } from '../../src/matching/stem.ts';
import { createSynonyms } from '../../src/matching/synonyms.ts';
import { wordsOf } from '../../src/matching/words.ts';

const replace = createSynonyms({
  spoor2: ['tweede spoor', 'spoor 2', '2e spoor'],
  werkgever: ['baas', 'de baas van het werk'],
});
const read = (text: string) => replace(wordsOf(text).map(stem));

describe('createSynonyms', () => {
  it('gives every way to write a term the same form', () => {
    const forms = ['tweede spoor', '2e spoor', 'spoor 2', 'spoor2', 'het Tweede Spoor'].map((text) =>
      read(text).at(-1),
    );
    expect(new Set(forms).size).toBe(1);
  });

  it('finds an inflected word', () => {
    expect(read('werkgevers')).toEqual(read('baas'));
  });

  it('prefers the longest match', () => {
    expect(read('de baas van het werk')).toEqual(read('werkgever'));
  });

  it('leaves half a match alone', () => {
    expect(read('tweede kans')).toEqual([stem('tweede'), stem('kans')]);
  });
});
