import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Connector } from '../support/connector.ts';
import { Door, TENANT, teamsMessage, type DoorOptions } from './door.ts';
import { APP_ID, claims, Issuer, newKey, signed, type SigningKey } from './issuer.ts';

const SERVICE = 'https://smba.trafficmanager.net/emea/';
const OTHER_TENANT = '00000000-0000-0000-0000-00000000bbbb';
const APP = { id: APP_ID, password: 'x' };

let key: SigningKey;
let issuer: Issuer;
let door: Door | undefined;

beforeAll(async () => {
  key = await newKey('k', ['msteams', 'webchat']);
  issuer = await Issuer.start([key]);
});

afterEach(async () => {
  await door?.close();
  door = undefined;
});

afterAll(() => {
  issuer.stop();
});

/** Delivers an activity with a token that is right in everything. */
async function deliver(options: DoorOptions, activity: Record<string, unknown>): Promise<Response> {
  door ??= await Door.open(options);
  const token = await signed(claims(String(activity['serviceUrl'])), key);
  return door.deliver(activity, `Bearer ${token}`);
}

describe('a bot for one tenant', () => {
  const statusOf = async (other: Record<string, unknown>) =>
    (await deliver({ app: { ...APP, tenantId: TENANT.toUpperCase() }, issuer }, teamsMessage(SERVICE, other))).status;
  const conversation = { id: 'c', conversationType: 'personal' };

  it('answers that tenant, wherever the activity names it and in whatever case', async () => {
    expect(await statusOf({})).toBe(200);
    expect(await statusOf({ channelData: undefined })).toBe(200);
    expect(await statusOf({ conversation })).toBe(200);
  });

  it('refuses another, also when only one of two places names it', async () => {
    const channelData = { tenant: { id: OTHER_TENANT } };
    expect(await statusOf({ channelData, conversation: { ...conversation, tenantId: OTHER_TENANT } })).toBe(403);
    expect(await statusOf({ channelData })).toBe(403);
    expect(await statusOf({ conversation: { ...conversation, tenantId: OTHER_TENANT } })).toBe(403);
  });

  it.each([undefined, {}, { tenant: null }, { tenant: {} }, { tenant: { id: null } }])(
    'refuses Teams without a tenant (%j)',
    async (channelData) => {
      expect(await statusOf({ conversation, channelData })).toBe(403);
    },
  );

  it('answers channels that know no tenants', async () => {
    expect(await statusOf({ channelId: 'webchat', conversation: { id: 'c' }, channelData: undefined })).toBe(200);
  });

  it('tells who proves nothing that, and not which tenant it is for', async () => {
    door = await Door.open({ app: { ...APP, tenantId: TENANT }, issuer });
    const response = await door.deliver(teamsMessage(SERVICE, { channelData: { tenant: { id: OTHER_TENANT } } }));
    expect(response.status).toBe(401);
  });
});

describe('a bot for every tenant', () => {
  it('answers Teams from any', async () => {
    const activity = teamsMessage(SERVICE, { channelData: { tenant: { id: OTHER_TENANT } } });
    expect((await deliver({ app: APP, issuer }, activity)).status).toBe(200);
  });
});

describe('replies', () => {
  it('go to no host but those that may have them, whatever a verified token says', async () => {
    for (const serviceUrl of ['https://evil.example/', 'https://evil.trafficmanager.net/', 'http://10.0.0.1/']) {
      for (const deliveryMode of [undefined, 'expectReplies']) {
        const response = await deliver({ app: APP, issuer }, teamsMessage(serviceUrl, { deliveryMode }));
        expect(response.status, `${serviceUrl} ${deliveryMode ?? ''}`).toBe(403);
        expect(await response.text()).toContain('BOT_SERVICE_HOSTS');
      }
    }
  });

  it('go to further hosts that were named', async () => {
    const options = { app: APP, issuer, serviceHosts: ['teams.example'] };
    expect((await deliver(options, teamsMessage('https://smba.teams.example/nl/'))).status).toBe(200);
    expect((await deliver(options, teamsMessage('https://other.example/'))).status).toBe(403);
  });

  it('of a registered bot go to this machine in tests only', async () => {
    door = await Door.open({ app: APP });
    expect((await door.deliver(teamsMessage('http://127.0.0.1:1/'), 'Bearer x')).status).toBe(401);
    expect(door.log()).not.toContain('could not be fetched');
  });
});

describe('a bot without a registration', () => {
  it('answers no one off this machine, whatever they prove', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      door ??= await Door.open({});
      const token = `Bearer ${await signed(claims(SERVICE), key)}`;
      expect((await door.deliver(teamsMessage(SERVICE), token, { [header]: '127.0.0.1' })).status, header).toBe(403);
    }
  });

  it('sends replies to this machine only, and to nobody when they travel in the response', async () => {
    const connector = await Connector.start();
    try {
      door = await Door.open({});
      const { serviceUrl } = connector;
      expect((await door.deliver(teamsMessage(SERVICE, { deliveryMode: undefined }))).status).toBe(403);
      expect(
        (await door.deliver(teamsMessage(SERVICE, { deliveryMode: undefined, serviceUrl: undefined }))).status,
      ).toBe(400);
      expect((await door.deliver(teamsMessage(serviceUrl))).status).toBe(200);
      expect(connector.sent).toEqual([]);
      expect((await door.deliver(teamsMessage(serviceUrl, { deliveryMode: undefined, id: 'm2' }))).status).toBe(200);
      expect(connector.sent).toHaveLength(1);
    } finally {
      connector.stop();
    }
  });
});
