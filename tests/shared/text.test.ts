import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, visibleText, wordCount } from '../../src/shared/text.ts';

describe('foldText', () => {
  it.each([
    ['Ré-integratie: één plan!', 're integratie een plan', 'accents, hyphen, punctuation'],
    ['ＳＰＯＯＲ ２', 'spoor 2', 'full-width letters'],
    ['ziek\u200bmelding', 'ziekmelding', 'zero-width space inside a word'],
    ['\u202Espoor 2\u202C', 'spoor 2', 'text direction marks'],
    ['  wat\tis\n dit  ', 'wat is dit', 'white space'],
    ['😀👍', '', 'emoji only'],
    ['تقاعد', 'تقاعد', 'other scripts stay'],
  ])('%j becomes %j (%s)', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('gives the same result when applied twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it('reads plain text as it reads any other', () => {
    // The quick way for plain ASCII must agree with the long way, which a trailing accent forces.
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(`${foldText(text)} e`.trim()).toBe(foldText(`${text} é`));
      }),
    );
  });
});

describe('visibleText', () => {
  it('keeps line breaks and drops control characters', () => {
    expect(visibleText('regel 1\nregel\u0000 2\u0007')).toBe('regel 1\nregel 2');
  });
});

describe('wordCount', () => {
  it('counts words, not list marks', () => {
    expect(wordCount('- een\n- twee drie\n\n€ 100 per keer')).toBe(6);
  });
});
