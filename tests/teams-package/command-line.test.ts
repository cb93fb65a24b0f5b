import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { teamsManifest } from '../../src/teams-package/manifest.ts';
import { packageFiles, zipped } from '../../src/teams-package/package.ts';
import { translation } from '../../src/teams-package/translation.ts';
import { ENVIRONMENT, settingsWith } from './app.ts';

const SOURCE = join(import.meta.dirname, '..', '..', 'src');

/** As the script in package.json starts it: what was compiled before is not compiled again. */
const TOOL = [
  '--import',
  pathToFileURL(join(SOURCE, 'compile-cache.js')).href,
  join(SOURCE, 'cli', 'teams-package.ts'),
];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-teams-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Runs the tool in a folder of its own, with no setting but these. */
function run(env: Record<string, string>, ...args: string[]) {
  return spawnSync(process.execPath, [...TOOL, ...args], { cwd: folder, env, encoding: 'utf8' });
}

describe('teams:package', () => {
  it('writes a zip with manifest, texts and icons, and says what to do next', () => {
    const { status, stdout, stderr } = run({ ...ENVIRONMENT, TZ: 'Pacific/Auckland' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/dist\/teams\/spoor2-assistent\.zip[^]*Manage your apps[^]*docs\/teams\.md/);
    const zip = readFileSync(join(folder, 'dist', 'teams', 'spoor2-assistent.zip'));
    // The same bytes in any time zone.
    expect(zip.equals(zipped(packageFiles(settingsWith())))).toBe(true);
    const files = unzipSync(zip);
    expect(Object.keys(files).sort()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    const read = (name: string) => JSON.parse(strFromU8(files[name] ?? new Uint8Array())) as unknown;
    expect(read('manifest.json')).toEqual(teamsManifest(settingsWith(), 'nl'));
    expect(read('en.json')).toEqual(translation(teamsManifest(settingsWith(), 'en')));
  });

  it.each([
    ['no settings', {}, [], 2, /MICROSOFT_APP_ID is not set[^]*PUBLIC_URL is not set/],
    [
      'a name that is too long',
      { ...ENVIRONMENT, ORGANISATION_NAME: 'x'.repeat(33) },
      [],
      1,
      /ORGANISATION_NAME.*at most 32/,
    ],
    ['a word that is no option', ENVIRONMENT, ['app.zip'], 2, /app\.zip[^]*--out FILE/],
  ] as const)('refuses %s, says why, and writes nothing', (_name, env, args, expected, message) => {
    const { status, stderr } = run(env, ...args);
    expect(status).toBe(expected);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/ at .*\.ts:\d+/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('explains itself without any setting', () => {
    expect(run({}, '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('--out FILE') as string });
  });
});
