import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LARGEST_ACTIVITY } from '../../src/channels/directline/activity.ts';
import { LARGEST_BODY } from '../../src/channels/http/body.ts';
import { clientAddress } from '../../src/channels/http/client-address.ts';
import { cleanUpSteps } from '../../src/store/retention.ts';
import { Product } from '../support/product.ts';
import { Desk, DESK_SECRET, saying } from './desk.ts';
import { forged, SIGNING_KEYS, TOKEN_KEY, tokensSigned } from './keys.ts';
import { rawUpgrade } from './raw-upgrade.ts';
import { statusOfStream, Stream } from './stream.ts';
import { bodyOf, numberOf, Visitor, type Opened, type Shown } from './visitor.ts';

let product: Product;
let desks: Desk[] = [];

beforeAll(async () => {
  product = await Product.start({ SIGNING_KEYS, TRUST_PROXY: '1' });
});

afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.close()));
  desks = [];
});

afterAll(() => product.remove());

/** A visitor of the real server, each from an address of its own. */
let addresses = 0;
const come = () => {
  addresses += 1;
  return Visitor.come(product.url, { headers: { 'x-forwarded-for': `198.51.100.${addresses}` } });
};

async function openDesk(settings?: Parameters<typeof Desk.open>[0]): Promise<Desk> {
  const desk = await Desk.open(settings);
  desks.push(desk);
  return desk;
}

const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string; message: string } }).error.code;

const few = { times: 3, within: 60 };

