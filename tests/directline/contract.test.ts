import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { Product } from '../support/product.ts';
import { DataFolder } from './data-folder.ts';
import { SIGNING_KEYS, TOKEN_KEY_BEFORE, tokensSigned } from './keys.ts';
import { statusOfStream, Stream } from './stream.ts';
import { bodyOf, numberOf, Visitor, type Opened, type Shown } from './visitor.ts';

const BUREAU = 'https://www.bureau.test';
const OTHER = 'https://ander.test';
const STRANGER = 'https://vreemd.test';
const SECRET = 'the-secret-of-a-program-of-the-bureau';
const SECRET_BEFORE = 'the-secret-that-was-used-before-this-one';
const ENV = {
  SIGNING_KEYS,
  ALLOWED_ORIGINS: `${BUREAU},${OTHER}`,
  DIRECTLINE_SECRET: `${SECRET},${SECRET_BEFORE}`,
  PUBLIC_URL: 'https://spoor2.test',
};

const DAY = 24 * 60 * 60;

let product: Product;
let data: DataFolder;

beforeAll(async () => {
  product = await Product.start(ENV);
  data = new DataFolder(product.dataDir);
});

afterAll(() => product.remove());

const come = (coming?: Parameters<typeof Visitor.come>[1]) => Visitor.come(product.url, coming);
const program = () => new Visitor(product.url, { token: SECRET });
const widgetToken = (body: unknown, headers?: Record<string, string>) => product.post('/widget/token', body, headers);

async function expectError(response: Response, status: number, code: string): Promise<void> {
  const body = (await response.json()) as { error: { code: string; message: string } };
  expect([response.status, body.error.code]).toEqual([status, code]);
  expect(Object.keys(body)).toEqual(['error']);
  expect(body.error.message).toMatch(/\w/);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
}

const ids = (activities: readonly Shown[]) => activities.map(({ id }) => id);

describe('POST /widget/token', () => {
  it.each([['{}'], [''], [' '], ['{"level":"en"}']])('gives a token for a new conversation: %j', async (body) => {
    const [one, other] = await Promise.all([widgetToken(body), widgetToken(body)]).then((responses) =>
      Promise.all(responses.map((response) => bodyOf<Opened>(response, 200))),
    );
    expect(one).toEqual({
      token: expect.any(String) as string,
      conversationId: one?.conversationId,
      expires_in: 1_800,
    });
    expect(one?.conversationId).toMatch(/^[\w-]{22}$/);
    expect(other?.conversationId).not.toBe(one?.conversationId);
  });

  it.each([['{"level":"C2"}'], ['{"resume":1}'], ['{'], ['[]'], ['null']])('refuses %j', async (body) => {
    await expectError(await widgetToken(body), 400, 'BadArgument');
  });

  it('goes on with the same conversation and the same person, also after a day without a token', async () => {
    const by = await come();
    const [{ from }] = await sayAndSee(by, 'hallo');
    const grant = { conversation: by.conversation, user: from.id, origins: [] };
    for (const seconds of [0, 1_801, DAY]) {
      const resume = await tokensSigned(seconds).issue(grant);
      const resumed = await come({ asks: { resume }, starts: false });
      expect(resumed.conversation).toBe(by.conversation);
      expect((await sayAndSee(resumed, 'hallo'))[0].from).toEqual(from);
    }
  });

  it('does not go on with what is gone, too old, for something else, or not ours', async () => {
    const by = await come();
    const grant = { conversation: by.conversation, origins: [] };
    const neverStarted = (await come({ starts: false })).token;
    const tooOld = await tokensSigned(1_800 + DAY + 60).issue(grant);
    const ofStream = await tokensSigned(0).issueForStream({ ...grant, after: 0 });
    for (const resume of [neverStarted, tooOld, ofStream, SECRET, 'x', ''])
      await expectError(await widgetToken({ resume }), 404, 'ConversationNotFound');
  });

  it('gives a token to the page that it was for, and to no other', async () => {
    const by = await come({ headers: { origin: BUREAU } });
    await expectError(await widgetToken({ resume: by.token }, { origin: OTHER }), 403, 'OriginNotAllowed');
    expect((await widgetToken({ resume: by.token }, { origin: BUREAU })).status).toBe(200);
  });
});

