import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkAddress, checkEndpoint, checkReach, endpointFinding } from '../../src/doctor/address.ts';
import { Product } from '../support/product.ts';
import { FakeServer } from './fake-server.ts';

/** Longer than any answer here takes. Milliseconds. */
const LIMIT = 10_000;

const PUBLIC = 'https://spoor2.example/api/messages';

describe('PUBLIC_URL', () => {
  it.each([
    ['https://spoor2.example.nl', 'ok', 'ok'],
    ['https://[::1]:3978', 'wrong', 'attention'],
    ['https://localhost', 'wrong', 'attention'],
    ['https://127.0.0.1:3978', 'wrong', 'attention'],
    ['http://spoor2.example.nl', 'wrong', 'attention'],
    [undefined, 'wrong', 'attention'],
  ])('%s is %s for Teams, and %s without', (url, forTeams, without) => {
    expect(checkAddress(url, true).status).toBe(forTeams);
    expect(checkAddress(url, false).status).toBe(without);
  });

  it('is said to be the loopback address only when it is', () => {
    for (const url of ['https://localhost.example.nl', 'https://127.example.nl', 'https://mijnlocalhost'])
      expect(checkAddress(url, true).status).toBe('ok');
  });
});

describe('the product itself', () => {
  let unregistered: Product;
  let registered: Product;

  beforeAll(async () => {
    [unregistered, registered] = await Promise.all([
      Product.start(),
      Product.start({ MICROSOFT_APP_ID: '00000000-0000-0000-0000-000000000001', MICROSOFT_APP_PASSWORD: 'x' }),
    ]);
  });

  afterAll(() => Promise.all([unregistered.remove(), registered.remove()]));

  it('is found to answer and to store', async () => {
    expect(await checkReach(registered.url, LIMIT)).toMatchObject({ check: 'reach', status: 'ok' });
  });

  it('is found to want a token once it is registered', async () => {
    expect(await checkEndpoint(registered.url, true, LIMIT)).toMatchObject({ check: 'endpoint', status: 'ok' });
    expect(await checkEndpoint(registered.url, false, LIMIT)).toMatchObject({ status: 'attention' });
  });

  it('is found to answer this machine while it is not', async () => {
    const finding = await checkEndpoint(unregistered.url, false, LIMIT);
    expect(finding).toMatchObject({ status: 'ok' });
    expect(finding.message).toContain('without a token');
  });
});

describe('the door of the bot', () => {
  it.each([
    [401, true, 'ok', undefined],
    [401, false, 'attention', /same settings/],
    [403, true, 'wrong', /Start the server again/],
    [403, false, 'ok', undefined],
    [200, true, 'wrong', /X-Forwarded-For/],
    [200, false, 'wrong', /X-Forwarded-For/],
    [404, true, 'wrong', /pass POST/],
    [405, true, 'wrong', /pass POST/],
    [502, true, 'wrong', /log/],
  ])('that answers %i, with a registration here: %s, is %s', (status, registered, expected, cure) => {
    const finding = endpointFinding(PUBLIC, status, registered);
    expect(finding.status).toBe(expected);
    if (cure === undefined) expect(finding.cure).toBeUndefined();
    else expect(finding.cure).toMatch(cure);
  });
});

describe('a server that is not ours', () => {
  let other: FakeServer;

  beforeAll(async () => {
    other = await FakeServer.start();
  });

  afterAll(() => other.stop());

  it.each([
    ['a page', 200, '<html></html>', {}],
    ['other JSON', 200, '{"status":"up"}', {}],
    ['a proxy without a server behind it', 502, '', {}],
    ['a redirect', 301, '', { location: 'https://www.spoor2.example/' }],
  ])('such as %s, is told apart', async (_name, status, body, headers) => {
    other.answer = { status, body, headers };
    const finding = await checkReach(other.url, LIMIT);
    expect(finding).toMatchObject({ status: 'wrong' });
    expect(finding.message).toContain(`something else answers`);
  });

  it('is told apart from one that is ours and cannot store', async () => {
    other.answer = { status: 200, body: '{"status":"ok"}' };
    expect((await checkReach(other.url, LIMIT)).message).toContain('cannot store');
  });

  it('may not answer at all', async () => {
    const gone = await FakeServer.start();
    await gone.stop();
    expect(await checkReach(gone.url, LIMIT)).toMatchObject({
      status: 'wrong',
      message: `${gone.url} refuses connections`,
    });
    other.answer = undefined;
    expect(await checkReach(other.url, 50)).toMatchObject({ status: 'attention' });
    expect(await checkEndpoint(other.url, true, 50)).toMatchObject({ status: 'attention' });
  });

  it('may speak no https', async () => {
    const finding = await checkReach(other.url.replace('http:', 'https:'), LIMIT);
    expect(finding).toMatchObject({ status: 'wrong' });
    expect(finding.message).toContain('does not speak https');
  });
});