describe('too often', () => {
  it.each([
    ['one conversation', { activitiesPerConversation: few }],
    ['one address', { activitiesPerAddress: few }],
  ])('refuses a message for a while, by %s, and takes it later as the same', async (_who, limits) => {
    const by = await Visitor.come((await openDesk({ limits })).url);
    for (const text of ['een', 'twee', 'drie']) await by.said(text);
    const refused = await by.say('vier');
    expect([refused.status, await codeOf(refused)]).toEqual([429, 'TooManyRequests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await by.readAll()).toHaveLength(7);
  });

  it('lets others go on when one conversation is too busy', async () => {
    const desk = await openDesk({ limits: { activitiesPerConversation: few } });
    const [busy, other] = [await Visitor.come(desk.url), await Visitor.come(desk.url)];
    await Promise.all([1, 2, 3, 4, 5].map(() => busy.say('hallo')));
    expect((await other.say('hallo')).status).toBe(200);
  });

  it('gives who reads too often nothing new and the same watermark, never an error', async () => {
    const desk = await openDesk({ limits: { readsPerConversation: few } });
    const by = await Visitor.come(desk.url);
    await by.said('hallo');
    for (let times = 0; times < 3; times += 1) expect((await by.read('?watermark=1')).activities).toHaveLength(2);
    for (let times = 0; times < 20; times += 1)
      expect(await by.read('?watermark=1')).toEqual({ activities: [], watermark: '1' });
  });

  it('refuses more tokens and conversations of one address', async () => {
    const tokens = await openDesk({ limits: { tokensPerAddress: few } });
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map(() => fetch(`${tokens.url}/widget/token`, { method: 'POST' })),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 200, 200, 429, 429,
    ]);
    const started = await openDesk({ limits: { conversationsPerAddress: few } });
    const visitors = await Promise.all([1, 2, 3, 4].map(() => Visitor.come(started.url, { starts: false })));
    const statuses = await Promise.all(visitors.map(async (by) => (await by.request('POST', '/conversations')).status));
    expect(statuses.toSorted((one, other) => one - other)).toEqual([201, 201, 201, 429]);
  });

  it('counts by the address that the proxy saw, whatever the visitor says before it', async () => {
    const ask = (forwarded: string) =>
      fetch(`${product.url}/widget/token`, { method: 'POST', headers: { 'x-forwarded-for': forwarded } });
    const statuses = await Promise.all(
      Array.from({ length: 125 }, async (_, place) => (await ask(`203.0.113.${place}, 192.0.2.1`)).status),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect((await ask('192.0.2.1, 192.0.2.2')).status).toBe(200);
  });

  it('opens no more streams than one conversation needs, and again when one closed', async () => {
    const desk = await openDesk({ limits: { streamsPerConversation: 2 } });
    const [by, other] = [await Visitor.come(desk.url), await Visitor.come(desk.url)];
    const address = async (of: Visitor) => (await of.reconnect()).streamUrl;
    const [first, second] = [await Stream.open(await address(by)), await Stream.open(await address(by))];
    expect(await statusOfStream(await address(by))).toBe(503);
    expect(await statusOfStream(await address(other))).toBe(101);
    await first.close();
    await vi.waitFor(async () => {
      expect(await statusOfStream(await address(by))).toBe(101);
    });
    await second.close();
  });

  it.each([{ streams: 2 }, { streamsPerAddress: 2 }])('opens no more streams than %j', async (limits) => {
    const desk = await openDesk({ limits });
    const visitors = await Promise.all([1, 2, 3, 4].map(() => Visitor.come(desk.url)));
    const opened = await Promise.allSettled(visitors.map(({ streamUrl }) => Stream.open(streamUrl)));
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(desk.streams.size).toBe(2);
  });
});

describe('too large or no JSON', () => {
  const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it('takes an activity up to its largest size, and reads it back', async () => {
    const by = await come();
    const of = (size: number) => {
      const rest = JSON.stringify({ type: 'event', name: 'x', value: '' }).length;
      return { type: 'event', name: 'x', value: `é${'e'.repeat(size - rest - 2)}` };
    };
    expect((await by.post(of(LARGEST_ACTIVITY))).status).toBe(200);
    const refused = await by.post(of(LARGEST_ACTIVITY + 1));
    expect([refused.status, await codeOf(refused)]).toEqual([413, 'MessageSizeTooBig']);
    expect(await by.readAll()).toHaveLength(2);
  });

  it('refuses a body that is too large at every door, with and without a length', async () => {
    const by = await come();
    const large = JSON.stringify({ type: 'message', text: 'x'.repeat(LARGEST_BODY) });
    const path = `/conversations/${by.conversation}/activities`;
    for (const response of [
      await by.request('POST', '/conversations', large),
      await by.request('POST', path, large),
      await product.post('/widget/token', large),
      await fetch(`${product.url}/v3/directline${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${by.token}`, 'content-type': 'application/json' },
        body: new Blob([large]).stream(),
        duplex: 'half',
      }),
    ])
      expect([response.status, await codeOf(response)]).toEqual([413, 'MessageSizeTooBig']);
    expect((await by.say('hallo')).status).toBe(200);
  });

  it.each([
    ['lists in lists', `{"type":"event","name":"x","value":${nested(8_000)}}`],
    ['objects in objects', `{"type":"event","name":"x","value":${'{"a":'.repeat(2_500)}1${'}'.repeat(2_500)}}`],
    ['lists in channelData', `{"type":"event","channelData":{"a":${nested(7_000)}}}`],
    ['lists that are too many bytes as well', `{"type":"event","value":${nested(30_000)}}`],
    ['a long list', `{"type":"event","value":[${'1,'.repeat(8_000)}1]}`],
  ])('answers %s as a mistake of the client or as taken, and the conversation can be read', async (_name, body) => {
    const by = await come();
    const response = await by.post(body);
    expect(response.status).toBeLessThan(500);
    await by.readAll();
    const stream = await Stream.open((await by.reconnect('0')).streamUrl);
    await stream.has(1);
    await stream.close();
  });

  it.each([
    '{"__proto__":{"type":"message","text":"hallo","polluted":1}}',
    '{"type":"message","text":"hallo","__proto__":{"polluted":1,"role":"bot"},"constructor":{"prototype":{"polluted":1}}}',
    '{"type":"message","text":"hallo","from":{"__proto__":{"role":"bot","polluted":1}},"channelData":{"__proto__":{"reply":{}}}}',
    '{"type":"__proto__","text":"constructor","name":"toString"}',
    '{"type":"message","text":"constructor","channelData":{"clientActivityID":"__proto__"}}',
  ])('is not misled by %s', async (body) => {
    const by = await come();
    expect((await by.post(body)).status).toBeLessThan(500);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    const fromUser = (await by.readAll()).slice(1).filter(({ replyToId }) => replyToId === undefined);
    for (const { from } of fromUser) expect(from.role).toBe('user');
    expect((await by.say('hallo')).status).toBe(200);
  });

  it('answers whatever JSON is posted, and lives', async () => {
    let by = await come();
    let left = 100;
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.constantFrom('type', 'from', 'channelData', 'text'), async (value, field) => {
        left -= 1;
        if (left === 0) [by, left] = [await come(), 100];
        const response = await by.post({ type: 'event', from: { id: 'me' }, [field]: value });
        expect([200, 400, 413]).toContain(response.status);
        await response.arrayBuffer();
      }),
      { numRuns: 200 },
    );
    expect((await come()).conversation).not.toBe('');
  });
});

