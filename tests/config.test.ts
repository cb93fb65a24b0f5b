import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';

const ROOT = join(import.meta.dirname, '..');
const NAMES = [...readFileSync(join(ROOT, '.env.example'), 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
  ([, name]) => name ?? '',
);

describe('readConfig', () => {
  it('works with nothing set, and with everything empty', () => {
    const expected = {
      host: '127.0.0.1',
      port: 3978,
      dataDir: './data',
      logLevel: 'info',
      allowedOrigins: [],
      trustedProxies: 0,
      directLineSecrets: [],
      signingKeys: [],
      botServiceHosts: [],
      keepsQuestions: false,
      metricsTokens: [],
    };
    expect(readConfig({})).toEqual(expected);
    expect(readConfig(Object.fromEntries(NAMES.map((name) => [name, ' '])))).toEqual(expected);
  });

  it('reads the bot registration under the names that other tools use', () => {
    const tenant = '00000000-0000-4000-8000-000000000001';
    const app = { id: 'a', password: 'b', tenantId: tenant };
    expect(
      readConfig({ MicrosoftAppId: 'a', MicrosoftAppPassword: 'b', MicrosoftAppTenantId: tenant }).microsoftApp,
    ).toEqual(app);
    const nested = 'connections__serviceConnection__settings__';
    expect(
      readConfig({ [`${nested}clientId`]: 'a', [`${nested}clientSecret`]: 'b', [`${nested}tenantId`]: tenant })
        .microsoftApp,
    ).toEqual(app);
    expect(readConfig({ MICROSOFT_APP_ID: 'ours', MicrosoftAppId: 'theirs' }).microsoftApp).toEqual({ id: 'ours' });
  });

  it('reads lists with commas between their parts', () => {
    const key = Buffer.alloc(32, 7);
    const config = readConfig({
      ALLOWED_ORIGINS: 'https://www.bureau.example, http://localhost:8080',
      SIGNING_KEYS: key.toString('base64'),
      DIRECTLINE_SECRET: `${'a'.repeat(32)},${'b'.repeat(32)}`,
      NODE_ENV: 'production',
    });
    expect(config.allowedOrigins).toEqual(['https://www.bureau.example', 'http://localhost:8080']);
    expect(config.signingKeys).toEqual([new Uint8Array(key)]);
    expect(config.directLineSecrets).toHaveLength(2);
  });

  it('reads a database, which needs keys that every process has', () => {
    const DATABASE_URL = 'postgres://bot:geheim@db.example/spoor2';
    const SIGNING_KEYS = Buffer.alloc(32, 7).toString('base64');
    expect(readConfig({ DATABASE_URL, SIGNING_KEYS }).databaseUrl).toBe(DATABASE_URL);
    expect(() => readConfig({ DATABASE_URL })).toThrow(/DATABASE_URL is set without SIGNING_KEYS/);
  });

  it.each([
    { DATABASE_URL: 'mysql://bot:geheim@db.example/spoor2' },
    { DATABASE_URL: 'bot:geheim@db.example' },
    { DATABASE_URL: 'postgres://bot:geheim@db.example/spoor2' },
    { METRICS_TOKEN: 'geheim' },
    { DIRECTLINE_SECRET: 'geheim' },
    { SIGNING_KEYS: 'geheim' },
    { MICROSOFT_APP_PASSWORD: 'geheim' },
  ])('repeats no secret in an error: %j', (env) => {
    const messageOf = () => {
      try {
        readConfig(env);
      } catch (error) {
        return String(error);
      }
      throw new Error('it was taken');
    };
    expect(messageOf()).toContain(Object.keys(env)[0]);
    expect(messageOf()).not.toContain('geheim');
  });

  it('keeps questions only when it is told to', () => {
    expect(readConfig({ KEEP_QUESTIONS: 'yes' }).keepsQuestions).toBe(true);
    expect(readConfig({ KEEP_QUESTIONS: 'no' }).keepsQuestions).toBe(false);
  });

  it('reads a contact from any one of its fields', () => {
    expect(readConfig({ CONTACT_PHONE: '030-1' }).contact).toEqual({ phone: '030-1' });
  });

  it.each([
    [{ PORT: '70000' }, /PORT: found "70000", allowed: a number from 0 to 65535/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL: found "loud"/],
    [{ CONTACT_MAIL: 'x', CONTACT_URL: 'ftp://x' }, /CONTACT_MAIL[\s\S]*CONTACT_URL/],
    [{ ALLOWED_ORIGINS: '*' }, /ALLOWED_ORIGINS: found "\*", allowed: origins as/],
    [{ ALLOWED_ORIGINS: 'https://bureau.example/chat' }, /ALLOWED_ORIGINS/],
    [{ ALLOWED_ORIGINS: 'null' }, /ALLOWED_ORIGINS/],
    [{ DIRECTLINE_SECRET: 'short' }, /DIRECTLINE_SECRET: .*at least 32 letters/],
    [{ SIGNING_KEYS: 'c2hvcnQ=' }, /SIGNING_KEYS: .*openssl rand -base64 32/],
    [{ NODE_ENV: 'production' }, /SIGNING_KEYS is not set/],
    [{ TRUST_PROXY: 'yes' }, /TRUST_PROXY/],
    [{ DATABASE_URL: 'mysql://db/x' }, /DATABASE_URL: .*starts with postgres:\/\//],
    [{ METRICS_TOKEN: 'a'.repeat(31) }, /METRICS_TOKEN: .*at least 32 letters/],
    [{ KEEP_QUESTIONS: 'ja' }, /KEEP_QUESTIONS: found "ja"/],
    [{ MICROSOFT_APP_TENANT_ID: '00000000-0000-4000-8000-000000000001' }, /without MICROSOFT_APP_ID/],
    [{ MICROSOFT_APP_ID: 'a', MICROSOFT_APP_TENANT_ID: 'x.example' }, /MICROSOFT_APP_TENANT_ID: .*not its domain/],
    [
      { MICROSOFT_APP_ID: 'a', MICROSOFT_APP_TENANT_ID: '00000000-0000-4000-8000-000000000001' },
      /without MICROSOFT_APP_PASSWORD/,
    ],
  ])('says what is wrong with %j', (env, message) => {
    expect(() => readConfig(env as Record<string, string>)).toThrow(message);
  });
});

describe('.env.example', () => {
  const source = readFileSync(join(ROOT, 'src', 'config.ts'), 'utf8');
  const shape = /z\.object\(\{([\s\S]*?)\n\}\);/.exec(source)?.[1] ?? '';

  it('lists every variable that config.ts reads, and no other', () => {
    const read = [...shape.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name ?? '');
    expect(read.length).toBeGreaterThan(8);
    expect(NAMES).toEqual(read);
  });

  it('is described in the README, name by name', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
    for (const name of NAMES) expect(readme).toContain(`\`${name}\``);
  });
});