describe('POST /tokens/generate', () => {
  const generate = (by: Visitor, body?: unknown, headers?: Record<string, string>) =>
    by.request('POST', '/tokens/generate', body, headers);

  it('makes a token for a person, without starting anything', async () => {
    const made = await bodyOf<Opened>(await generate(program(), { user: { id: 'dl_1', name: 'A' } }), 200);
    expect(made).toEqual({
      token: expect.any(String) as string,
      conversationId: expect.any(String) as string,
      expires_in: 1_800,
    });
    const by = new Visitor(product.url, made);
    await expectError(
      await by.request('GET', `/conversations/${by.conversation}/activities`),
      404,
      'ConversationNotFound',
    );
    await by.start();
    expect((await sayAndSee(by, 'hallo'))[0].from).toEqual({ id: 'dl_1', role: 'user' });
  });

  it.each([undefined, 'application/json', 'text/plain', 'application/x-www-form-urlencoded'])(
    'takes an empty body of type %s',
    async (type) => {
      const headers = type === undefined ? {} : { 'content-type': type };
      expect((await generate(program(), undefined, headers)).status).toBe(200);
    },
  );

  it('takes the secret before this one too, and nothing else', async () => {
    expect((await generate(new Visitor(product.url, { token: SECRET_BEFORE }))).status).toBe(200);
    await expectError(await generate(await come()), 403, 'Forbidden');
    await expectError(await generate(new Visitor(product.url, { token: `${SECRET}x` })), 403, 'BadToken');
    for (const authorization of ['', 'Bearer', 'Bearer ', `Basic ${SECRET}`, SECRET, `Bearer ${SECRET} x`])
      await expectError(await generate(program(), undefined, { authorization }), 401, 'Unauthorized');
  });

  it.each([
    [{ user: { id: 'me' } }],
    [{ user: { id: 7 } }],
    [{ user: 'dl_1' }],
    [{ trustedOrigins: 'https://x.test' }],
    [[]],
  ])('refuses %j', async (body) => {
    await expectError(await generate(program(), body), 400, 'BadArgument');
  });

  it('has a secret that a program can send', () => {
    // Only these characters can stand in "Authorization: Bearer ..." (RFC 6750).
    for (const secret of ['a secret with spaces in it, at least 32 characters', 'p@ssw0rd!'.repeat(4)])
      expect(() => readConfig({ DIRECTLINE_SECRET: secret })).toThrow('DIRECTLINE_SECRET');
  });
});

describe('POST /tokens/refresh', () => {
  const refresh = (token: string, headers?: Record<string, string>) =>
    new Visitor(product.url, { token }).request('POST', '/tokens/refresh', undefined, headers);

  it('gives another token for the same conversation, again and again; the one before works on', async () => {
    const by = await come();
    let { token } = by;
    for (let times = 0; times < 5; times += 1) {
      const next = await bodyOf<Opened>(await refresh(token), 200);
      expect(next).toEqual({ token: next.token, conversationId: by.conversation, expires_in: 1_800 });
      expect(next.token).not.toBe(token);
      ({ token } = next);
    }
    expect((await by.say('hallo')).status).toBe(200);
  });

  it.each(['application/json', 'text/plain', 'application/octet-stream'])(
    'takes an empty body of type %s',
    async (type) => {
      expect((await refresh((await come()).token, { 'content-type': type })).status).toBe(200);
    },
  );

  it('refuses an expired token, a secret, and what is no token', async () => {
    const { conversation } = await come();
    const expired = await tokensSigned(1_801).issue({ conversation, origins: [] });
    await expectError(await refresh(expired), 403, 'TokenExpired');
    await expectError(await refresh(SECRET), 403, 'BadToken');
    await expectError(await refresh('x'), 403, 'BadToken');
    await expectError(await refresh(''), 401, 'Unauthorized');
  });

  it('knows a token that was signed with the key before this one', async () => {
    const { conversation } = await come();
    expect(
      (await refresh(await tokensSigned(1_700, TOKEN_KEY_BEFORE).issue({ conversation, origins: [] }))).status,
    ).toBe(200);
  });
});