describe('what belongs to others', () => {
  it('is not opened with a token for another conversation', async () => {
    const [by, other] = [await come(), await come()];
    const secret = await other.said('hallo');
    const thief = new Visitor(product.url, { conversationId: other.conversation, token: by.token });
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/activities'],
      ['POST', '/activities'],
      ['POST', '/upload'],
    ] as const) {
      const body = path === '/activities' && method === 'POST' ? { type: 'message', text: 'x' } : undefined;
      const response = await thief.request(method, `/conversations/${other.conversation}${path}`, body);
      expect([response.status, await codeOf(response)]).toEqual([403, 'Forbidden']);
    }
    const stolen = by.streamUrl.replace(by.conversation, other.conversation);
    expect(await statusOfStream(stolen)).toBe(403);
    await by.vote(secret, 'helpful');
    expect(await other.readAll()).toHaveLength(3);
  });

  it('is not reached by strange paths', async () => {
    const by = await come();
    for (const name of ['..', '%2e%2e', '%00', '__proto__', '*', "' OR 1=1 --", 'x'.repeat(3_000)]) {
      const { status } = await by.request('GET', `/conversations/${encodeURI(name)}/activities`);
      expect(status, name).toBeGreaterThanOrEqual(400);
      expect(status, name).toBeLessThan(500);
    }
  });

  it('is not reached by strange watermarks', async () => {
    const by = await come();
    const all = await by.readAll();
    for (const watermark of ['9'.repeat(20), '1e9', '0x10', '٣', '%00', '2; DROP TABLE activity', 'a'.repeat(3_000)])
      expect((await by.read(`?watermark=${encodeURIComponent(watermark)}`)).activities, watermark).toEqual(all);
  });
});

