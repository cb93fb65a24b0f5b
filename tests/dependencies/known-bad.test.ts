import { describe, expect, it } from 'vitest';
import { readKnownBad } from '../../src/dependencies/known-bad.ts';

const ENTRY = {
  package: 'a',
  range: '<1.2.3',
  advisories: ['CVE-2026-1234'],
  what: 'it fails',
  fixed: ['1.2.3'],
  sources: ['https://github.com/a/a/issues/1'],
};

function read(change: object, checked = '2026-11-22') {
  return readKnownBad(JSON.stringify({ checked, versions: [{ ...ENTRY, ...change }] }));
}

describe('the list of known-bad versions', () => {
  it('is taken in its form', () => {
    expect(read({}).versions).toEqual([ENTRY]);
    expect(read({ advisories: ['GHSA-w5hq-g745-h8pq', 'debug-js/debug#1005'] }).versions).toHaveLength(1);
  });

  it.each([
    ['a range that is none', { range: 'before 1.2.3' }, 'range'],
    ['a fix that is bad itself', { range: '<=1.2.3' }, 'a fixed version is in the range'],
    ['a fix that is no version', { fixed: ['1.2'] }, 'fixed'],
    ['an advisory without a number', { advisories: ['CVE-soon'] }, 'advisories'],
    ['no advisory', { advisories: [] }, 'advisories'],
    ['no source', { sources: [] }, 'sources'],
    ['a source that cannot be opened', { sources: ['heard of it'] }, 'sources'],
    ['a field that nobody knows', { severity: 'high' }, 'severity'],
  ])('is refused with %s', (_name, change, message) => {
    expect(() => read(change)).toThrow(message);
  });

  it('is refused without the day on which it was compared with its sources', () => {
    expect(() => read({}, 'yesterday')).toThrow('checked');
  });

  it('is refused when it is no YAML', () => {
    expect(() => readKnownBad('versions: [')).toThrow();
  });
});
