import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLock } from '../../src/dependencies/check-lock.ts';
import { readKnownBad } from '../../src/dependencies/known-bad.ts';
import { readLock, readScriptDecisions } from '../../src/dependencies/lock.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const { versions } = readKnownBad(textOf('src/dependencies/known-bad.yaml'));
const decided = readScriptDecisions(textOf('package.json'));

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** What is said of a lock with these packages, in short. */
function said(packages: Record<string, object>, asked: object = {}) {
  const text = JSON.stringify({ lockfileVersion: 3, packages: { '': asked, ...packages } });
  return checkLock(readLock(text), versions, decided);
}

function good(version: string, more: object = {}) {
  return { version, integrity: 'sha512-AAAA', ...more };
}

describe('the lock of this product', () => {
  it('is in order', () => {
    expect(checkLock(readLock(textOf('package-lock.json')), versions, decided)).toEqual([]);
  });

  it('has the versions that "overrides" asks for, and no others', () => {
    const { packages } = readLock(textOf('package-lock.json'));
    const { overrides } = JSON.parse(textOf('package.json')) as { overrides: Record<string, string> };
    const ours = (name: string) => packages.find(({ path }) => path === `node_modules/${name}`)?.version;
    for (const [name, wished] of Object.entries(overrides)) {
      const installed = packages.filter((one) => one.name === name).map(({ version }) => version);
      expect(installed, name).toEqual([wished === `$${name}` ? ours(name) : wished]);
    }
  });
});

describe('a bad version', () => {
  it('is found at whatever depth, with advisory and cure', () => {
    const [problem, ...others] = said({ 'node_modules/a/node_modules/uuid': good('10.0.0') });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: 'node_modules/a/node_modules/uuid', package: 'uuid', version: '10.0.0' });
    expect(problem?.message).toContain('GHSA-w5hq-g745-h8pq');
    expect(problem?.cure).toMatch(/Fixed in 11\.1\.1.*npm update uuid.*https:\/\/github\.com\//);
  });

  it('is found when it has a scope, and when it is installed under another name', () => {
    const names = said({
      'node_modules/@azure/identity': good('4.2.0'),
      'node_modules/old-yaml': good('5.2.0', { name: 'js-yaml' }),
    }).map((problem) => problem.package);
    expect(names).toEqual(['@azure/identity', 'js-yaml']);
  });

  it('is found before a release of the fix', () => {
    expect(said({ 'node_modules/uuid': good('11.1.1-beta.0') })).toHaveLength(1);
  });

  it('is not seen in a fixed version, nor in another package', () => {
    expect(said({ 'node_modules/uuid': good('11.1.1'), 'node_modules/uuidv7': good('1.0.0') })).toEqual([]);
  });

  it('says every advisory that holds for it', () => {
    expect(said({ 'node_modules/axios': good('1.14.1') }).length).toBeGreaterThan(4);
  });
});

describe('where a package comes from', () => {
  it('is the registry, with a hash', () => {
    expect(said({ 'node_modules/a': { version: '1.0.0' } })[0]?.message).toContain('no hash');
  });

  it('is not named by host', () => {
    const resolved = 'https://registry.example/a/-/a-1.0.0.tgz';
    expect(said({ 'node_modules/a': good('1.0.0', { resolved }) })[0]?.message).toContain(resolved);
  });

  it.each(['git+ssh://git@github.com/a/b.git#0123', 'file:../b'])('is not %s', (resolved) => {
    expect(said({ 'node_modules/a': good('1.0.0', { resolved }) })[0]?.cure).toContain('published');
  });

  it('is not a folder beside this one', () => {
    expect(said({ 'node_modules/a': { resolved: '../a', link: true } })[0]?.message).toContain('file:../a');
  });

  it('may be another package, under whose hash it comes', () => {
    expect(said({ 'node_modules/a/node_modules/b': { version: '1.0.0', inBundle: true } })).toEqual([]);
  });

  it.each(['github:a/b', 'a/b', 'git+https://github.com/a/b.git', 'http://example.nl/b.tgz', 'file:../b'])(
    'is not asked for as %s, whoever asks',
    (spec) => {
      expect(said({}, { devDependencies: { b: spec } })).toMatchObject([{ path: '', package: 'b', version: spec }]);
      expect(said({ 'node_modules/a': good('1.0.0', { dependencies: { b: spec } }) })).toHaveLength(1);
    },
  );

  it('may be asked for by range, tag or another name', () => {
    expect(said({}, { dependencies: { a: '^1.0.0 || 2.x', b: 'latest', c: 'npm:@a/c@^1.0.0', d: '*' } })).toEqual([]);
  });
});

describe('an install script', () => {
  it('is one that somebody decided about', () => {
    const [problem] = said({ 'node_modules/miner': good('1.0.0', { hasInstallScript: true }) });
    expect(problem).toMatchObject({
      package: 'miner',
      cure: expect.stringContaining('"miner": true or false') as string,
    });
    expect(said({ 'node_modules/core-js': good('3.15.2', { hasInstallScript: true }) })).toEqual([]);
  });
});

describe('a file in another form', () => {
  it.each(['', '[]', '{"lockfileVersion": 1, "dependencies": {}}'])('is no lock: %s', (text) => {
    expect(() => readLock(text)).toThrow('no package-lock.json of npm 7');
  });

  it.each(['{', '{"allowScripts": {"a": "maybe"}}'])('is no package.json: %s', (text) => {
    expect(() => readScriptDecisions(text)).toThrow('allowScripts');
  });
});
