import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALOGS } from '../../dialogs/index.ts';
import { ConfigError, readConfig } from '../../src/config.ts';
import { checkContent } from '../../src/doctor/content.ts';
import { examine, type Patient } from '../../src/doctor/examine.ts';
import { checkRegistration } from '../../src/doctor/registration.ts';
import { checkKeys, checkNode, checkProxy } from '../../src/doctor/settings.ts';
import { checkRoom, checkStore } from '../../src/doctor/store.ts';
import { checkTeamsApp } from '../../src/doctor/teams-app.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { REAL_KNOWLEDGE, TODAY } from '../support/assistant.ts';
import { FakeServer } from './fake-server.ts';

const APP_ID = '00000000-0000-0000-0000-000000000001';
const TENANT = '00000000-0000-0000-0000-000000000002';
const SECRET = 'very~secret+value';
const KEY = Buffer.alloc(32, 7).toString('base64');

/** A user number that nobody here has. */
const SOMEONE_ELSE = 424_242;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-doctor-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const REGISTERED = {
  MICROSOFT_APP_ID: APP_ID,
  MICROSOFT_APP_PASSWORD: SECRET,
  MICROSOFT_APP_TENANT_ID: TENANT,
  PUBLIC_URL: 'https://spoor2.example',
  TRUST_PROXY: '1',
  SIGNING_KEYS: KEY,
};

function patient(env: Record<string, string>, changes: Partial<Patient> = {}): Patient {
  return {
    readConfig: () => readConfig({ DATA_DIR: folder, ...env }),
    readContent: () => ({ knowledge: REAL_KNOWLEDGE, problems: [] }),
    dialogs: DIALOGS,
    today: TODAY,
    nodeVersion: '24.21.0',
    user: process.getuid?.(),
    login: 'https://login.invalid',
    issuer: 'https://issuer.invalid',
    answerLimit: undefined,
    ...changes,
  };
}

async function statuses(env: Record<string, string>, changes: Partial<Patient> = {}) {
  const findings = await examine(patient(env, changes));
  return Object.fromEntries(findings.map(({ check, status }) => [check, status]));
}

describe('an examination', () => {
  it('finds nothing wrong with an installation that has no settings at all', async () => {
    expect(await statuses({})).toEqual({
      node: 'ok',
      settings: 'ok',
      'app-id': 'attention',
      address: 'attention',
      keys: 'ok',
      store: 'ok',
      room: 'ok',
      'teams-app': 'skipped',
      content: 'ok',
      reviews: 'ok',
    });
  });

  it('finds everything in order for Teams, offline', async () => {
    expect(await statuses(REGISTERED)).toEqual({
      node: 'ok',
      settings: 'ok',
      'app-id': 'ok',
      secret: 'ok',
      tenant: 'ok',
      token: 'skipped',
      issuer: 'skipped',
      address: 'ok',
      proxy: 'ok',
      reach: 'skipped',
      endpoint: 'skipped',
      keys: 'ok',
      store: 'ok',
      room: 'ok',
      'teams-app': 'ok',
      content: 'ok',
      reviews: 'ok',
    });
  });

  it('goes on with what it can when the settings cannot be read', async () => {
    const findings = await examine(patient({ PORT: 'x', MICROSOFT_APP_PASSWORD: SECRET }));
    expect(findings.map(({ check }) => check)).toEqual(['node', 'settings', 'content', 'reviews']);
    expect(findings[1]).toMatchObject({
      status: 'wrong',
      message: expect.stringContaining('PORT: found "x"') as string,
    });
    expect(findings[1]?.message).not.toContain('\n');
  });

  it('shows no secret and no token, and names a cure for all that is not in order', async () => {
    const other = await FakeServer.start();
    other.answer = { status: 200, body: '{"access_token":"a-token"}' };
    try {
      const env = { ...REGISTERED, PUBLIC_URL: other.url, TRUST_PROXY: '0', SIGNING_KEYS: '' };
      const findings = await examine(patient(env, { login: other.url, issuer: other.url, answerLimit: 5_000 }));
      expect(findings.find(({ check }) => check === 'token')?.status).toBe('ok');
      expect(findings.find(({ check }) => check === 'endpoint')?.status).toBe('skipped');
      expect(JSON.stringify(findings)).not.toMatch(/very~secret|a-token/);
      for (const { status, cure } of findings) expect(cure !== undefined).toBe(/attention|wrong/.test(status));
    } finally {
      await other.stop();
    }
  });
});

describe('a registration', () => {
  it.each([
    ['an id that is no GUID', { id: 'mijn-bot', password: SECRET, tenantId: TENANT }, 'app-id', 'wrong'],
    ['no secret', { id: APP_ID, tenantId: TENANT }, 'secret', 'wrong'],
    ['the id of a secret', { id: APP_ID, password: TENANT, tenantId: TENANT }, 'secret', 'wrong'],
    ['no tenant', { id: APP_ID, password: SECRET }, 'tenant', 'attention'],
    ['the name of a tenant', { id: APP_ID, password: SECRET, tenantId: 'bureau.example' }, 'tenant', 'wrong'],
  ])('with %s is not in order there alone', (_name, app, check, status) => {
    const amiss = checkRegistration(app).filter((finding) => finding.status !== 'ok');
    expect(amiss).toMatchObject([{ check, status }]);
  });
});

