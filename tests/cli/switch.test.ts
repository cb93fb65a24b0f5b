import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { run } from '../support/product.ts';

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-switch-'));
  const store = await openStore({ dataDir: folder });
  await store.close();
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const switched = (...args: string[]) => run('switch', args, '', { DATA_DIR: folder, DATABASE_URL: '' });

async function namesOff(): Promise<string[]> {
  const store = await openStore({ dataDir: folder });
  const off = await store.switches.all();
  await store.close();
  return off.map(({ what }) => what);
}

describe('switch', () => {
  it('switches a topic, a dialog and everything off and on, and lists what is off', async () => {
    expect(switched('list').stdout).toContain('Alles staat aan');
    for (const what of ['proefplaatsing', 'termijnen', 'everything'])
      expect(switched('off', what)).toMatchObject({ status: 0, stderr: '' });
    expect(await namesOff()).toEqual(['everything', 'proefplaatsing', 'termijnen']);
    const { stdout } = switched('list');
    expect(stdout).toContain('de hele assistent');
    expect(stdout.match(/uit sinds \d+ \S+ \d{4}/g)).toHaveLength(3);
    expect(switched('on', 'everything').status).toBe(0);
    expect(switched('on', 'proefplaatsing').status).toBe(0);
    expect(await namesOff()).toEqual(['termijnen']);
    expect(switched('on', 'proefplaatsing').stdout).toContain('stond niet uit');
  });

  it('refuses a name that does not exist, and names those near it', async () => {
    const before = await namesOff();
    const { status, stderr } = switched('off', 'proefplaatsin');
    expect(status).toBe(2);
    expect(stderr).toContain('Bedoel je: proefplaatsing');
    expect(switched('off', 'zzzzzzzzzz').stderr).toContain('Kies');
    expect(await namesOff()).toEqual(before);
  });

  it('switches on what no longer exists', async () => {
    const store = await openStore({ dataDir: folder });
    await store.switches.off('oud-onderwerp', new Date());
    await store.close();
    expect(switched('list').stdout).toContain('niet in de kennisbank');
    expect(switched('on', 'oud-onderwerp').status).toBe(0);
    expect(await namesOff()).not.toContain('oud-onderwerp');
  });

  it('says how it is used, and makes no store where there is none', () => {
    expect(switched().status).toBe(2);
    expect(switched('off').stderr).toContain('npm run -s switch');
    expect(switched('--help').stdout).toContain('npm run -s switch -- off');
    const empty = mkdtempSync(join(tmpdir(), 'spoor2-switch-'));
    const { status, stderr } = run('switch', ['list'], '', { DATA_DIR: empty, DATABASE_URL: '' });
    expect(status).toBe(2);
    expect(stderr).toContain('bestaat niet');
    rmSync(empty, { recursive: true });
  });
});
