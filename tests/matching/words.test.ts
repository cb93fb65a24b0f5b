import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../src/matching/words.ts';

describe('wordsOf', () => {
  it.each([
    ['Ré-integratie, reïntegratie en re integratie', ['reintegratie', 'reintegratie', 'en', 'reintegratie']],
    ['spoor2 in week52', ['spoor', '2', 'in', 'week', '52']],
    ['het 2e spoor', ['het', '2e', 'spoor']],
    ['WIA-uitkering', ['wia', 'uitkering']],
    ['', []],
    ['?!', []],
  ])('%j gives %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('reads only the beginning of a long message, and only the beginning of a long word', () => {
    expect(wordsOf(`${'a '.repeat(5_000)}einde`)).not.toContain('einde');
    expect(wordsOf('x'.repeat(10_000))[0]).toHaveLength(40);
  });
});
