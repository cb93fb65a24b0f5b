import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Connector } from '../support/connector.ts';
import { Product } from '../support/product.ts';

const BARE = {
  type: 'message',
  channelId: 'emulator',
  serviceUrl: 'http://127.0.0.1:1',
  conversation: { id: 'c' },
  from: { id: 'u' },
  recipient: { id: 'b' },
};

let product: Product;
let connector: Connector;
let conversations = 0;
let conversation: string;

beforeAll(async () => {
  [product, connector] = await Promise.all([Product.start(), Connector.start()]);
});

beforeEach(() => {
  connector.sent.length = 0;
  conversations += 1;
  conversation = `c${conversations}`;
});

afterAll(async () => {
  connector.stop();
  await product.remove();
});

const deliver = (activity: unknown, headers: Record<string, string> = {}) =>
  product.post('/api/messages', activity, headers);
const say = (text: string, id: string) => deliver(connector.message(text, id, conversation));

describe('a Bot Framework client', () => {
  it('gets one card with the answer, its sources and buttons that say their own words', async () => {
    await say('Wat is een werkervaringsplaats?', 'm1');
    await say('ik ben werknemer', 'm2');
    expect(connector.sent).toHaveLength(2);
    const { version, body, actions, fallbackText } = connector.card();
    expect(version).toBe('1.5');
    expect(JSON.stringify(body)).toMatch(/\[Burgerlijk Wetboek[^\]]*\]\(https:\/\/wetten\.overheid\.nl/);
    expect(fallbackText).toContain('Antwoord voor de werknemer');
    expect(connector.sent.at(-1)?.text, 'Teams splits a message with text and a card').toBeUndefined();
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.length, 'Teams shows at most six').toBeLessThanOrEqual(6);
    for (const { title, data } of actions) expect(data.say).toBe(title);
  });

  it('may press a button, which says its words', async () => {
    await say('Is spoor 2 verplicht?', 'm1');
    const [, employer] = connector.card().actions;
    const { text: _none, ...pressed } = connector.message('', 'm2', conversation);
    await deliver({ ...pressed, value: employer?.data });
    expect(connector.texts().at(-1)).toContain('Antwoord voor de werkgever');
  });

  it('gets numbers before a choice', async () => {
    await say('iets met de arbo of uwv', 'm1');
    expect(connector.card().actions[0]?.title).toMatch(/^1\. /);
    await say('1', 'm2');
    await say('ik ben werkgever', 'm3');
    expect(connector.texts().at(-1)).toContain('Bronnen');
  });

  it('is welcomed once, when it joins', async () => {
    const joined = {
      ...connector.message('', 'j1', conversation),
      type: 'conversationUpdate',
      membersAdded: [{ id: 'bot' }, { id: 'user' }],
    };
    await deliver(joined);
    await deliver({ ...joined, id: 'j2' });
    expect(connector.texts()).toEqual([expect.stringContaining('spoor 2-assistent')]);
  });

  it('is not welcomed when only the bot itself joins', async () => {
    await deliver({
      ...connector.message('', 'j1', conversation),
      type: 'conversationUpdate',
      membersAdded: [{ id: 'bot' }],
    });
    expect(connector.sent).toEqual([]);
  });

  it('is understood behind a mention, as Teams sends it', async () => {
    const activity = connector.message('<at>Assistent</at>&nbsp;hallo', 'm1', conversation);
    await deliver({
      ...activity,
      entities: [{ type: 'mention', text: '<at>Assistent</at>', mentioned: { id: 'bot', name: 'Assistent' } }],
    });
    expect(connector.texts()).toEqual([expect.stringContaining('Waar wil je iets over weten')]);
  });

  it('gets its replies in the response when it asks for that', async () => {
    const activity = {
      ...connector.message('hallo', 'm1', conversation),
      deliveryMode: 'expectReplies',
      serviceUrl: 'https://elsewhere.example',
    };
    const response = await deliver(activity);
    expect(JSON.stringify(await response.json())).toContain('Waar wil je iets over weten');
    expect(connector.sent).toEqual([]);
  });

  it.each([
    'messageUpdate',
    'messageDelete',
    'messageReaction',
    'typing',
    'endOfConversation',
    'installationUpdate',
    'event',
  ])('may send a %s, which changes nothing', async (type) => {
    expect((await deliver({ ...connector.message('hallo', 'm1', conversation), type })).status).toBe(200);
    expect(connector.sent).toEqual([]);
  });

  it('gets a status for an invoke that the bot does not know', async () => {
    expect((await deliver({ ...connector.message('', 'm1', conversation), type: 'invoke', name: 'x/y' })).status).toBe(
      501,
    );
  });

  it('gets a kind reply to a message without text, and to one that is too long', async () => {
    const { text: _none, ...silent } = connector.message('', 'm1', conversation);
    await deliver(silent);
    await say('spoor '.repeat(5_000), 'm2');
    expect(connector.texts()).toEqual([
      expect.stringContaining('Ik kan alleen tekst lezen'),
      expect.stringContaining('te lang'),
    ]);
  });
});

