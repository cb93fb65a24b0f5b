import { request } from 'node:http';
import { array, constantFrom, record, sample, type Arbitrary } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connector } from '../support/connector.ts';
import { Door, teamsMessage } from './door.ts';
import { APP_ID, claims, Issuer, newKey, signed } from './issuer.ts';

const SEED = 20_261_122;
const BODIES = 2_000;
const AT_ONCE = 20;

let connector: Connector;
let door: Door;

beforeAll(async () => {
  [connector, door] = await Promise.all([Connector.start(), Door.open({})]);
});

afterAll(async () => {
  connector.stop();
  await door.close();
});

/** What no channel writes in a field. */
const junk = constantFrom<unknown>(
  null,
  true,
  0,
  -1.5,
  1e308,
  '',
  ' ',
  '.',
  '..',
  '../../v3/x',
  'x'.repeat(3_000),
  '\u0000',
  '\ud800',
  '\u202e<at>x</at>',
  '${7*7}',
  '__proto__',
  'constructor',
  'http://[',
  'https://evil.example/',
  [],
  [null],
  [[]],
  {},
  { id: 5 },
  { id: null },
  { id: '..' },
  { name: {} },
  { toString: 1 },
  { length: -1 },
  [{ type: 'mention', mentioned: { id: 'bot' }, text: { a: 1 } }],
  [{ type: 'mention', mentioned: { id: 'bot' }, text: '(((' }],
  [{ type: 'mention', mentioned: { id: 'bot' } }],
  [{ id: 7 }],
  { parameters: [{ name: 'searchKeyword', value: 7 }] },
  { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{' } },
  'composeExtension/query',
  'message/fetchTask',
  'message/submitAction',
  'conversationUpdate',
  'installationUpdate',
  'invoke',
  'delay',
  'trace',
  'expectReplies',
  'groupChat',
);

const PATHS = [
  'type',
  'id',
  'channelId',
  'serviceUrl',
  'deliveryMode',
  'conversation',
  'conversation.id',
  'conversation.name',
  'conversation.isGroup',
  'conversation.conversationType',
  'conversation.tenantId',
  'conversation.properties',
  'from',
  'from.id',
  'from.name',
  'from.role',
  'from.aadObjectId',
  'recipient',
  'recipient.id',
  'recipient.name',
  'text',
  'textFormat',
  'locale',
  'name',
  'action',
  'value',
  'replyToId',
  'relatesTo',
  'channelData',
  'channelData.tenant',
  'channelData.tenant.id',
  'entities',
  'attachments',
  'membersAdded',
  'membersRemoved',
  'timestamp',
  'callerId',
  '__proto__',
];

/** What a channel asks the bot for. */
const INVOKES = ['composeExtension/query', 'message/fetchTask', 'message/submitAction', 'unknown/thing'];

const changes: Arbitrary<{ path: string; value: unknown }[]> = array(
  record({ path: constantFrom(...PATHS), value: junk }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

/** The activity with something else at a path, as JSON: also where that is no path of it. */
function withJunk(activity: Record<string, unknown>, path: string, value: unknown): Record<string, unknown> {
  const [first = '', ...rest] = path.split('.');
  const inner = activity[first];
  const next =
    rest.length > 0 && typeof inner === 'object' && inner !== null
      ? withJunk(inner as Record<string, unknown>, rest.join('.'), value)
      : value;
  return Object.fromEntries([...Object.entries(activity).filter(([name]) => name !== first), [first, next]]);
}

/** Sends bytes as they are. */
function sendRaw(body: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      door.url,
      { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': body.length } },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function inGroups<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE)
    await Promise.all(items.slice(start, start + AT_ONCE).map((item) => work(item)));
}

describe('whatever a body holds', () => {
  it('it is handled or refused, and never breaks the server', async () => {
    const statuses = new Map<number, number>();
    const wrong: string[] = [];
    await inGroups([...sample(changes, { seed: SEED, numRuns: BODIES }).entries()], async ([index, list]) => {
      const base = teamsMessage(connector.serviceUrl, {
        id: `m${index}`,
        conversation: { id: `c${index}`, conversationType: 'personal' },
        ...(index % 2 === 0 && { deliveryMode: undefined }),
        ...(index % 8 === 0 && { type: 'invoke', name: INVOKES[(index / 8) % INVOKES.length], value: {} }),
      });
      const body = list.reduce((activity, { path, value }) => withJunk(activity, path, value), base);
      const { status } = await door.deliver(body);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // 501 is what an invoke gets that the bot does not know.
      if (status >= 500 && !(status === 501 && body['type'] === 'invoke'))
        wrong.push(`${status}: ${JSON.stringify(list)}`);
    });
    expect(wrong).toEqual([]);
    expect(statuses.get(200), 'some are still activities').toBeGreaterThan(BODIES / 10);
    expect(statuses.get(400), 'some are no longer').toBeGreaterThan(BODIES / 10);
    expect((await door.deliver(teamsMessage(connector.serviceUrl, { id: 'last' }))).status).toBe(200);
  });

  it.each<[string, Buffer, number]>([
    ['cut off', Buffer.from('{"type":"message"'), 400],
    ['empty', Buffer.alloc(0), 400],
    ['a number', Buffer.from('1'), 400],
    ['null', Buffer.from('null'), 400],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 400],
    ['a thousand lists in each other', Buffer.from('['.repeat(30_000) + ']'.repeat(30_000)), 400],
    ['cut off in thirty thousand lists', Buffer.from('['.repeat(60_000)), 400],
    ['too large', Buffer.from(JSON.stringify({ text: 'x'.repeat(70_000) })), 413],
  ])('that is %s is refused', async (_name, body, status) => {
    expect(await sendRaw(body)).toBe(status);
  });

  it.each(['value', 'channelData', 'attachments', 'from', 'conversation'])(
    'it may go thousands deep in %s',
    async (field) => {
      const deep = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
      const message = JSON.stringify(teamsMessage(connector.serviceUrl, { id: `deep ${field}`, [field]: undefined }));
      const body = Buffer.from(`${message.slice(0, -1)},"${field}":{"id":"deep","properties":${deep}}}`);
      expect(await sendRaw(body)).toBeLessThan(500);
    },
  );

  it('nothing of it gets past a door that wants a token', async () => {
    const key = await newKey('k', ['msteams']);
    const issuer = await Issuer.start([key]);
    const registered = await Door.open({ app: { id: APP_ID, password: 'x' }, issuer });
    try {
      const token = `Bearer ${await signed(claims(connector.serviceUrl), key)}`;
      const lists = sample(changes, { seed: SEED + 1, numRuns: 300 });
      await inGroups([...lists.entries()], async ([index, list]) => {
        const base = teamsMessage(connector.serviceUrl, { id: `m${index}`, conversation: { id: `r${index}` } });
        const body = list.reduce((activity, { path, value }) => withJunk(activity, path, value), base);
        expect([400, 401], JSON.stringify(list)).toContain((await registered.deliver(body)).status);
        const { status } = await registered.deliver(body, token);
        const isSame = body['serviceUrl'] === connector.serviceUrl && body['channelId'] === 'msteams';
        if (!isSame) expect([400, 401], JSON.stringify(list)).toContain(status);
        else if (status !== 501) expect(status, JSON.stringify(list)).toBeLessThan(500);
      });
    } finally {
      await registered.close();
      issuer.stop();
    }
  });
});