describe('POST /conversations', () => {
  it('starts a conversation once: 201, and 200 after that', async () => {
    const by = await come({ starts: false });
    const first = await by.start();
    expect(first).toEqual({
      conversationId: by.conversation,
      token: expect.any(String) as string,
      expires_in: 1_800,
      streamUrl: expect.stringContaining(`/v3/directline/conversations/${by.conversation}/stream?t=`) as string,
    });
    const again = await bodyOf<Opened>(await by.request('POST', '/conversations'), 200);
    expect(Object.keys(again)).toEqual(Object.keys(first));
    expect(again.conversationId).toBe(first.conversationId);
    expect(await by.readAll()).toHaveLength(1);
  });

  it('starts it once when it is asked three times at the same time', async () => {
    const by = await come({ starts: false });
    const responses = await Promise.all([1, 2, 3].map(() => by.request('POST', '/conversations')));
    expect(responses.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 200, 201]);
    expect(await by.readAll()).toHaveLength(1);
  });

  it.each(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])(
    'takes an empty body of type %s',
    async (type) => {
      const by = await come({ starts: false });
      const response = await by.request('POST', '/conversations', undefined, { 'content-type': type });
      expect(response.status).toBe(201);
    },
  );

  it.each([
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['nl-BE', 'nl-B1'],
    ['ende', 'nl-B1'],
    ['', 'nl-B1'],
  ])('welcomes in the language of locale %j', async (locale, level) => {
    const by = await come({ starts: false });
    await by.start({ locale });
    expect((await by.readAll())[0]?.channelData?.reply?.level).toBe(level);
  });

  it('refuses a locale that is no text, an expired token and no token', async () => {
    const by = await come({ starts: false });
    await expectError(await by.request('POST', '/conversations', { locale: 1 }), 400, 'BadArgument');
    await expectError(await by.request('POST', '/conversations', '{'), 400, 'BadArgument');
    const expired = await tokensSigned(1_801).issue({ conversation: by.conversation, origins: [] });
    const start = (authorization: string) => by.request('POST', '/conversations', undefined, { authorization });
    await expectError(await start(`Bearer ${expired}`), 403, 'TokenExpired');
    await expectError(await start(''), 401, 'Unauthorized');
  });

  it('starts a conversation for a program each time, with the person and the sites that it names', async () => {
    const started = await bodyOf<Opened>(
      await program().request('POST', '/conversations', { user: { id: 'dl_7' }, trustedOrigins: [OTHER] }),
      201,
    );
    const elsewhere = new Visitor(product.url, started, { origin: BUREAU });
    await expectError(await elsewhere.say('hallo'), 403, 'OriginNotAllowed');
    const by = new Visitor(product.url, started, { origin: OTHER });
    expect((await sayAndSee(by, 'hallo'))[0].from.id).toBe('dl_7');
    const other = await bodyOf<Opened>(await program().request('POST', '/conversations'), 201);
    expect(other.conversationId).not.toBe(started.conversationId);
    const withSecret = new Visitor(product.url, { ...other, token: SECRET });
    expect((await sayAndSee(withSecret, 'hallo'))[0].from).toEqual({ id: 'user', role: 'user' });
  });

  it('gives the address of the stream as the client can reach it', async () => {
    const { token } = await come({ starts: false });
    expect((await requestAs('spoor2.test', { token })).streamUrl).toMatch(/^wss:\/\/spoor2\.test\/v3\//);
    expect((await requestAs('elders.test:8080', { token })).streamUrl).toMatch(/^ws:\/\/elders\.test:8080\/v3\//);
    const bound = await come({ headers: { origin: BUREAU }, starts: false });
    expect((await requestAs('elders.test', bound, BUREAU)).streamUrl).toMatch(/^wss:\/\/elders\.test\/v3\//);
  });
});

describe('GET /conversations/ID', () => {
  it('streams again: everything after a watermark, or only what is new', async () => {
    const by = await come();
    await by.said('een');
    const cases: [watermark: string | undefined, first: number][] = [
      [undefined, 4],
      ['', 1],
      ['null', 1],
      ['0', 1],
      ['2', 3],
      ['garbage', 1],
    ];
    for (const [watermark, first] of cases) {
      const opened = await by.reconnect(watermark);
      expect(opened).toMatchObject({ conversationId: by.conversation, token: expect.any(String) as string });
      const stream = await Stream.open(opened.streamUrl);
      if (first < 4) expect(ids(await stream.has(4 - first))).toEqual(ids(await by.readAll(String(first - 1))));
      expect(stream.activities).toHaveLength(4 - first);
      await stream.close();
    }
    const stream = await Stream.open((await by.reconnect()).streamUrl);
    const id = await by.said('twee');
    expect((await stream.has(2))[0]?.id).toBe(id);
    await stream.close();
  });

  it('knows no conversation of others, and none that is gone', async () => {
    const by = await come();
    const { conversation } = await come();
    await expectError(await by.request('GET', `/conversations/${conversation}`), 403, 'Forbidden');
    await expectError(
      await program().request('GET', '/conversations/aaaaaaaaaaaaaaaaaaaaaa'),
      404,
      'ConversationNotFound',
    );
    data.run('DELETE FROM logged_conversation WHERE conversation = ?', by.conversation);
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/activities'],
      ['POST', '/activities'],
    ] as const) {
      const body = method === 'POST' ? { type: 'message', text: 'hallo' } : undefined;
      const response = await by.request(method, `/conversations/${by.conversation}${path}`, body);
      await expectError(response, 404, 'ConversationNotFound');
    }
  });
});