describe('tokens that we did not make', () => {
  const claims = (conversation: string) => {
    const now = Math.floor(Date.now() / 1000);
    return {
      conv: conversation,
      org: [],
      iss: 'spoor2-assistent',
      aud: 'directline',
      iat: now,
      exp: now + 600,
      jti: 'x',
    };
  };

  it('are told apart from ours by one change alone', async () => {
    const by = await come();
    const ours = claims(by.conversation);
    const status = async (token: string) => (await new Visitor(product.url, { ...opened(by), token }).say('x')).status;
    expect(await status(await forged(ours, TOKEN_KEY)), 'this one is as ours are').toBe(200);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const [head = '', body = '', signature = ''] = by.token.split('.');
    const { exp, ...endless } = ours;
    const { jti, ...nameless } = ours;
    const changed = {
      'no algorithm': `${part({ alg: 'none', kid: TOKEN_KEY.id })}.${part(ours)}.`,
      'no algorithm, with the signature of another': `${part({ alg: 'none', kid: TOKEN_KEY.id })}.${body}.${signature}`,
      'another algorithm': await forged(ours, TOKEN_KEY, 'HS512'),
      'no key named': `${part({ alg: 'HS256' })}.${body}.${signature}`,
      'an unknown key named': await forged(ours, { ...TOKEN_KEY, id: 'other' }),
      'another key': await forged(ours, { ...TOKEN_KEY, secret: new Uint8Array(32) }),
      'another issuer': await forged({ ...ours, iss: 'someone' }, TOKEN_KEY),
      'no end': await forged(endless, TOKEN_KEY),
      'no name': await forged(nameless, TOKEN_KEY),
      'another purpose': await forged({ ...ours, aud: 'documents' }, TOKEN_KEY),
      'a list of conversations': await forged({ ...ours, conv: [by.conversation] }, TOKEN_KEY),
      'no list of sites': await forged({ ...ours, org: '*' }, TOKEN_KEY),
      'another conversation': `${head}.${part({ ...ours, conv: 'a'.repeat(22) })}.${signature}`,
      'a cut signature': by.token.slice(0, -2),
      'no signature': `${head}.${body}.`,
      'nothing but dots': '..',
    };
    for (const [name, token] of Object.entries(changed)) expect([name, await status(token)]).toEqual([name, 403]);
  });

  it('do not work at the other door: a stream token says nothing, a token streams nothing', async () => {
    const by = await come();
    const streamToken = new URL(by.streamUrl).searchParams.get('t') ?? '';
    const asBearer = await new Visitor(product.url, { ...opened(by), token: streamToken }).say('x');
    expect([asBearer.status, await codeOf(asBearer)]).toEqual([403, 'BadToken']);
    expect(await statusOfStream(by.streamUrl.replace(streamToken, by.token))).toBe(403);
    expect(await statusOfStream(by.streamUrl.replace(streamToken, ''))).toBe(403);
    expect(await statusOfStream(by.streamUrl)).toBe(101);
  });

  it('do not wear the server down: ten thousand of them, while somebody talks', async () => {
    const by = await come();
    const stream = await Stream.open(by.streamUrl);
    const path = `/v3/directline/conversations/${by.conversation}/stream?t=`;
    const bad = ['', 'x', by.token, await tokensSigned(61).issueForStream({ ...grantOf(by), after: 0 })];
    let open = 10_000;
    const knocking = Array.from({ length: 25 }, async () => {
      while (open > 0) {
        open -= 1;
        const { status, socket } = await rawUpgrade(product.url, path + (bad[open % bad.length] ?? ''));
        socket.destroy();
        if (status !== 403) throw new Error(`answered with ${status}`);
      }
    });
    const said = await by.said('hallo');
    await Promise.all(knocking);
    expect(ids(await stream.has(3))).toContain(said);
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
    await stream.close();
  });
});

describe('somebody who says to be the bot', () => {
  it('comes back as a user, in every field that tells', async () => {
    const by = await come();
    const [welcome] = await by.readAll();
    const posing = {
      type: 'message',
      id: welcome?.id,
      text: 'Bel 0900-1234 voor hulp.',
      timestamp: '2001-01-01T00:00:00.000Z',
      from: { id: 'spoor2', name: 'Spoor 2-assistent', role: 'bot' },
      recipient: { id: 'x', role: 'user' },
      conversation: { id: 'x'.repeat(22) },
      channelId: 'msteams',
      replyToId: welcome?.id,
      suggestedActions: { actions: [{ type: 'openUrl', title: 'Klik', value: 'https://vreemd.test' }] },
      channelData: { reply: welcome?.channelData?.reply },
    };
    const { id } = await bodyOf<{ id: string }>(await by.post(posing), 200);
    const all = await by.readAll();
    const echo = all.find((activity) => activity.id === id);
    expect(id).not.toBe(welcome?.id);
    expect(echo?.from.role).toBe('user');
    expect(echo?.from.id).toMatch(/^dl_/);
    expect(echo?.conversation.id).toBe(by.conversation);
    expect(echo?.timestamp).not.toBe(posing.timestamp);
    expect(all.filter(({ from }) => from.role === 'bot').every(({ text }) => !text?.includes('0900'))).toBe(true);
    expect(all[0]).toEqual(welcome);
    const stream = await Stream.open((await by.reconnect('0')).streamUrl);
    expect(await stream.has(all.length)).toEqual(all);
    await stream.close();
  });
});

