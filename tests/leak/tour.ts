import { expect } from 'vitest';
import { Stream } from '../directline/stream.ts';
import { Visitor } from '../directline/visitor.ts';
import { Connector } from '../support/connector.ts';
import type { Product } from '../support/product.ts';
import type { Place } from './search.ts';
import { ALL_SECRETS, QUESTIONS_WITH_SECRETS, SECRETS } from './secrets.ts';

/** Names of the parties that may stand in no log and no metric. */
export const PARTIES = {
  address: '203.0.113.77',
  teamsUser: '29:1oosterbaan-in-teams',
  teamsObject: 'a5b0c1d2-1234-4321-8765-0123456789ab',
  teamsConversation: 'a:1gesprek-in-teams-van-oosterbaan',
} as const;

/** What a browser and a proxy send along, with words of a person wherever there is room for them. */
const HEADERS = {
  'x-forwarded-for': PARTIES.address,
  'user-agent': `Mozilla/5.0 ${SECRETS.name[0]}`,
  cookie: `naam=${encodeURIComponent(SECRETS.name[0])}; bsn=${SECRETS.bsn[0]}`,
  referer: `https://voorbeeld.example/?q=${encodeURIComponent(SECRETS.illness[0])}`,
};

/** Headers may hold no other characters. */
const IN_HEADER = ALL_SECRETS.filter((secret) => /^[ -~]+$/.test(secret)).join(' ');

const EVERYTHING = ALL_SECRETS.join(' ; ');

/** Someone of whom the server knew all that can be told, and what was said to others meanwhile. */
export interface Tour {
  web: Visitor;
  /** Names that the server gave: of conversations and users. */
  names: string[];
  /** The person's own file, from the link in the chat. */
  exported: string;
  /** What others got to read, errors above all. */
  others: Place[];
}

/** Talks through every door, with secrets in everything that is said. */
export async function talkEverywhere(product: Product): Promise<Tour> {
  const connector = await Connector.start();
  const others: Place[] = [];
  try {
    const web = await talkOnWeb(product);
    await Promise.all([talkInTeams(product, connector), askOverHttp(product), knockOnWrongDoors(product, web)]);
    others.push(...(await readAsSomeoneElse(product)));
    const user = (await web.readAll()).find(({ from }) => from.role === 'user')?.from.id ?? '';
    const exported = await ownFile(web);
    return { web, names: [web.conversation, user, web.token.slice(0, 60)], exported, others };
  } finally {
    connector.stop();
  }
}

/** The chat of a website: questions, a dialog, a form's worth of dates, votes, events, and a stream that reads along. */
async function talkOnWeb({ url }: Product): Promise<Visitor> {
  const web = await Visitor.come(url, { headers: HEADERS });
  const stream = await Stream.open(web.streamUrl, HEADERS);
  for (const question of QUESTIONS_WITH_SECRETS) await web.said(question);
  for (const said of ['termijnen', 'ik ben werknemer', SECRETS.sick[0], 'nee', EVERYTHING, 'weet ik niet', 'geen'])
    await web.said(said);
  await web.said('mijn gegevens');
  const answer = (await web.readAll()).find(({ from, channelData }) => from.role === 'bot' && channelData?.reply)?.id;
  await web.vote(answer ?? '', EVERYTHING);
  await web.vote(answer ?? '', 'unhelpful');
  await web.post({ type: 'event', name: 'x', value: EVERYTHING, channelData: { clientActivityID: SECRETS.mail[0] } });
  await web.post({ type: 'typing', text: EVERYTHING });
  await web.read(`?watermark=${encodeURIComponent(EVERYTHING)}`);
  stream.socket.send(EVERYTHING);
  await stream.has(2 * QUESTIONS_WITH_SECRETS.length);
  await stream.close();
  return web;
}

/** Opens the link below "mijn gegevens". */
async function ownFile(web: Visitor): Promise<string> {
  const path = /\/d\/[\w-]+\/mijn-gegevens\.json/.exec(JSON.stringify(await web.readAll()))?.[0];
  if (path === undefined) throw new Error('no link to the own data was given');
  return (await fetch(`${web.url}${path}`)).text();
}

/** Teams: questions, a dialog in cards, presses, thumbs, a search, a group. */
async function talkInTeams(product: Product, connector: Connector): Promise<void> {
  let deliveries = 0;
  const deliver = (more: object, group = false) =>
    product.post('/api/messages', {
      ...connector.message('', `f:${(deliveries += 1)}`, PARTIES.teamsConversation),
      channelId: 'msteams',
      conversation: {
        id: PARTIES.teamsConversation,
        name: SECRETS.name[0],
        conversationType: group ? 'groupChat' : 'personal',
      },
      from: {
        id: group ? `${PARTIES.teamsUser}-${deliveries}` : PARTIES.teamsUser,
        name: SECRETS.name[0],
        aadObjectId: PARTIES.teamsObject,
      },
      ...more,
    });
  const said = async (text: string) => {
    expect((await deliver({ text })).status).toBe(200);
  };
  for (const question of QUESTIONS_WITH_SECRETS) await said(question);
  for (const text of ['termijnen', 'ik ben werknemer', SECRETS.sick[1], 'nee', 'weet ik niet', 'geen'])
    await said(text);
  await deliver({ value: { say: EVERYTHING.slice(0, 400), turn: 1, question: SECRETS.name[0] } });
  await deliver({ value: { form: 'termijnen', 'field.eersteZiektedag': SECRETS.sick[2], 'field.naam': EVERYTHING } });
  await deliver({ text: QUESTIONS_WITH_SECRETS[0] }, true);
  const thumb = {
    actionName: 'feedback',
    actionValue: { reaction: 'dislike', feedback: JSON.stringify({ feedbackText: EVERYTHING }) },
  };
  for (const { name, value } of [
    {
      name: 'composeExtension/query',
      value: { commandId: 'zoek', parameters: [{ name: 'vraag', value: EVERYTHING }] },
    },
    { name: 'message/fetchTask', value: { data: thumb } },
    { name: 'message/submitAction', value: thumb },
    { name: EVERYTHING, value: EVERYTHING },
  ])
    await deliver({ type: 'invoke', name, value, replyToId: '1' });
  connector.failing = 1;
  await deliver({ text: `nog een vraag van ${SECRETS.name[0]}` });
  await deliver({ serviceUrl: `https://${SECRETS.mail[0].replace('@', '.')}/`, text: EVERYTHING });
  await deliver({ conversation: EVERYTHING, text: EVERYTHING });
}