describe('GET /conversations/ID/activities', () => {
  it('pages until nothing comes; a watermark that is sent again gives the same again', async () => {
    const by = await come();
    for (let place = 0; place < 30; place += 1) await by.said(`hallo ${place}`);
    const all = await by.readAll();
    expect(all.map(numberOf)).toEqual(Array.from({ length: 61 }, (_, place) => place + 1));
    expect(new Set(ids(all)).size).toBe(61);
    const page = await by.read('?watermark=7');
    expect(page.activities.length).toBeLessThan(54);
    expect(await by.read('?watermark=7')).toEqual(page);
    expect(await by.read(`?watermark=${page.watermark}`)).not.toEqual(page);
    expect(await by.read('?watermark=61')).toEqual({ activities: [], watermark: '61' });
  });

  it.each(['', '?watermark=', '?watermark=null', '?watermark=undefined', '?watermark=x', '?watermark=-1', '?other=3'])(
    'begins at the start: %j',
    async (query) => {
      const by = await come();
      const { activities, watermark } = await by.read(query);
      expect(ids(activities)).toEqual([`${by.conversation}|0000001`]);
      expect(watermark).toBe('1');
    },
  );

  it('has numbers as text for watermarks, and activities with what a client needs', async () => {
    const by = await come();
    const id = await by.said('mag ik spoor 2 weigeren?');
    const { activities, watermark } = await by.read();
    expect(watermark).toBe('3');
    const base = {
      type: 'message',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      conversation: { id: by.conversation },
      channelId: 'directline',
    };
    expect(activities[1]).toMatchObject({ ...base, id, text: 'mag ik spoor 2 weigeren?', from: { role: 'user' } });
    expect(activities[2]).toMatchObject({
      ...base,
      id: `${by.conversation}|0000003`,
      replyToId: id,
      from: { role: 'bot', id: 'spoor2' },
      channelData: { reply: { level: 'nl-B1', choices: { numbered: true } } },
    });
    expect(activities[2]).not.toHaveProperty('topics');
  });

  it('asks who wants to know', async () => {
    const by = await come();
    const path = `/conversations/${by.conversation}/activities`;
    const expired = await tokensSigned(1_801).issue({ conversation: by.conversation, origins: [] });
    const read = (authorization: string) => by.request('GET', path, undefined, { authorization });
    await expectError(await read(`Bearer ${expired}`), 403, 'TokenExpired');
    await expectError(await read('Bearer x'), 403, 'BadToken');
    await expectError(await read(''), 401, 'Unauthorized');
    expect((await read(`Bearer ${SECRET}`)).status).toBe(200);
  });
});

describe('POST /conversations/ID/activities', () => {
  it('hands back what the client said, with its channelData as it was', async () => {
    const by = await come();
    const channelData = { clientActivityID: 'x', n: 1.5, deep: { list: [null, true, ''] }, reply: { level: 'en' } };
    const more = { locale: 'nl-NL', textFormat: 'plain', entities: [{ type: 'ClientCapabilities' }] };
    const { id } = await bodyOf<{ id: string }>(
      await by.post({ type: 'message', text: 'hallo', from: { id: 'me' }, channelData, ...more }),
      200,
    );
    const echo = (await by.readAll()).find((activity) => activity.id === id);
    expect(echo).toMatchObject(more);
    expect(echo?.channelData).toEqual(channelData);
  });

  it('is the same message when it comes again: after each other and at the same time', async () => {
    const by = await come();
    for (const send of [
      async () => [await by.said('hoi', 'one'), await by.said('hoi', 'one'), await by.said('hoi', 'one')],
      () => Promise.all([1, 2, 3].map(() => by.said('hoi', 'other'))),
    ]) {
      const [id, ...others] = await send();
      expect(others).toEqual([id, id]);
      expect(await by.answersTo(id ?? '')).toHaveLength(1);
    }
    expect(await by.readAll()).toHaveLength(5);
  });

  it('is another message in another conversation, or under another name', async () => {
    const [one, other] = [await come(), await come()];
    expect(await one.said('hoi', 'same')).not.toBe(await other.said('hoi', 'same'));
    expect(await one.said('hoi', 'next')).not.toBe(await one.said('hoi', 'third'));
    expect(await one.readAll()).toHaveLength(7);
  });

  it('is a message of its own, however the client names it', async () => {
    const by = await come();
    const [welcome] = await by.readAll();
    for (const name of ['start reply 0', 'start', `${by.conversation}|0000001`])
      expect(await by.said('hallo', name)).not.toBe(welcome?.id);
    expect(await by.readAll()).toHaveLength(7);
  });

  it('keeps the order in which messages came, whatever comes at the same time', async () => {
    const by = await come();
    const said = await Promise.all(Array.from({ length: 20 }, (_, place) => by.said(`hoi ${place}`)));
    const all = await by.readAll();
    expect(all).toHaveLength(41);
    for (const [place, id] of said.entries()) {
      const [echo, answer] = [all.find((one) => one.id === id), all.find((one) => one.replyToId === id)];
      expect(echo?.text).toBe(`hoi ${place}`);
      expect(numberOf(answer ?? { id: '' })).toBeGreaterThan(numberOf(echo ?? { id: '' }));
    }
  });

  it('takes what it does not know, and does not keep a typing sign', async () => {
    const by = await come();
    for (const type of ['typing', 'messageReaction', 'contactRelationUpdate', 'invoke'])
      expect((await by.post({ type, from: { id: 'me' } })).status).toBe(200);
    expect((await by.post({ type: 'event', name: 'webchat/join', value: { language: 'nl' } })).status).toBe(200);
    expect((await by.readAll()).map(({ type }) => type)).toEqual(['message', 'event']);
  });

  it.each([
    ['{', 'application/json', 400, 'BadArgument'],
    ['', 'application/json', 400, 'BadArgument'],
    ['[]', 'application/json', 400, 'BadArgument'],
    ['{"text":"hallo"}', 'application/json', 400, 'BadArgument'],
    ['{"type":"message","text":7}', 'application/json', 400, 'BadArgument'],
    ['{"type":"message","from":"me"}', 'application/json', 400, 'BadArgument'],
    ['{"type":"message","channelData":{"clientActivityID":7}}', 'application/json', 400, 'BadArgument'],
    ['{"type":"message","text":"hallo"}', 'text/plain', 415, 'UnsupportedMediaType'],
  ])('refuses %j as %s', async (body, type, status, code) => {
    const by = await come();
    const path = `/conversations/${by.conversation}/activities`;
    await expectError(await by.request('POST', path, body, { 'content-type': type }), status, code);
    expect(await by.readAll()).toHaveLength(1);
  });

  it('takes no more after the end, but is read', async () => {
    const by = await come();
    await by.said('hallo');
    expect((await by.post({ type: 'endOfConversation', from: { id: 'me' } })).status).toBe(200);
    await expectError(await by.say('nog iets'), 400, 'ConversationEnded');
    expect(await by.readAll()).toHaveLength(4);
    const stream = await Stream.open((await by.reconnect('0')).streamUrl);
    await stream.has(4);
    await stream.close();
  });

  it('knows a message that it took before the end, also after it', async () => {
    const by = await come();
    const id = await by.said('hallo', 'before');
    await by.post({ type: 'endOfConversation', from: { id: 'me' } });
    expect(await by.said('hallo', 'before')).toBe(id);
  });
});