describe('a message that is delivered more than once', () => {
  it('gets one reply, also at the same time and after a restart', async () => {
    await Promise.all([say('hallo', 'm1'), say('hallo', 'm1'), say('hallo', 'm1')]);
    await product.stop('SIGKILL');
    product = await Product.start({ DATA_DIR: product.dataDir });
    expect((await say('hallo', 'm1')).status).toBe(200);
    expect(connector.sent).toHaveLength(1);
  });

  it('gets its reply on the second try when the first could not be delivered', async () => {
    connector.failing = 1;
    expect((await say('hallo', 'm1')).status).toBe(502);
    expect((await say('hallo', 'm1')).status).toBe(200);
    expect((await say('hallo', 'm1')).status).toBe(200);
    expect(connector.sent).toHaveLength(1);
  });
});

describe('a channel that fails after it took a reply', () => {
  it.each([500, 502, 408])('with %d is not sent the same again', async (status) => {
    Object.assign(connector, { failing: 9, refused: 0, refusal: status });
    expect((await say('hallo', 'm1')).status).toBe(502);
    expect(connector.refused).toBe(1);
    Object.assign(connector, { failing: 0, refusal: 400 });
  });
});

describe('a channel that is asked too often', () => {
  afterEach(() => {
    Object.assign(connector, { failing: 0, refusal: 400, retryAfter: undefined });
  });

  it.each([
    [429, '1'],
    [412, undefined],
  ])('with %d gets the reply again, when it says', async (status, retryAfter) => {
    Object.assign(connector, { failing: 1, refused: 0, refusal: status, retryAfter });
    const start = performance.now();
    expect((await say('hallo', 'm1')).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(1000 * Number(retryAfter ?? 0));
    expect(connector.sent).toHaveLength(1);
  });

  it('is not asked for ever', async () => {
    Object.assign(connector, { failing: 9, refused: 0, refusal: 429, retryAfter: '0' });
    expect((await say('hallo', 'm1')).status).toBe(502);
    expect(connector.refused).toBe(3);
  });

  it('that wants a longer pause than a person waits is asked later', async () => {
    Object.assign(connector, { failing: 9, refused: 0, refusal: 429, retryAfter: '60' });
    expect((await say('hallo', 'm1')).status).toBe(502);
    expect(connector.refused).toBe(1);
  });
});

describe('a channel that never answers', () => {
  it('holds up neither the conversation nor the end of the process', async () => {
    connector.hanging = true;
    const stuck = say('hallo', 'm1');
    const next = say('hallo', 'm2');
    const again = say('hallo', 'm1');
    expect((await stuck).status).toBe(502);
    connector.hanging = false;
    expect((await next).status).toBe(200);
    // Delivered again while the first try hung: that one was cut off, so nothing is said twice.
    expect((await again).status).toBe(200);
    expect(
      connector.sent.filter((sent) => sent.replyToId === 'm1' && sent.conversation?.id === conversation),
    ).toHaveLength(1);
    expect(connector.texts().join()).not.toContain('ging bij ons iets mis');
    expect(await product.stop('SIGTERM')).toBe(0);
    product = await Product.start({ DATA_DIR: product.dataDir });
  });
});

describe('a conversation', () => {
  it('goes on after the process was killed', async () => {
    await say('Is spoor 2 verplicht?', 'm1');
    await product.stop('SIGKILL');
    product = await Product.start({ DATA_DIR: product.dataDir });
    await say('ik ben werkgever', 'm2');
    expect(connector.texts().at(-1)).toContain('Antwoord voor de werkgever');
  });
});

describe('the door', () => {
  it.each([
    ['a body that is no activity', '{}', 400],
    ['a list', '[]', 400],
    ['members that are no list', JSON.stringify({ ...BARE, type: 'conversationUpdate', membersAdded: 'x' }), 400],
    ['a mention of nobody', JSON.stringify({ ...BARE, entities: [{ type: 'mention' }] }), 400],
    ['broken JSON', '{', 400],
    ['nothing', '', 400],
  ])('refuses %s', async (_name, body, status) => {
    const response = await deliver(body);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('opens for this machine only while there is no app registration, and says so at the start', async () => {
    expect(product.log()).toContain('MICROSOFT_APP_ID is not set');
    const response = await deliver(connector.message('hallo', 'm1', conversation), { 'x-forwarded-for': '127.0.0.1' });
    expect(response.status).toBe(403);
    expect(connector.sent).toEqual([]);
  });

  it('does not send replies of an unverified sender to another machine', async () => {
    for (const serviceUrl of ['https://evil.example/', 'http://10.0.0.1/', 'http://localhost.evil.example/']) {
      expect((await deliver({ ...connector.message('hallo', 'm1', conversation), serviceUrl })).status).toBe(403);
    }
  });

  it('wants a valid token once there is an app registration', async () => {
    const registered = await Product.start({
      MICROSOFT_APP_ID: '00000000-0000-0000-0000-000000000001',
      MICROSOFT_APP_PASSWORD: 'x',
    });
    try {
      for (const headers of [{}, { authorization: 'Bearer x' }, { authorization: 'x' }] as Record<string, string>[]) {
        const response = await registered.post(
          '/api/messages',
          connector.message('hallo', 'm1', conversation),
          headers,
        );
        expect(response.status).toBe(401);
      }
      expect(connector.sent.filter((sent) => sent.conversation?.id === conversation)).toEqual([]);
      expect(registered.log()).not.toContain('MICROSOFT_APP_ID is not set');
    } finally {
      await registered.remove();
    }
  });

  it('logs no word that was typed', async () => {
    await say('Jansenlaan', 'm1');
    connector.failing = 1;
    await say('Jansenlaan nog eens', 'm2');
    expect(product.log()).not.toContain('Jansenlaan');
  });
});
