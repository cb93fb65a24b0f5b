import { once } from 'node:events';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DataAddresses } from '../../src/channels/data-addresses.ts';
import { Conversations } from '../../src/channels/directline/conversations.ts';
import { createHttpServer } from '../../src/channels/http/server.ts';
import { Inbox } from '../../src/channels/inbox.ts';
import { personalData, personalDataSchema, type PersonalData } from '../../src/channels/personal-data.ts';
import { renderText, PLAIN_STYLE } from '../../src/channels/text.ts';
import { addDataRoute } from '../../src/channels/web/data-route.ts';
import type { SavedPlan } from '../../src/conversation/saved-plan.ts';
import { newSession } from '../../src/conversation/session.ts';
import type { ConversationKey } from '../../src/store/conversation-store.ts';
import { fixedKeyRing, secretsFor } from '../../src/store/key-ring.ts';
import { sealedStore } from '../../src/store/sealed-store.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { realAssistant, TODAY } from '../support/assistant.ts';

const assistant = realAssistant();
const { messages } = assistant.knowledge;
const ring = fixedKeyRing([new Uint8Array(32).fill(7)]);
const HOUR = 60 * 60 * 1000;

const TEAMS = { channel: 'msteams', conversation: 'a:1' };
const WEB = { channel: 'directline', conversation: 'w' };

let bare: Store;
let store: Store;
let inbox: Inbox;
let web: Conversations;

beforeEach(() => {
  bare = openSqliteStore(':memory:');
  store = sealedStore(bare, secretsFor('sessions', ring));
  inbox = new Inbox({ assistant, conversations: store.conversations, locks: store.locks, today: () => TODAY });
  web = new Conversations({
    bot: inbox,
    log: store.activities,
    feedback: store.feedback,
    news: store.news,
    render: (reply) => ({ type: 'message', text: renderText(reply, messages[reply.level], PLAIN_STYLE) }),
    notKept: { 'nl-B1': 'weg', 'nl-A2': 'weg', en: 'gone' },
    keys: secretsFor('activities', ring),
    now: () => new Date(),
  });
});

afterEach(async () => {
  web.close();
  await bare.close();
});

async function exported(key: ConversationKey, now = new Date()): Promise<PersonalData> {
  const parts = { store, assistant, saidKeys: secretsFor('activities', ring), today: () => TODAY };
  const data = await personalData(parts, key, now);
  // Each export holds to the form that was promised, also after it was a file.
  return personalDataSchema.parse(JSON.parse(JSON.stringify(data)));
}

let deliveries = 0;

const inTeams = (text: string, conversation = TEAMS.conversation) =>
  inbox.receive({ ...TEAMS, conversation, id: String(++deliveries), text }, { send: () => Promise.resolve() });

async function onWeb(...texts: string[]): Promise<void> {
  await web.start(WEB.conversation, undefined);
  for (const text of texts) await web.post(WEB.conversation, { type: 'message', text }, 'dl_gebruiker');
}