describe('what is not there', () => {
  it.each([
    ['POST', '/conversations/ID/upload?userId=u', 415, 'UnsupportedMediaType'],
    ['GET', '/conversations/ID/stream', 426, 'UpgradeRequired'],
    ['GET', '/session/getsessionid', 404, 'NotFound'],
    ['GET', '/conversations/ID/stream/multimodal', 404, 'NotFound'],
    ['GET', '', 404, 'NotFound'],
    ['GET', '/tokens/refresh', 405, 'MethodNotAllowed'],
    ['DELETE', '/conversations/ID', 405, 'MethodNotAllowed'],
    ['PUT', '/conversations/ID/activities/1', 404, 'NotFound'],
  ])('%s %s: %i', async (method, path, status, code) => {
    const by = await come();
    await expectError(await by.request(method, path.replace('ID', by.conversation)), status, code);
  });

  it('takes no file, in whichever form it comes', async () => {
    const by = await come();
    const form = new FormData();
    form.append('activity', new Blob(['{"type":"message"}'], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob(['x']), 'x.txt');
    for (const body of [form, new Blob(['x'], { type: 'image/png' })]) {
      const response = await fetch(`${product.url}/v3/directline/conversations/${by.conversation}/upload?userId=u`, {
        method: 'POST',
        headers: { authorization: `Bearer ${by.token}` },
        body,
      });
      await expectError(response, 415, 'UnsupportedMediaType');
    }
    expect((await by.say('hallo')).status).toBe(200);
  });
});

describe('the stream', () => {
  it('begins with what was said before it opened, and goes on with what comes', async () => {
    const by = await come();
    const before = await by.said('een');
    const stream = await Stream.open(by.streamUrl);
    await stream.has(3);
    stream.socket.send('');
    const after = await by.said('twee');
    await stream.has(5);
    expect(ids(stream.activities)).toEqual(ids(await by.readAll()));
    expect(ids(stream.activities)).toEqual(expect.arrayContaining([before, after]));
    expect(stream.watermark).toBe('5');
    await stream.close();
  });

  it('can be read by many at the same time, each from where it is', async () => {
    const by = await come();
    const streams = await Promise.all(
      [by.streamUrl, (await by.reconnect('0')).streamUrl, (await by.reconnect('0')).streamUrl].map((url) =>
        Stream.open(url),
      ),
    );
    await by.said('hallo');
    for (const stream of streams) expect(ids(await stream.has(3))).toEqual(ids(await by.readAll()));
    await Promise.all(streams.map((stream) => stream.close()));
  });

  it('opens once with an address', async () => {
    const by = await come();
    const statuses = await Promise.all([1, 2, 3].map(() => statusOfStream(by.streamUrl)));
    expect(statuses.toSorted((one, other) => one - other)).toEqual([101, 403, 403]);
    expect(await statusOfStream(by.streamUrl)).toBe(403);
  });

  it('opens for a minute with an address', async () => {
    const by = await come();
    const address = async (ago: number) => {
      const t = await tokensSigned(ago).issueForStream({ conversation: by.conversation, origins: [], after: 0 });
      return by.streamUrl.replace(/t=[^&]+/, `t=${t}`);
    };
    expect(await statusOfStream(await address(61))).toBe(403);
    expect(await statusOfStream(await address(50))).toBe(101);
  });

  it('opens from the site that its token is for, or from no site', async () => {
    const by = await come({ headers: { origin: BUREAU } });
    const address = async () => (await by.reconnect()).streamUrl.replace('wss:', 'ws:');
    expect(await statusOfStream(await address(), { origin: BUREAU })).toBe(101);
    expect(await statusOfStream(await address())).toBe(101);
    for (const origin of [OTHER, STRANGER, 'null', product.url])
      expect(await statusOfStream(await address(), { origin })).toBe(403);
  });
});

describe('pages of other sites', () => {
  const preflight = (path: string, origin: string) =>
    fetch(`${product.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent',
      },
    });

  it.each(['/widget/token', '/v3/directline/conversations', '/v3/directline/conversations/x/activities'])(
    'may ask %s beforehand when they are allowed',
    async (path) => {
      for (const origin of [BUREAU, OTHER, product.url, 'https://spoor2.test']) {
        const { status, headers } = await preflight(path, origin);
        expect(status).toBe(204);
        expect(headers.get('access-control-allow-origin')).toBe(origin);
        expect(headers.get('access-control-allow-methods')).toMatch(/GET.*POST/);
        expect(headers.get('access-control-allow-headers')).toMatch(/authorization.*content-type.*x-ms-bot-agent/);
        expect(headers.get('access-control-max-age')).toBe('600');
        expect(headers.get('access-control-allow-credentials')).toBeNull();
        expect(headers.get('vary')).toMatch(/\bOrigin\b/);
      }
      for (const origin of [
        STRANGER,
        'null',
        `${BUREAU}.evil.test`,
        BUREAU.replace('https', 'http'),
        `${BUREAU}:8443`,
      ]) {
        const { headers } = await preflight(path, origin);
        expect(headers.get('access-control-allow-origin')).toBeNull();
        expect(headers.get('vary')).toMatch(/\bOrigin\b/);
      }
    },
  );

  it('see their answers and our errors, and how long to wait', async () => {
    const by = await come({ headers: { origin: BUREAU } });
    const responses = [
      await by.say('hallo'),
      await by.post('{'),
      await by.request('GET', '/nowhere'),
      await by.request('GET', `/conversations/${by.conversation}`, undefined, { authorization: 'Bearer x' }),
      await by.request('PUT', `/conversations/${by.conversation}`),
    ];
    expect(responses.map(({ status }) => status)).toEqual([200, 400, 404, 403, 405]);
    for (const { headers } of responses) {
      expect(headers.get('access-control-allow-origin')).toBe(BUREAU);
      expect(headers.get('access-control-expose-headers')).toMatch(/retry-after/i);
      expect(headers.get('vary')).toMatch(/\bOrigin\b/);
    }
  });

  it.each([STRANGER, 'null', 'file://', 'x', `${BUREAU}/`])(
    'from %s get nothing, also with a token',
    async (origin) => {
      await expectError(await widgetToken('{}', { origin }), 403, 'OriginNotAllowed');
      const by = await come();
      const response = await by.request('GET', `/conversations/${by.conversation}`, undefined, { origin });
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      await expectError(response, 403, 'OriginNotAllowed');
    },
  );

  it('use their own tokens, not those of each other', async () => {
    const by = await come({ headers: { origin: BUREAU } });
    const paths = ['/tokens/refresh', '/conversations', `/conversations/${by.conversation}/activities`];
    for (const path of paths) {
      const stolen = await by.request('POST', path, { type: 'message', text: 'x' }, { origin: OTHER });
      await expectError(stolen, 403, 'OriginNotAllowed');
    }
    const fromNoPage = new Visitor(product.url, { conversationId: by.conversation, token: by.token });
    expect((await fromNoPage.say('hallo')).status).toBe(200);
  });

  it('do not talk to the other doors', async () => {
    const response = await product.post('/v1/ask', { question: 'x' }, { origin: BUREAU });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('whether an answer helped', () => {
  async function answer(): Promise<{ by: Visitor; id: string }> {
    const by = await come();
    const [, reply] = await sayAndSee(by, 'Hoe lang duurt spoor 2?');
    expect(reply?.channelData?.reply?.sections.map(({ rateable }) => rateable)).toEqual([true]);
    return { by, id: reply?.id ?? '' };
  }

  /** What a step adds to the votes on the topic of the answers. */
  async function added(step: () => Promise<unknown>): Promise<{ helpful: number; unhelpful: number }> {
    const count = async () => {
      const votes = (await data.votes()).filter(({ level }) => level === 'nl-B1');
      const sum = (verdict: 'helpful' | 'unhelpful') => votes.reduce((total, vote) => total + vote[verdict], 0);
      return { helpful: sum('helpful'), unhelpful: sum('unhelpful') };
    };
    const before = await count();
    await step();
    const after = await count();
    return { helpful: after.helpful - before.helpful, unhelpful: after.unhelpful - before.unhelpful };
  }

  it('counts once an answer, and the last word counts', async () => {
    const { by, id } = await answer();
    expect(await added(() => by.vote(id, 'helpful'))).toEqual({ helpful: 1, unhelpful: 0 });
    expect(await added(() => by.vote(id, 'helpful'))).toEqual({ helpful: 0, unhelpful: 0 });
    expect(await added(() => by.vote(id, 'unhelpful', 'last'))).toEqual({ helpful: -1, unhelpful: 1 });
    expect(await added(() => by.vote(id, 'unhelpful', 'last'))).toEqual({ helpful: 0, unhelpful: 0 });
  });

  it('counts a vote that comes again no more than once: what came after it stands', async () => {
    const { by, id } = await answer();
    await by.vote(id, 'helpful', 'first');
    await by.vote(id, 'unhelpful', 'second');
    expect(await added(() => by.vote(id, 'helpful', 'first'))).toEqual({ helpful: 0, unhelpful: 0 });
  });

  it('does not count votes on nothing, on other things, or of another kind', async () => {
    const { by, id } = await answer();
    const other = await answer();
    const question = await by.said('hallo');
    const votes = async () => {
      for (const to of ['', 'x', question, other.id, `${by.conversation}|0000001`, `${by.conversation}|9999999`])
        expect((await by.vote(to, 'helpful')).status).toBe(200);
      for (const verdict of ['great', 1, null, { helpful: true }])
        expect((await by.vote(id, verdict)).status).toBe(200);
    };
    expect(await added(votes)).toEqual({ helpful: 0, unhelpful: 0 });
  });

  it.each([[['woorden-van-een-ander']], [5], [[{}]]])(
    'counts votes on our answers, not on what a client calls an answer about %j',
    async (topics) => {
      const by = await come();
      const posing = {
        type: 'message',
        text: 'hallo',
        from: { id: 'spoor2', role: 'bot' },
        topics,
        channelData: { reply: { level: 'nl-B1', sections: [{ notes: [], text: '', groups: [], rateable: true }] } },
      };
      const { id } = await bodyOf<{ id: string }>(await by.post(posing), 200);
      expect((await by.vote(id, 'helpful')).status).toBe(200);
      expect((await data.votes()).map(({ topic }) => topic)).not.toContain('woorden-van-een-ander');
      expect(data.filesWith('woorden-van-een-ander')).toEqual([]);
    },
  );
});

describe('what is kept', () => {
  const WORDS = ['kanariepietje', 'zeepaardje', 'ooievaarsnest'];

  it('keeps no word that names an illness or a danger, and says so', async () => {
    const by = await come();
    for (const text of ['ik heb kanker kanariepietje', 'ik wil dood zeepaardje']) {
      const [echo] = await sayAndSee(by, text);
      expect(echo).toMatchObject({ from: { role: 'user' }, text: '(Wat hier stond, is niet bewaard.)' });
    }
    expect(JSON.stringify(await by.readAll())).not.toMatch(/kanariepietje|zeepaardje/);
  });

  it('keeps such words in no other field of the message either', async () => {
    const by = await come();
    const text = 'ik heb kanker kanariepietje';
    const more = { speak: text, summary: text, value: { text }, attachments: [{ content: text }] };
    await by.post({ type: 'message', text, ...more, channelData: { clientActivityID: 'x', typed: text } });
    expect(JSON.stringify(await by.readAll())).not.toContain('kanariepietje');
  });

  it('keeps nothing that can be read on the disk or in the log', async () => {
    const by = await come();
    for (const word of WORDS) await by.said(`wat is een ${word}`, `my ${word}`);
    await by.said(`ik heb kanker ${WORDS[0] ?? ''}`);
    expect((await by.readAll()).filter(({ text }) => text?.includes('zeepaardje'))).toHaveLength(1);
    for (const word of [...WORDS, by.token, by.streamUrl]) {
      expect(data.filesWith(word)).toEqual([]);
      expect(product.log()).not.toContain(word);
    }
    expect(product.log()).not.toContain(by.conversation);
  });

  it('forgets all that was said before, here and on the disk', async () => {
    const by = await come();
    await by.said('termijnen 12-1-2026');
    await by.vote((await sayAndSee(by, 'Hoe lang duurt spoor 2?'))[1]?.id ?? '', 'helpful');
    const sealed = data
      .run("SELECT json FROM activity WHERE conversation = ? AND json <> ''", by.conversation)
      .map(({ json }) => String(json));
    expect(sealed).toHaveLength(6);
    const stream = await Stream.open((await by.reconnect()).streamUrl);
    const id = await by.said('vergeet mij', 'forget');
    const left = await by.readAll();
    expect(left.map(({ replyToId, channelData }) => [replyToId, channelData?.reply?.clears])).toEqual([[id, true]]);
    expect((await stream.has(1)).at(-1)?.channelData?.reply?.clears).toBe(true);
    await stream.close();
    for (const json of sealed) expect(data.filesWith(json)).toEqual([]);
    expect(data.rowsOf(by.conversation)).toMatchObject({ session: 0, outbox: 0, plan: 0 });
    expect(await by.said('vergeet mij', 'forget')).toBe(id);
    expect(await by.readAll()).toEqual(left);
  });

  it('has forgotten the level and the dialog too, and goes on when more is said', async () => {
    const by = await come({ asks: { level: 'en' } });
    await by.said('deadlines');
    await by.said('forget me');
    const [, reply] = await sayAndSee(by, '12-1-2026');
    expect(reply?.channelData?.reply?.level).toBe('nl-B1');
    expect(reply?.channelData?.reply?.sections.some(({ rateable }) => rateable)).toBe(false);
  });
});

describe('a server that is started again', () => {
  it('knows what was said and done, also when the power failed in the middle', async () => {
    const [by, unused, slept] = [await come(), await come(), await come()];
    const named: Record<string, string> = {};
    for (const name of ['one', 'two']) named[name] = await by.said('hoi', name);
    await unused.said('hoi');
    await slept.said('hoi');
    const usedAgo = (seconds: number, { conversation }: Visitor) =>
      data.run(
        'UPDATE logged_conversation SET used_at = ? WHERE conversation = ?',
        Date.now() - seconds * 1000,
        conversation,
      );
    usedAgo(DAY + 60, unused);
    usedAgo(DAY - 60, slept);
    const stream = await Stream.open((await by.reconnect()).streamUrl);
    // Some of these were taken when the power fails, some not: their senders do not know.
    const underWay = Promise.allSettled(['three', 'four', 'five'].map((name) => by.say('hoi', name)));
    await product.stop('SIGKILL');
    await underWay;
    expect(await stream.closed).toBe(1006);
    const { port } = new URL(product.url);
    product = await Product.start({ ...ENV, PORT: port, DATA_DIR: product.dataDir });

    const names = ['one', 'two', 'three', 'four', 'five'];
    const again = await Promise.all(names.flatMap((name) => [1, 2, 3].map(() => by.said('hoi', name))));
    expect(new Set(again).size).toBe(5);
    expect(again).toEqual(expect.arrayContaining(Object.values(named)));
    const all = await by.readAll();
    expect(all.map(numberOf)).toEqual(Array.from({ length: 11 }, (_, place) => place + 1));
    for (const id of again) expect(all.filter(({ replyToId }) => replyToId === id)).toHaveLength(1);

    await vi.waitFor(async () => {
      const response = await unused.request('GET', `/conversations/${unused.conversation}`);
      await expectError(response, 404, 'ConversationNotFound');
    });
    expect(Object.values(data.rowsOf(unused.conversation))).toEqual([0, 0, 0, 0, 0]);
    expect(await slept.readAll()).toHaveLength(3);
  });

  it('says that it comes back, when it goes as it should', async () => {
    const by = await come();
    const stream = await Stream.open(by.streamUrl);
    expect(await product.stop()).toBe(0);
    expect(await stream.closed).toBe(1012);
  });
});

/** Says something. @returns the message and what the bot said to it */
async function sayAndSee(by: Visitor, text: string): Promise<[Shown, ...Shown[]]> {
  const id = await by.said(text);
  const all = await by.readAll();
  const message = all.find((activity) => activity.id === id);
  if (message === undefined) throw new Error(`${id} is not in the conversation`);
  return [message, ...all.filter(({ replyToId, from }) => replyToId === id && from.role === 'bot')];
}

/** Starts a conversation by another name of the server, as behind a proxy. */
function requestAs(host: string, { token }: { token: string }, origin?: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${product.url}/v3/directline/conversations`,
      { method: 'POST', headers: { host, authorization: `Bearer ${token}`, ...(origin !== undefined && { origin }) } },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => {
          resolve(JSON.parse(text) as Opened);
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}