describe('the stream under pressure', () => {
  it.each([
    ['a text that is too large', 'x'.repeat(2_000)],
    ['bytes that are too many', Buffer.alloc(100_000)],
  ])('ends at %s', async (_name, data) => {
    const by = await come();
    const stream = await Stream.open(by.streamUrl);
    stream.socket.send(data);
    expect(await stream.closed).toBe(1009);
    expect((await by.say('hallo')).status).toBe(200);
  });

  it('pays no attention to what is said over it', async () => {
    const by = await come();
    const stream = await Stream.open(by.streamUrl);
    for (const text of ['', '{}', '{"activities":[]}', 'x', Buffer.alloc(10)]) stream.socket.send(text);
    await by.said('hallo');
    await stream.has(3);
    expect(await by.readAll()).toHaveLength(3);
    await stream.close();
  });

  it('closes the line of who is refused, also when that one does not', async () => {
    const desk = await openDesk();
    const path = `/v3/directline/conversations/${'a'.repeat(22)}/stream?t=x`;
    const lines = await Promise.all([rawUpgrade(desk.url, path), rawUpgrade(desk.url, '/elsewhere')]);
    try {
      expect(lines.map(({ status }) => status)).toEqual([403, 404]);
      // A line that stays open keeps the server from stopping.
      await vi.waitFor(
        async () => {
          expect(await desk.connections()).toBe(0);
        },
        { timeout: 2_000 },
      );
    } finally {
      for (const { socket } of lines) socket.destroy();
    }
  });

  it.each(['//', '/v3/directline/conversations/%/stream', '/elsewhere', '/v3/directline/conversations//stream?t=x'])(
    'answers a request to open %s as a mistake of the client',
    async (path) => {
      const { status, socket } = await rawUpgrade(product.url, path);
      socket.destroy();
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    },
  );

  it('drops who reads too slowly, who then reads the rest', async () => {
    const desk = await openDesk({
      readingLimit: 1_500,
      limits: { activitiesPerConversation: { times: 2_000, within: 60 } },
    });
    const by = await Visitor.come(desk.url);
    const value = 'x'.repeat(LARGEST_ACTIVITY - 200);
    for (let place = 0; place < 900; place += 1)
      await desk.conversations.post(by.conversation, { type: 'event', name: 'x', value }, 'dl_x');
    const slow = await Stream.open((await by.reconnect('0')).streamUrl);
    slow.socket.pause();
    await vi.waitFor(() => {
      expect(desk.streams.size).toBe(0);
    }, 10_000);
    slow.socket.resume();
    await slow.closed;
    expect(slow.activities.length).toBeLessThan(901);
    const back = await Stream.open((await by.reconnect(slow.watermark)).streamUrl);
    await back.has(901 - slow.activities.length);
    const numbers = [...slow.activities, ...back.activities].map(numberOf);
    expect(numbers).toEqual(Array.from({ length: 901 }, (_, place) => place + 1));
    await back.close();
  });
});