describe('the export of a conversation', () => {
  it('of which nothing is stored says so, with its mark and the terms', async () => {
    const data = await exported(TEAMS);
    expect(data).toMatchObject({ kenmerk: { kanaal: 'msteams', gesprek: 'a:1' }, berichten: [] });
    expect(data.uitleg).toContain('niets');
    expect(data.gesprek).toBeUndefined();
    expect(data.plan).toBeUndefined();
    expect(data.bewaartermijn.join()).toMatch(/24 uur.*30 dagen/);
  });

  it('in Teams holds choices and answers in words, and no word that was typed', async () => {
    await inTeams('ik ben werknemer');
    await inTeams('Wat is een proefplaatsing, vraagt Piet Jansen uit Ede?');
    await inTeams('termijnen 5-1-2026');
    const { gesprek, berichten } = await exported(TEAMS);
    expect(gesprek).toMatchObject({ wieVraagt: 'werknemer', aantalBerichten: 3 });
    expect(gesprek?.laatstGetoond).toContain(assistant.topic('proefplaatsing')?.title.nl);
    expect(gesprek?.hulpen[0]?.antwoorden.map(({ antwoord }) => antwoord)).toContain('maandag 5 januari 2026');
    expect(gesprek?.zoalsOpgeslagen).toMatchObject({ audience: 'employee', dialog: { id: 'termijnen' } });
    expect(berichten).toEqual([]);
    expect(JSON.stringify(await exported(TEAMS))).not.toMatch(/Jansen|Ede\b/);
  });

  it('holds everything that the store has of the session', async () => {
    await inTeams('ik heb kanker, moet ik naar spoor 2?');
    await inTeams('ik wil dood');
    const { gesprek } = await exported(TEAMS);
    const { session } = await store.conversations.open(TEAMS);
    expect(gesprek?.zoalsOpgeslagen).toEqual(JSON.parse(session?.json ?? ''));
    expect(gesprek?.overGezondheid).toHaveLength(2);
    expect(JSON.stringify(gesprek)).not.toMatch(/kanker|dood\b/);
  });

  it('holds the plan that is kept, with its term', async () => {
    const plan: SavedPlan = {
      request: { eersteZiektedag: '2026-01-05' },
      audience: 'employee',
      level: 'nl-B1',
      agreedOn: '2026-11-01',
      keptUntil: '2028-03-03',
    };
    const kept = { json: JSON.stringify(plan), until: new Date('2028-03-04'), reminders: [] };
    await store.conversations.save(TEAMS, 0, { sessionJson: JSON.stringify(newSession()), plan: kept });
    expect((await exported(TEAMS)).plan).toMatchObject({
      bewaardSinds: '2026-11-01',
      bewaardTotEnMet: '2028-03-03',
      gegevens: { eersteZiektedag: '2026-01-05' },
    });
  });

  it('on the web holds who said what and when, in order, and what a client sent along', async () => {
    await onWeb('Wat is spoor 2?', 'Dank je');
    const { berichten } = await exported(WEB);
    expect(berichten.map(({ van }) => van)).toEqual(['assistent', 'jij', 'assistent', 'jij', 'assistent']);
    expect(berichten.map(({ tekst }) => tekst)).toEqual(expect.arrayContaining(['Wat is spoor 2?', 'Dank je']));
    expect(berichten.map(({ nummer }) => nummer)).toEqual([1, 2, 3, 4, 5]);
    expect(berichten[1]?.overig).toMatchObject({ from: { id: 'dl_gebruiker' } });
    expect(Date.parse(berichten[1]?.wanneer ?? '')).toBeGreaterThan(Date.now() - HOUR);
  });

  it('holds nothing of another conversation', async () => {
    await onWeb('Wat is spoor 2?');
    await inTeams('termijnen 5-1-2026', 'a:2');
    expect(JSON.stringify(await exported(TEAMS))).not.toMatch(/spoor 2\?|januari/);
  });

  it('reads on in a conversation of hundreds of messages', async () => {
    await onWeb();
    for (let count = 0; count < 130; count += 1)
      await web.post(WEB.conversation, { type: 'event', name: 'x', value: count }, 'u');
    expect((await exported(WEB)).berichten).toHaveLength(131);
  });

  it('is empty after "vergeet mij", but for the answer to that', async () => {
    await onWeb('termijnen 5-1-2026', 'mijn gegevens', 'vergeet mij');
    const after = await exported(WEB);
    expect(after.gesprek).toBeUndefined();
    expect(after.berichten.map(({ van }) => van)).toEqual(['assistent']);
    expect(JSON.stringify(after)).not.toMatch(/januari 2026/);
  });
});

describe('the address of an export', () => {
  const addresses = new DataAddresses(secretsFor('personal-data', ring), '', messages);
  let url: string;
  let close: () => void;

  beforeEach(async () => {
    const server = createHttpServer(pino({ level: 'silent' }));
    addDataRoute(server, addresses, exported, '/site.css');
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${server.address().port}`;
    close = () => {
      server.close();
      server.server.closeAllConnections();
    };
  });

  afterEach(() => {
    close();
  });

  const open = (address = '') => fetch(`${url}${address}`);

  it('gives what is stored when it is opened, to save and not to cache', async () => {
    const { url: address, title } = addresses.link(WEB, 'nl-B1', new Date());
    expect(title).toBe(messages['nl-B1'].data.download);
    await onWeb('Wat is spoor 2?');
    const response = await open(address);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="mijn-gegevens.json"');
    const data = personalDataSchema.parse(await response.json());
    expect(data.berichten.map(({ tekst }) => tekst)).toContain('Wat is spoor 2?');
    await web.post(WEB.conversation, { type: 'message', text: 'vergeet mij' }, 'u');
    expect(await (await open(address)).text()).not.toContain('Wat is spoor 2?');
  });

  it.each([
    ['is over an hour old', () => addresses.link(WEB, 'en', new Date(Date.now() - HOUR - 1_000)).url],
    ['was changed', () => addresses.link(WEB, 'en', new Date()).url?.replace(/.(?=\/mijn)/, '!')],
    [
      'was made for something else',
      () => new DataAddresses(secretsFor('documents', ring), '', messages).link(WEB, 'en', new Date()).url,
    ],
  ])('that %s gives a page that says what to do', async (_why, address) => {
    await onWeb('Wat is spoor 2?');
    const response = await open(address());
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('text/html');
    const page = await response.text();
    expect(page).toContain('mijn gegevens');
    expect(page).not.toContain('Wat is spoor 2?');
  });

  it('shows nothing of the conversation', () => {
    expect(addresses.link(TEAMS, 'nl-B1', new Date()).url).not.toMatch(/msteams|a:1|a%3A1/);
  });
});
