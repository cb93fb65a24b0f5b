import { describe, expect, it } from 'vitest';
import { SETTINGS, textOf } from './files.ts';

const TEXT = textOf('deploy/main.bicep').replaceAll(/^ *\/\/.*$/gm, '');

/** Settings of App Service itself. */
const OF_APP_SERVICE = /^WEBSITES_/;

function declared(kind: 'param' | 'var' | 'resource'): string[] {
  return [...TEXT.matchAll(new RegExp(`^${kind} (\\w+)`, 'gm'))].map(([, name]) => name ?? '');
}

function uses(name: string): number {
  return TEXT.match(new RegExp(`\\b${name}\\b(?!:)`, 'g'))?.length ?? 0;
}

describe('the Bicep template', () => {
  it.each([...declared('param'), ...declared('var')])('uses %s', (name) => {
    expect(uses(name)).toBeGreaterThan(1);
  });

  it('names no resource twice', () => {
    expect(new Set(declared('resource')).size).toBe(declared('resource').length);
  });

  it('closes what it opens', () => {
    const count = (sign: string) => TEXT.split(sign).length;
    for (const [open, close] of [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
    ] as const)
      expect(count(open)).toBe(count(close));
  });

  it('sets what the product knows', () => {
    const names = TEXT.match(/^ +[A-Z][A-Z_]+(?=:)/gm)?.map((name) => name.trim()) ?? [];
    expect(names).toContain('MICROSOFT_APP_ID');
    expect(names.filter((name) => !SETTINGS.has(name) && !OF_APP_SERVICE.test(name))).toEqual([]);
  });

  it('writes no secret but from the vault', () => {
    for (const name of ['MICROSOFT_APP_PASSWORD', 'SIGNING_KEYS', 'DATABASE_URL'])
      expect(TEXT).toContain(`${name}: '@Microsoft.KeyVault(`);
  });
});
