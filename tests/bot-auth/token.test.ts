import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Door, BOT_TOKEN, teamsMessage } from './door.ts';
import { APP_ID, claims, Issuer, newKey, publicText, signed, type SigningKey } from './issuer.ts';

const SERVICE = 'https://smba.trafficmanager.net/emea/';
const MINUTE = 60;

let teams: SigningKey;
let webchat: SigningKey;
let unendorsed: SigningKey;
let foreign: SigningKey;
let issuer: Issuer;
let door: Door;

beforeAll(async () => {
  [teams, webchat, unendorsed, foreign] = await Promise.all([
    newKey('teams', ['msteams', 'directline']),
    newKey('webchat', ['webchat']),
    newKey('unendorsed'),
    newKey('foreign'),
  ]);
  issuer = await Issuer.start([]);
});

beforeEach(async () => {
  issuer.keys = [teams, webchat, unendorsed];
  issuer.trouble = undefined;
  issuer.requests = 0;
  door = await Door.open({ app: { id: APP_ID, password: 'x' }, issuer });
});

afterEach(async () => {
  vi.useRealTimers();
  await door.close();
});

afterAll(() => {
  issuer.stop();
});

const now = () => Math.floor(Date.now() / 1000);
const bearer = (token: string) => `Bearer ${token}`;

/** Delivers a message from Teams with a token that says so, or otherwise. */
async function deliverWith(
  other: Record<string, unknown>,
  key = teams,
  activity = teamsMessage(SERVICE),
): Promise<Response> {
  return door.deliver(activity, bearer(await signed(claims(SERVICE, other), key)));
}

