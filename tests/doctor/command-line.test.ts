import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/doctor/check.ts';

const SOURCE = join(import.meta.dirname, '..', '..', 'src');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-doctor-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The tool as an administrator runs it, with these settings only. */
function doctor(args: readonly string[], env: Record<string, string> = {}) {
  const compileCache = pathToFileURL(join(SOURCE, 'compile-cache.js')).href;
  return spawnSync(process.execPath, ['--import', compileCache, join(SOURCE, 'cli', 'doctor.ts'), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });
}

describe('doctor', () => {
  it('gives its findings to programs, and ends well when nothing is wrong', () => {
    const { stdout, status } = doctor(['--offline', '--json']);
    const findings = JSON.parse(stdout) as Finding[];
    expect(findings.map(({ check }) => check)).toContain('content');
    for (const finding of findings)
      expect(Object.keys(finding)).toEqual([
        'check',
        'status',
        'message',
        ...(finding.cure === undefined ? [] : ['cure']),
      ]);
    expect(status).toBe(0);
  });

  it('gives each finding a line with its cure, and ends with 1 when something is wrong', () => {
    const { stdout, status } = doctor(['--offline'], { MICROSOFT_APP_ID: 'mijn-bot' });
    expect(stdout).toMatch(/^✗ app-id +MICROSOFT_APP_ID is no GUID: "mijn-bot"\n +→ Copy /m);
    expect(stdout).toMatch(/^✓ content /m);
    expect(stdout).toMatch(/^\d+ ok, \d+ to look at, \d+ wrong, \d+ not checked\.$/m);
    expect(stdout).not.toContain('\u001b[');
    expect(status).toBe(1);
  });

  it('explains itself, and says what is wrong with a call', () => {
    expect(doctor(['--help']).stdout).toContain('--offline');
    const { stderr, status } = doctor(['--wat']);
    expect(stderr).toMatch(/--wat[\s\S]*npm run -s doctor/);
    expect(status).toBe(2);
  });
});