describe('settings', () => {
  const config = (env: Record<string, string>) => readConfig(env);

  it('want keys of their own as soon as others use the server', () => {
    expect(checkKeys(config({})).status).toBe('ok');
    expect(checkKeys(config({ PUBLIC_URL: 'https://spoor2.example' })).status).toBe('attention');
    expect(checkKeys(config({ PUBLIC_URL: 'https://spoor2.example', SIGNING_KEYS: KEY })).status).toBe('ok');
  });

  it('want to know of a proxy where there must be one', () => {
    expect(checkProxy(config({ PUBLIC_URL: 'http://localhost:3978' }))).toBeUndefined();
    expect(checkProxy(config({ PUBLIC_URL: 'https://spoor2.example' }))?.status).toBe('attention');
    expect(checkProxy(config({ PUBLIC_URL: 'https://spoor2.example', TRUST_PROXY: '2' }))?.status).toBe('ok');
  });

  it('want a Node that runs the product', () => {
    expect(checkNode('22.11.0').status).toBe('wrong');
    expect(checkNode('24.0.0').status).toBe('ok');
  });
});

describe('the store', () => {
  const user = process.getuid?.();

  it('is not made by looking for it', async () => {
    const missing = join(folder, 'not', 'yet');
    expect(await checkStore(missing, user)).toMatchObject({ status: 'ok' });
    expect(existsSync(join(folder, 'not'))).toBe(false);
    expect(await checkStore(folder, user)).toMatchObject({ status: 'ok' });
    expect(existsSync(join(folder, 'conversations.db'))).toBe(false);
  });

  it('is opened when it is there', async () => {
    const dataDir = join(folder, 'used');
    const file = join(dataDir, 'conversations.db');
    await openSqliteStore(file).close();
    expect(await checkStore(dataDir, user)).toEqual({
      check: 'store',
      status: 'ok',
      message: `${file} opens and can be written`,
    });
  });

  it('is left alone when it belongs to someone else', async () => {
    expect(await checkStore(folder, SOMEONE_ELSE)).toMatchObject({ status: 'attention' });
  });

  it('that is damaged, or whose folder is a file, is wrong', async () => {
    const damaged = join(folder, 'damaged');
    mkdirSync(damaged);
    writeFileSync(join(damaged, 'conversations.db'), 'this is no database, but it is long enough to look like one');
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    for (const dataDir of [damaged, file]) {
      const finding = await checkStore(dataDir, user);
      expect(finding, dataDir).toMatchObject({ status: 'wrong', cure: expect.stringContaining('DATA_DIR') as string });
    }
  });

  it('wants room on its disk', () => {
    const roomOf = (megabytes: number) => checkRoom(join(folder, 'not', 'yet'), () => megabytes * 1024 ** 2).status;
    expect([roomOf(50), roomOf(500), roomOf(5_000)]).toEqual(['wrong', 'attention', 'ok']);
  });
});

describe('the content', () => {
  const content = { knowledge: REAL_KNOWLEDGE, problems: [] };

  it('is counted', () => {
    const [counted] = checkContent(content, DIALOGS, TODAY);
    const { topics, signposts } = REAL_KNOWLEDGE;
    expect(counted?.message).toBe(`${topics.length} topics, ${signposts.length} signposts, ${DIALOGS.length} dialogs`);
  });

  it('says how many answers are overdue for review, and names some', () => {
    const [, reviews] = checkContent(content, DIALOGS, Temporal.PlainDate.from('2099-01-01'));
    const all = REAL_KNOWLEDGE.topics.length + REAL_KNOWLEDGE.signposts.length;
    expect(reviews).toMatchObject({ status: 'attention' });
    expect(reviews?.message).toMatch(new RegExp(`^overdue for review: ${all} \\(([a-z0-9-]+, ){5}\\.\\.\\.\\)$`));
  });

  it('with an error is wrong, and leads to the editor’s checks', () => {
    const problem = {
      severity: 'error',
      file: 'knowledge/x.yaml',
      line: 3,
      field: '',
      found: '',
      allowed: '',
      fix: '',
    };
    const found = checkContent({ problems: [{ ...problem, severity: 'error' }] }, DIALOGS, TODAY);
    expect(found).toMatchObject([{ check: 'content', status: 'wrong' }]);
    expect(found[0]?.message).toContain('knowledge/x.yaml:3');
    expect(found[0]?.cure).toContain('check:content');
  });

  it('without the words of a dialog is wrong', () => {
    const wordless = { ...content, knowledge: { ...REAL_KNOWLEDGE, dialogs: [] } };
    expect(checkContent(wordless, DIALOGS, TODAY)).toMatchObject([{ check: 'content', status: 'wrong' }]);
  });
});

describe('the Teams app', () => {
  const config = (env: Record<string, string>) => readConfig({ ...REGISTERED, ...env });

  it('is wrong when its settings cannot make one', async () => {
    const finding = await checkTeamsApp(config({ PUBLIC_URL: 'http://spoor2.example' }));
    expect(finding).toMatchObject({ status: 'wrong', message: expect.stringContaining('PUBLIC_URL') as string });
  });

  it('is not checked where the packages for that are not installed', async () => {
    const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
    expect(await checkTeamsApp(config({}), () => Promise.reject(missing))).toMatchObject({ status: 'skipped' });
  });

  it('does not hide an error of our own', async () => {
    await expect(checkTeamsApp(config({}), () => Promise.reject(new ConfigError('x')))).rejects.toThrow('x');
  });
});