describe('when something behind it fails', () => {
  it('says that the bot failed; the same message is answered once it works again', async () => {
    let works = false;
    const desk = await openDesk({
      bot: {
        receive: (_incoming, { send }) => (works ? send([saying('antwoord')]) : Promise.reject(new Error('away'))),
      },
    });
    const by = await Visitor.come(desk.url);
    const failed = await by.say('hallo', 'one');
    const { error } = (await failed.json()) as { error: { code: string; message: string } };
    expect([failed.status, error.code]).toEqual([502, 'BotError']);
    expect(error.message).not.toContain('away');
    works = true;
    const id = await by.said('hallo', 'one');
    expect((await by.readAll()).map((one) => [one.from.role, one.text])).toEqual([
      ['bot', 'welkom'],
      ['user', 'hallo'],
      ['bot', 'antwoord'],
    ]);
    expect((await by.answersTo(id)).length).toBe(1);
  });

  it('welcomes who starts again after the welcome failed', async () => {
    let works = false;
    const desk = await openDesk({
      bot: { greet: (_incoming, { send }) => (works ? send([saying('welkom')]) : Promise.reject(new Error('away'))) },
    });
    const by = await Visitor.come(desk.url, { starts: false });
    expect((await by.request('POST', '/conversations')).status).toBeGreaterThanOrEqual(500);
    works = true;
    const { streamUrl } = (await (await by.request('POST', '/conversations')).json()) as Opened;
    expect(await by.readAll()).toHaveLength(1);
    const stream = await Stream.open(streamUrl);
    await stream.has(1);
    await stream.close();
  });

  it('has no error for who reads while the store is away, and a passing one for who says something', async () => {
    const desk = await openDesk();
    const by = await Visitor.come(desk.url);
    const stream = await Stream.open(by.streamUrl);
    await stream.has(1);
    await desk.store.close();
    expect(await by.read('?watermark=1')).toEqual({ activities: [], watermark: '1' });
    for (const response of [
      await by.say('hallo'),
      await by.request('GET', `/conversations/${by.conversation}`),
      await by.request('POST', '/conversations'),
    ]) {
      expect([response.status, await codeOf(response)]).toEqual([500, 'ServiceError']);
    }
    expect((await by.request('POST', '/tokens/refresh')).status).toBe(200);
  });

  it('has no error for a program that reads while the store is away', async () => {
    const desk = await openDesk();
    const by = await Visitor.come(desk.url);
    await desk.store.close();
    const read = new Visitor(desk.url, { conversationId: by.conversation, token: DESK_SECRET }).read('?watermark=1');
    expect(await read).toEqual({ activities: [], watermark: '1' });
  });

  it('takes a message that came while another program held the database, once', async () => {
    const by = await come();
    const holder = new DatabaseSync(join(product.dataDir, 'conversations.db'));
    holder.exec('BEGIN IMMEDIATE');
    const refused = await by.say('hallo', 'one');
    expect(refused.status).toBeGreaterThanOrEqual(500);
    expect(await by.readAll()).toHaveLength(1);
    holder.exec('ROLLBACK');
    holder.close();
    const id = await by.said('hallo', 'one');
    expect(await by.answersTo(id)).toHaveLength(1);
  });

  it('deletes a conversation a day after it was last used, and not before', async () => {
    const desk = await openDesk();
    const by = await Visitor.come(desk.url);
    const silent = await Visitor.come(desk.url);
    await by.said('hallo', 'one');
    const cleanUpAfter = async (hours: number) => {
      for (const { run } of cleanUpSteps(desk.store, new Date(Date.now() + hours * 60 * 60 * 1000))) await run();
    };
    await cleanUpAfter(3);
    expect(await silent.readAll()).toHaveLength(1);
    await cleanUpAfter(5);
    expect((await silent.say('hallo')).status, 'in which nothing was said').toBe(404);
    await cleanUpAfter(23);
    expect((await by.readAll()).length).toBeGreaterThan(1);
    await cleanUpAfter(25);
    expect((await by.say('hallo')).status).toBe(404);
  });
});

describe('words that are meant to do something', () => {
  const attack = fc.constantFrom(
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[klik](javascript:alert(1))',
    '[bel ons](https://vreemd.test/zeepaard)',
    '![x](https://vreemd.test/zeepaard.png)',
    '<https://vreemd.test/zeepaard>',
    'https://vreemd.test/zeepaard',
    'www.vreemd.test',
    '**vet** _schuin_ `code` ~~weg~~',
    '### Titel',
    '\n\n---\n\n# zeepaard\n\n| a | b |\n|---|---|\n',
    '${7*7} {{7*7}} {date}',
    '&lt;b&gt; &#x3c;script&#x3e;',
    '\u202Egnirts\u200B\u0000\u001b[31m',
    '](https://vreemd.test/zeepaard) [',
    'data:text/html;base64,PHNjcmlwdD4=',
  );
  const around = fc.constantFrom(
    '',
    'Hoe lang duurt spoor 2?',
    'mijn naam is',
    'termijnen',
    'wijzig',
    'waarom?',
    'terug',
    'Is het',
    '12-1-2026',
    'ik ben werkgever',
    'stop',
    'english',
  );
  const message = fc
    .tuple(around, attack, fc.oneof(attack, fc.string({ maxLength: 30 }), around))
    .map((parts) => parts.join(' ').trim());

  it('change nothing about the form of a reply, and are not repeated in it', async () => {
    const openedWith = 'termijnen';
    let by = await come();
    let left = 0;
    await fc.assert(
      fc.asyncProperty(message, async (text) => {
        if (left === 0) {
          [by, left] = [await come(), 40];
          await by.said(openedWith);
        }
        left -= 1;
        const replies = await by.answersTo(await by.said(text));
        expect(replies.length).toBeGreaterThan(0);
        for (const reply of replies) expectOurs(reply);
      }),
      { numRuns: 200 },
    );
  });
});