/** Programs, and the page without scripts. */
async function askOverHttp(product: Product): Promise<void> {
  for (const question of QUESTIONS_WITH_SECRETS) await product.post('/v1/ask', { question }, HEADERS);
  for (const [path, body] of [
    ['/v1/ask', { question: EVERYTHING, level: SECRETS.illness[0], [SECRETS.name[0]]: EVERYTHING }],
    ['/v1/deadlines', { eersteZiektedag: SECRETS.sick[2], [SECRETS.name[0]]: SECRETS.bsn[0] }],
    ['/v1/deadlines', { eersteZiektedag: SECRETS.sick[2] }],
    ['/v1/dialogs/termijnen', { audience: 'employee', answers: { eersteZiektedag: SECRETS.sick[2] } }],
    ['/v1/dialogs/termijnen', { audience: 'employee', answers: { [SECRETS.name[0]]: EVERYTHING } }],
  ] as const)
    await product.post(path, body, HEADERS);
  for (const vraag of [...QUESTIONS_WITH_SECRETS.slice(0, 12), EVERYTHING])
    await fetch(`${product.url}/gesprek`, {
      method: 'POST',
      headers: { ...HEADERS, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ vraag, gesprek: JSON.stringify({ x: EVERYTHING }) }),
    });
}

/** Bodies, addresses and tokens that are wrong, and full of secrets. */
async function knockOnWrongDoors(product: Product, web: Visitor): Promise<void> {
  const inAddress = encodeURIComponent(EVERYTHING);
  const json = { 'content-type': 'application/json', ...HEADERS };
  const knock = (path: string, init: RequestInit = {}) =>
    fetch(`${product.url}${path}`, { headers: HEADERS, ...init }).then((response) => response.text());
  for (const path of ['/v1/ask', '/v1/deadlines', '/api/messages', '/widget/token', '/v3/directline/conversations'])
    for (const body of [`{"question": "${EVERYTHING}`, JSON.stringify([EVERYTHING]), EVERYTHING.repeat(300)])
      await knock(path, {
        method: 'POST',
        headers: path === '/api/messages' ? { 'content-type': 'application/json' } : json,
        body,
      });
  for (const path of [
    `/${inAddress}`,
    `/vragen/${inAddress}?zoek=${inAddress}`,
    `/v1/ask?question=${inAddress}`,
    `/d/${inAddress}/plan.ics`,
    `/d/${inAddress}/mijn-gegevens.json`,
    `/v3/directline/conversations/${inAddress}/activities`,
    `/v3/directline/conversations/${web.conversation}/stream?t=${inAddress}`,
    `/%ff%00${inAddress}`,
  ])
    await knock(path);
  for (const authorization of [`Bearer ${IN_HEADER}`, `Basic ${Buffer.from(EVERYTHING).toString('base64')}`]) {
    await knock('/metrics', { headers: { ...HEADERS, authorization } });
    await web.request('GET', `/conversations/${web.conversation}/activities`, undefined, { authorization });
    await product.post('/api/messages', { type: 'message', text: EVERYTHING }, { authorization });
  }
  await knock('/v1/ask', { method: 'PUT', body: EVERYTHING });
  await Stream.open(`${product.url.replace('http', 'ws')}/v3/directline/conversations/x/stream?t=${inAddress}`).catch(
    () => undefined,
  );
}

/** What someone reads who comes after: pages, answers, and the errors of all kinds of mistakes. */
export async function readAsSomeoneElse({ url }: Product): Promise<Place[]> {
  const post = (body: string): RequestInit => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const requests: readonly (readonly [string, RequestInit?])[] = [
    ['/'],
    ['/vragen'],
    ['/gesprek'],
    ['/privacy'],
    ['/readyz'],
    ['/nergens'],
    ['/d/onzin/plan.ics'],
    ['/v1/ask', post('{"question": "Hoe lang duurt spoor 2?"}')],
    ['/v1/ask', post('{')],
    ['/v1/ask', post('{}')],
    ['/v1/ask', post('x'.repeat(70_000))],
    ['/v1/ask', { method: 'DELETE' }],
    ['/api/messages', post('{}')],
    ['/v3/directline/conversations', post('{}')],
  ];
  const visitor = await Visitor.come(url);
  await visitor.said('Hoe lang duurt spoor 2?');
  const read = JSON.stringify(await visitor.readAll());
  return [
    { name: 'the chat of someone else', content: read },
    ...(await Promise.all(
      requests.map(async ([path, init]) => ({
        name: `${init?.method ?? 'GET'} ${path}`,
        content: await (await fetch(`${url}${path}`, init)).text(),
      })),
    )),
  ];
}
