import { describe, expect, it } from 'vitest';
import { isBsn } from '../../src/redaction/numbers.ts';
import { MESSAGES, PLAIN_QUESTIONS } from './messages.ts';
import { redact } from './support.ts';

describe('redact', () => {
  it.each(MESSAGES)('%j', (text, secrets, kept) => {
    const result = redact(text);
    expect(secrets.filter((secret) => result.includes(secret))).toEqual([]);
    expect(result).toContain(kept);
    expect(redact(result)).toBe(result);
  });

  it.each(PLAIN_QUESTIONS)('leaves %j as it is', (question) => {
    expect(redact(question)).toBe(question);
  });

  it.each([
    ['ik heet Karin, mag ik spoor 2 weigeren', 'ik heet [naam], mag ik spoor 2 weigeren'],
    ['bsn 123456782', 'bsn [bsn]'],
    ['mail a@b.nl of bel 0612345678', 'mail [e-mail] of bel [telefoon]'],
    ['stort op NL91ABNA0417164300', 'stort op [rekening]'],
    ['ziek sinds 12 maart 2025 door een hernia', 'ziek sinds [datum] door een [gezondheid]'],
    ['brief naar Dorpsstraat 12, 1234 AB', 'brief naar [adres]'],
    ['zie www.voorbeeld.nl, dossier 4455667', 'zie [link], dossier [nummer]'],
  ])('makes of %j %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it('takes out the names that it is told, also where they are words', () => {
    expect(redact('wat wil klaver dat ik doe voor spoor 2', ['Sterre Klaver'])).toBe(
      'wat wil [naam] dat ik doe voor spoor 2',
    );
  });

  it('keeps the first 300 characters, and no piece of what the end cuts through', () => {
    const question = 'mag ik spoor 2 weigeren en wie betaalt dat '.repeat(6);
    for (let shift = 0; shift < 60; shift += 1) {
      const result = redact(
        `${question}${'o'.repeat(shift)} NL91 ABNA 0417 1643 00 of 06-12345678 of k.hoekstra@voorbeeld.nl of nog meer woorden daarna`,
      );
      expect(result).not.toMatch(/\d{2}|hoekst/);
      expect(redact(result)).toBe(result);
    }
  });

  it('is done with the longest message in one word', () => {
    expect(redact('a'.repeat(2000))).toBe('');
    expect(redact('\u200b'.repeat(2000))).toBe('');
  });
});

describe('isBsn', () => {
  it.each([
    ['123456782', true],
    ['11122233', false],
    ['123456789', false],
    ['000000000', false],
    ['12345678', false],
  ])('%s: %s', (digits, expected) => {
    expect(isBsn(digits)).toBe(expected);
  });
});
