import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DependencyProblem } from '../../src/dependencies/check-lock.ts';
import { run } from '../support/product.ts';

const ROOT = join(import.meta.dirname, '..', '..');

let folder: string;
let badLock: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-dependencies-'));
  badLock = join(folder, 'package-lock.json');
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  writeFileSync(badLock, lock.replace(/("node_modules\/js-yaml": \{\s+"version": ")[^"]+/, '$15.2.0'));
  writeFileSync(join(folder, 'package.json'), readFileSync(join(ROOT, 'package.json')));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('check:dependencies', () => {
  it('finds nothing here, and says how old its list is and what to do beside it', () => {
    const { stdout, stderr, status } = run('check-dependencies');
    expect(stderr).toBe('');
    expect(stdout).toMatch(/package-lock\.json: \d+ packages, \d+ bad ranges known, 0 to mend\./);
    expect(stdout).toMatch(/The list is of \d{4}-\d{2}-\d{2}, -?\d+ days old/);
    expect(stdout).toContain('"npm audit" every week');
    expect(status).toBe(0);
  });

  it('ends with 1 on a bad version, and says which, where, why and what to do', () => {
    const { stdout, status } = run('check-dependencies', [badLock]);
    expect(stdout).toMatch(
      /^✗ js-yaml 5\.2\.0 {2}known to be bad \(CVE-2026-59870.*\n {2}in node_modules\/js-yaml\n {2}→ Fixed in/,
    );
    expect(stdout).toContain(`${badLock}: `);
    expect(stdout).not.toContain('\u001b[');
    expect(status).toBe(1);
  });

  it('gives its findings to programs', () => {
    const { stdout, status } = run('check-dependencies', ['--json', badLock]);
    const problems = JSON.parse(stdout) as DependencyProblem[];
    expect(problems.map((problem) => [problem.package, problem.version])).toEqual([['js-yaml', '5.2.0']]);
    expect(status).toBe(1);
  });

  it('explains itself, and says what is wrong with a call', () => {
    expect(run('check-dependencies', ['--help']).stdout).toContain('--json');
    const { stderr, status } = run('check-dependencies', [join(folder, 'nowhere.json')]);
    expect(stderr).toContain('nowhere.json cannot be used');
    expect(status).toBe(2);
  });
});