async function expectRefused(response: Response): Promise<void> {
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  expect(await response.text()).not.toMatch(/activities|at \w+ \(/);
}

describe('a channel with a valid token', () => {
  it('gets the replies', async () => {
    const response = await deliverWith({});
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Hoe lang spoor 2 duurt');
  });

  it('gets them at its address, with the token of the bot and not its own', async () => {
    const received: { authorization: string | undefined; body: string }[] = [];
    const channel = createServer((req, res) => {
      void text(req).then((body) => {
        received.push({ authorization: req.headers.authorization, body });
        res.writeHead(200, { 'content-type': 'application/json' });
        res.end('{"id":"1"}');
      });
    });
    await new Promise<void>((resolve) => channel.listen(0, '127.0.0.1', resolve));
    try {
      const serviceUrl = `http://127.0.0.1:${(channel.address() as AddressInfo).port}/`;
      const activity = teamsMessage(serviceUrl, { deliveryMode: undefined });
      const response = await door.deliver(activity, bearer(await signed(claims(serviceUrl), teams)));
      expect(response.status).toBe(200);
      expect(received).toEqual([
        { authorization: bearer(BOT_TOKEN), body: expect.stringContaining('Hoe lang spoor 2 duurt') as string },
      ]);
    } finally {
      channel.close();
      channel.closeAllConnections();
    }
  });

  it('may have a clock that differs by less than five minutes', async () => {
    expect((await deliverWith({ exp: now() - 4 * MINUTE })).status).toBe(200);
    expect((await deliverWith({ nbf: now() + 4 * MINUTE })).status).toBe(200);
  });
});

describe('a token is refused', () => {
  it.each<[string, () => Record<string, unknown>]>([
    ['that has expired', () => ({ exp: now() - 6 * MINUTE })],
    ['that never expires', () => ({ exp: undefined })],
    ['that is not yet valid', () => ({ nbf: now() + 6 * MINUTE })],
    ['for another bot', () => ({ aud: '00000000-0000-0000-0000-000000000002' })],
    ['for no bot', () => ({ aud: undefined })],
    ['of another issuer', () => ({ iss: 'https://issuer.example' })],
    ['of no issuer', () => ({ iss: undefined })],
    [
      'of the issuer for the Emulator',
      () => ({ iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/' }),
    ],
    [
      'of a skill',
      () => ({ ver: '1.0', appid: 'other', iss: 'https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/' }),
    ],
    ['for another serviceUrl', () => ({ serviceurl: 'https://smba.trafficmanager.net/amer/' })],
    ['for no serviceUrl', () => ({ serviceurl: undefined })],
    ['whose serviceUrl is no text', () => ({ serviceurl: [SERVICE] })],
  ])('%s', async (_name, other) => {
    await expectRefused(await deliverWith(other()));
  });

  it('that nobody signed', async () => {
    await expectRefused(await door.deliver(teamsMessage(SERVICE), bearer(new UnsecuredJWT(claims(SERVICE)).encode())));
  });

  it('that is signed with the public key as a shared secret', async () => {
    const token = await new SignJWT(claims(SERVICE))
      .setProtectedHeader({ alg: 'HS256', kid: teams.kid })
      .sign(await publicText(teams));
    await expectRefused(await door.deliver(teamsMessage(SERVICE), bearer(token)));
  });

  it('that is signed with another key under the name of a known one', async () => {
    await expectRefused(await deliverWith({}, { ...foreign, kid: teams.kid }));
  });

  it('that is signed with a key that the issuer does not publish', async () => {
    await expectRefused(await deliverWith({}, foreign));
  });

  it('that does not name its key, also when there is only one', async () => {
    issuer.keys = [teams];
    const token = await new SignJWT(claims(SERVICE)).setProtectedHeader({ alg: 'RS256' }).sign(teams.privateKey);
    await expectRefused(await door.deliver(teamsMessage(SERVICE), bearer(token)));
  });

  it('whose key is endorsed for another channel, or for none', async () => {
    await expectRefused(await deliverWith({}, webchat));
    await expectRefused(await deliverWith({}, unendorsed));
    await expectRefused(await deliverWith({}, teams, teamsMessage(SERVICE, { channelId: ' ' })));
    await expectRefused(await deliverWith({}, teams, teamsMessage(SERVICE, { channelId: 'AseChannel' })));
  });

  it('with an activity that has no serviceUrl, also when the token names none', async () => {
    const activity = teamsMessage(SERVICE, { serviceUrl: undefined });
    await expectRefused(await deliverWith({}, teams, activity));
    await expectRefused(await deliverWith({ serviceurl: undefined }, teams, activity));
  });

  it('whose payload was changed after it was signed', async () => {
    const [header, , signature] = (await signed(claims(SERVICE), teams)).split('.');
    const payload = Buffer.from(JSON.stringify(claims(SERVICE, { exp: now() + 7_200 }))).toString('base64url');
    await expectRefused(await door.deliver(teamsMessage(SERVICE), bearer([header, payload, signature].join('.'))));
  });

  it.each([
    ['nothing', undefined],
    ['an empty header', ''],
    ['only the scheme', 'Bearer'],
    ['a scheme and a space', 'Bearer '],
    ['another scheme', 'Basic dTpw'],
    ['no token', 'Bearer x'],
    ['dots', 'Bearer ..'],
    ['parts that are no JSON', 'Bearer YQ.YQ.YQ'],
    ['a null as header', `Bearer ${Buffer.from('null').toString('base64url')}.e30.x`],
    ['two tokens', 'Bearer a.b.c d.e.f'],
    ['a very long text', `Bearer ${'a'.repeat(8_000)}`],
    ['signs outside ASCII', 'Bearer \u00e9.\u00e9.\u00e9'],
  ])('when it is %s', async (_name, authorization) => {
    await expectRefused(await door.deliver(teamsMessage(SERVICE), authorization));
    expect(issuer.requests, 'nothing of this needs a key').toBe(0);
  });

  it('with any sign of a good one changed', async () => {
    const token = await signed(claims(SERVICE), teams);
    const changes = Array.from({ length: 60 }, (_, step) => Math.floor((step * token.length) / 61) + 1);
    for (const place of changes) {
      const sign = token[place] === 'A' ? 'B' : 'A';
      await expectRefused(
        await door.deliver(teamsMessage(SERVICE), bearer(token.slice(0, place) + sign + token.slice(place + 1))),
      );
    }
    expect((await door.deliver(teamsMessage(SERVICE), bearer(token))).status).toBe(200);
  });

  it('and the log says why, and nothing of the token or the message', async () => {
    const stderr = vi.spyOn(console, 'error');
    await deliverWith({ aud: 'someone-else' }, teams, teamsMessage(SERVICE, { text: 'Jansenlaan' }));
    await deliverWith({ exp: now() - 3_600 }, teams, teamsMessage(SERVICE, { text: 'Jansenlaan' }));
    expect(door.log()).toContain('"reason":"aud"');
    expect(door.log()).toContain('"reason":"exp"');
    expect(door.log()).not.toMatch(/Jansenlaan|someone-else|eyJ|stack/);
    expect(stderr).not.toHaveBeenCalled();
    stderr.mockRestore();
  });
});

describe('the keys of the issuer', () => {
  it('are fetched once for many activities, also at the same time', async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, async () => (await deliverWith({})).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(issuer.requests, 'the configuration and the keys').toBe(2);
  });

  it('are not fetched again for every unknown key that someone invents', async () => {
    await deliverWith({});
    for (const kid of ['a', 'b', 'c', 'd', 'e']) await expectRefused(await deliverWith({}, { ...foreign, kid }));
    expect(issuer.requests).toBe(2);
  });

  it('are fetched again when a new one signs', async () => {
    await deliverWith({});
    const fresh = { ...foreign, kid: 'fresh', endorsements: ['msteams'] };
    issuer.keys = [teams, fresh];
    await expectRefused(await deliverWith({}, fresh));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
    expect((await deliverWith({}, fresh)).status).toBe(200);
  });

  it('are no longer trusted a day after the issuer withdrew them', async () => {
    expect((await deliverWith({})).status).toBe(200);
    issuer.keys = [webchat];
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 24 * 60 * MINUTE * 1000 + 1_000 });
    await expectRefused(await deliverWith({}));
  });

  it.each(['hangs up', 'is busy', 'tells nonsense'] as const)(
    'cannot be had while it %s: the activity may come again later',
    async (trouble) => {
      issuer.trouble = trouble;
      const response = await deliverWith({}, teams, teamsMessage(SERVICE, { text: 'Jansenlaan' }));
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(await response.text()).not.toMatch(/127\.0\.0\.1|at \w+ \(/);
      expect(door.log()).toContain('keys of the Bot Connector could not be fetched');
      expect(door.log()).not.toContain('Jansenlaan');
      issuer.trouble = undefined;
      expect((await deliverWith({})).status).toBe(200);
    },
  );
});