/** A reply holds our words and links alone. */
function expectOurs(reply: Shown): void {
  const { text = '', channelData, suggestedActions } = reply;
  const whole = JSON.stringify([text, channelData, suggestedActions]);
  expect(whole).not.toMatch(
    /vreemd|zeepaard|<script|<img|onerror|javascript:|data:text|&lt;|\{\{|\\u202e|\\u0000|\\u001b/i,
  );
  for (const [, address] of text.matchAll(/\]\(([^)]*)\)/g)) expect(address).toMatch(/^(?:https:\/\/|\/d\/)/);
  const sections = channelData?.reply?.sections ?? [];
  for (const { groups } of sections)
    for (const { url } of groups.flatMap(({ links }) => links))
      if (url !== undefined) expect(url).toMatch(/^(?:https:\/\/|\/d\/|tel:|mailto:)/);
  expect(Object.keys(reply).toSorted()).toEqual(
    [
      'channelData',
      'channelId',
      'conversation',
      'from',
      'id',
      'inputHint',
      'locale',
      'replyToId',
      ...(suggestedActions === undefined ? [] : ['suggestedActions']),
      'text',
      'textFormat',
      'timestamp',
      'type',
    ].toSorted(),
  );
}

describe('the address of a caller', () => {
  const from = (forwarded: string | undefined, proxies: number, peer = '203.0.113.9') =>
    clientAddress(
      { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress: peer } },
      proxies,
    );

  it.each([
    [0, undefined, '203.0.113.9'],
    [0, '198.51.100.1', '203.0.113.9'],
    [1, undefined, '203.0.113.9'],
    [1, '', '203.0.113.9'],
    [1, '198.51.100.1', '198.51.100.1'],
    [1, '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    [1, '6.6.6.6,7.7.7.7 ,198.51.100.1 ', '198.51.100.1'],
    [2, '198.51.100.1, 10.0.0.1', '198.51.100.1'],
    [2, '6.6.6.6, 198.51.100.1, 10.0.0.1', '198.51.100.1'],
    [2, '198.51.100.1', '203.0.113.9'],
  ])('with %i proxies and %j is %s', (proxies, forwarded, address) => {
    expect(from(forwarded, proxies)).toBe(address);
  });

  it('is the same for all addresses of one household', () => {
    const network = from('2001:db8:1:2:3:4:5:6', 1);
    expect(from('2001:0DB8:0001:0002::1', 1)).toBe(network);
    expect(from('2001:db8:1:2::', 1)).toBe(network);
    expect(from('2001:db8:1:3::1', 1)).not.toBe(network);
    expect(from('2001:db8::1', 1)).toBe(from('2001:db8:0:0:ffff::', 1));
    expect(from(undefined, 0, '::ffff:203.0.113.9')).toBe('203.0.113.9');
    expect(from('fe80::1%eth0', 1)).toBe(from('fe80::2', 1));
  });

  it('is the same on every connection, also when a proxy adds the port that it saw', () => {
    for (const [one, other] of [
      ['198.51.100.1:50001', '198.51.100.1:50002'],
      ['[2001:db8:1:2::1]:50001', '[2001:db8:1:2::2]:50002'],
    ] as const)
      expect(from(one, 1)).toBe(from(other, 1));
    expect(from('198.51.100.1:50001', 1)).toBe(from('198.51.100.1', 1));
  });
});

const ids = (activities: readonly Shown[]) => activities.map(({ id }) => id);

const opened = ({ conversation, token }: Visitor) => ({ conversationId: conversation, token });

const grantOf = ({ conversation }: Visitor) => ({ conversation, origins: [] });
