import { describe, expect, it } from 'vitest';
import { vocabularySchema } from '../../src/knowledge/base-schemas.ts';
import { lintVocabulary } from '../../src/lint/vocabulary.ts';
import { contentFile } from '../support/content.ts';

function problems(synonyms: string, phrasings: readonly string[]) {
  const file = contentFile('knowledge/_vocabulary.yaml', `synonyms:\n${synonyms}\nignored: [de]\n`, vocabularySchema);
  return lintVocabulary(file, phrasings).map(({ severity, field, found }) => ({ severity, field, found }));
}

const USED = ['Wat zegt mijn werkgever?', 'Krijg ik loon?'];

describe('lintVocabulary', () => {
  it('has nothing to say about words that lead to one term that is used', () => {
    expect(problems('  werkgever: [baas, chef]\n  loon: [salaris]', USED)).toEqual([]);
  });

  it('finds a term as a word of another term', () => {
    expect(problems('  werkgever: [baas, loon]\n  loon: [salaris]', [...USED, 'krijg ik salaris'])).toEqual([
      { severity: 'error', field: 'synonyms.werkgever.1', found: expect.stringContaining('zelf een term') as string },
    ]);
  });

  it('finds a circle from both sides', () => {
    const found = problems('  werkgever: [loon]\n  loon: [werkgever]', USED).filter(
      ({ severity }) => severity === 'error',
    );
    expect(found).toHaveLength(2);
    expect(found[0]?.found).toContain('een kring');
  });

  it('finds a word under two terms, also when only the ending differs', () => {
    expect(problems('  werkgever: [trajecten]\n  loon: [traject, salaris]', USED)).toEqual([
      { severity: 'error', field: 'synonyms.loon.0', found: expect.stringContaining('"trajecten"') as string },
    ]);
    expect(problems('  werkgever: [chefs, chef]', USED)).toEqual([
      { severity: 'warning', field: 'synonyms.werkgever.1', found: expect.stringContaining('"chefs"') as string },
    ]);
  });

  it('finds a term that no phrasing uses, under none of its names', () => {
    expect(problems('  pensioen: [oudedag]', USED)).toEqual([
      {
        severity: 'warning',
        field: 'synonyms.pensioen',
        found: expect.stringContaining('geen enkele vraag') as string,
      },
    ]);
    expect(problems('  pensioen: [oudedag]', [...USED, 'geld voor mijn oudedag'])).toEqual([]);
  });
});
