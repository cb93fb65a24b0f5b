import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkIssuer, checkToken } from '../../src/doctor/token.ts';
import { FakeServer } from './fake-server.ts';

const APP = {
  id: '00000000-0000-0000-0000-000000000001',
  password: 'very~secret+value&more',
  tenantId: '00000000-0000-0000-0000-000000000002',
};
const TOKEN = 'a-token-of-microsoft';

/** Longer than any answer here takes. Milliseconds. */
const LIMIT = 5_000;

let microsoft: FakeServer;

beforeAll(async () => {
  microsoft = await FakeServer.start();
});

beforeEach(() => {
  microsoft.asked.length = 0;
});

afterAll(() => microsoft.stop());

const refusal = (code: number) =>
  JSON.stringify({ error: 'invalid_client', error_description: `AADSTS${code}: Trace ID: 0a1b`, error_codes: [code] });

describe('the token of Microsoft', () => {
  it('is asked for as the bot does, and never shown', async () => {
    microsoft.answer = { status: 200, body: JSON.stringify({ access_token: TOKEN, expires_in: 3599 }) };
    const finding = await checkToken(APP, microsoft.url, LIMIT);
    expect(finding).toMatchObject({ check: 'token', status: 'ok' });
    const [{ method, path, body } = { method: '', path: '', body: '' }] = microsoft.asked;
    expect([method, path]).toEqual(['POST', `/${APP.tenantId}/oauth2/v2.0/token`]);
    expect(Object.fromEntries(new URLSearchParams(body))).toEqual({
      grant_type: 'client_credentials',
      client_id: APP.id,
      client_secret: APP.password,
      scope: 'https://api.botframework.com/.default',
    });
    expect(JSON.stringify(finding)).not.toMatch(new RegExp(`${TOKEN}|very~secret`));
  });

  it.each([
    [7000215, /secret is not right/, /value of the client secret/],
    [7000222, /expired/, /new client secret/],
    [700016, /does not know this app/, /MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID/],
    [90002, /no such tenant/, /tenant/],
    [4242, /refuses \(AADSTS4242\)/, /error\?code=4242/],
  ])('when it is refused with AADSTS%i, says what that means', async (code, meaning, cure) => {
    microsoft.answer = { status: 401, body: refusal(code) };
    const finding = await checkToken(APP, microsoft.url, LIMIT);
    expect(finding.status).toBe('wrong');
    expect(finding.message).toMatch(meaning);
    expect(finding.message).toContain(`AADSTS${code}`);
    expect(finding.cure).toMatch(cure);
    expect(JSON.stringify(finding)).not.toMatch(/very~secret|Trace/);
  });

  it.each([
    ['a page of a proxy', 200, '<html>Log in to the network</html>'],
    ['a failure', 503, ''],
    ['a list', 401, '[]'],
  ])('cannot be told from %s', async (_name, status, body) => {
    microsoft.answer = { status, body };
    expect(await checkToken(APP, microsoft.url, LIMIT)).toMatchObject({ status: 'attention' });
  });

  it('is not asked for with the secret anywhere but at Microsoft', async () => {
    const elsewhere = await FakeServer.start();
    try {
      microsoft.answer = { status: 307, body: '', headers: { location: elsewhere.url } };
      expect(await checkToken(APP, microsoft.url, LIMIT)).toMatchObject({ status: 'attention' });
      expect(elsewhere.asked).toEqual([]);
    } finally {
      await elsewhere.stop();
    }
  });

  it('may be out of reach: nobody listens, or nobody answers', async () => {
    const gone = await FakeServer.start();
    await gone.stop();
    microsoft.answer = undefined;
    for (const finding of [await checkToken(APP, gone.url, LIMIT), await checkToken(APP, microsoft.url, 50)]) {
      expect(finding).toMatchObject({ status: 'attention' });
      expect(finding.message).toContain('could not be reached');
    }
  });

  it('is asked for at the tenant of all bots when there is no own one, and not at all without a secret', async () => {
    microsoft.answer = { status: 200, body: JSON.stringify({ access_token: TOKEN }) };
    await checkToken({ id: APP.id, password: APP.password }, microsoft.url, LIMIT);
    expect(microsoft.asked[0]?.path).toBe('/botframework.com/oauth2/v2.0/token');
    expect(await checkToken({ id: APP.id }, microsoft.url, LIMIT)).toMatchObject({ status: 'skipped' });
    expect(microsoft.asked).toHaveLength(1);
  });
});

describe('the keys of Microsoft', () => {
  it.each([
    ['that tells where they are', 200, '{"jwks_uri":"https://keys.example"}', 'ok'],
    ['of someone else', 200, '<html></html>', 'attention'],
    ['that fails', 500, '', 'attention'],
  ])('are looked for at an address %s', async (_name, status, body, expected) => {
    microsoft.answer = { status, body };
    expect(await checkIssuer(`${microsoft.url}/openid`, LIMIT)).toMatchObject({ check: 'issuer', status: expected });
    expect(microsoft.asked).toMatchObject([{ method: 'GET', path: '/openid' }]);
  });
});
