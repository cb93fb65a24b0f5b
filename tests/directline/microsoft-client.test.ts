import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { DirectLineOptions } from 'botframework-directlinejs';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Product } from '../support/product.ts';
import { CuttableProxy } from './cuttable-proxy.ts';
import { SIGNING_KEYS, tokensSigned } from './keys.ts';
import { ConnectionStatus, MicrosoftChat } from './microsoft-chat.ts';
import { bodyOf, numberOf, Visitor, type Opened, type Shown } from './visitor.ts';

/** Sites that may show the chat. */
const BUREAU = 'http://bureau.test';
const OTHER = 'http://ander.test';

const SECRET = 'the-secret-of-a-program-of-the-bureau';
const ENV = { SIGNING_KEYS, ALLOWED_ORIGINS: `${BUREAU},${OTHER}`, DIRECTLINE_SECRET: SECRET };

const MODES = [
  { mode: 'polling', webSocket: false },
  { mode: 'streaming', webSocket: true },
];

let product: Product;
let proxy: CuttableProxy;
let open: MicrosoftChat[] = [];

beforeAll(async () => {
  product = await Product.start(ENV);
  proxy = await CuttableProxy.before(product.url);
});

afterEach(() => {
  for (const { line } of open) line.end();
  open = [];
  vi.restoreAllMocks();
});

afterAll(async () => {
  await proxy.close();
  await product.remove();
  vi.unstubAllGlobals();
});

function chat(options: DirectLineOptions, origin = BUREAU): MicrosoftChat {
  const created = new MicrosoftChat(proxy.url, origin, options);
  open.push(created);
  return created;
}

/** A visitor of the bureau's page who has a token and no conversation yet. */
const visitor = (asks: object = {}) => Visitor.come(proxy.url, { headers: { origin: BUREAU }, asks, starts: false });

const texts = (shown: readonly Shown[]) => shown.map(({ text }) => text);
const ids = (shown: readonly Shown[]) => shown.map(({ id }) => id);

const byNumber = (one: Shown, other: Shown) => numberOf(one) - numberOf(other);

const firstOfEach = (shown: readonly Shown[]) => [...new Map(shown.map((one) => [one.id, one])).values()];

/** What the client shows is what the server holds: nothing missed, nothing twice, in order. */
async function expectWhole(shown: readonly Shown[], by: Visitor): Promise<void> {
  expect(ids(shown)).toEqual(ids(await by.readAll()));
  expect(shown.map(numberOf)).toEqual(shown.map((_, place) => place + 1));
}

describe.each(MODES)("Microsoft's own client, $mode", ({ webSocket }) => {
  it('starts, is welcomed, asks, sees its own words and the answer', async () => {
    const by = await visitor();
    const page = chat({ token: by.token, webSocket });
    const [welcome] = await page.shows(1);
    expect(welcome).toMatchObject({ type: 'message', from: { role: 'bot' }, conversation: { id: by.conversation } });
    const channelData = {
      clientActivityID: 'own-1',
      clientTimestamp: '2026-11-22T10:00:00.000Z',
      'x y': [null, { z: 1 }],
    };
    const text = 'Hoe lang duurt spoor 2?';
    const id = await page.say(text, { channelData });
    const [, echo, answer] = await page.shows(3);
    expect(echo).toMatchObject({ id, text, from: { role: 'user' } });
    expect(echo?.channelData).toEqual(channelData);
    expect(Date.parse(echo?.timestamp ?? '')).not.toBeNaN();
    expect(answer).toMatchObject({ from: { role: 'bot' }, replyToId: id, textFormat: 'markdown' });
    expect(answer?.text).toContain('maanden');
    expect(page.statuses).toEqual([
      ConnectionStatus.Uninitialized,
      ConnectionStatus.Connecting,
      ConnectionStatus.Online,
    ]);
    await expectWhole(page.shown, by);
  });

  it('offers choices as buttons, and takes what a button sends', async () => {
    const page = chat({ token: (await visitor()).token, webSocket });
    await page.say('mag ik spoor 2 weigeren?');
    const actions = (await page.shows(3))[2]?.suggestedActions?.actions ?? [];
    expect(actions.map(({ type }) => type)).toEqual(['imBack', 'imBack']);
    const employer = actions.find(({ title }) => title.includes('werkgever'));
    await page.say(employer?.value ?? '');
    expect((await page.shows(5))[4]?.text).toContain('werkgever');
  });

  it('shows everything of a busy conversation once', async () => {
    const by = await visitor();
    const page = chat({ token: by.token, webSocket });
    await page.shows(1);
    const said = await Promise.all(Array.from({ length: 30 }, (_, place) => page.say(`hallo ${place}`)));
    expect(new Set(said).size).toBe(30);
    // It hands out what it read one by one, and mixes the end of one read with the start of the next when those come soon.
    await expectWhole([...(await page.shows(61))].sort(byNumber), by);
  });

  it('speaks with the name that its token gives, whatever it says', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const by = await visitor();
    const page = chat({ token: by.token, webSocket });
    page.line.setUserId('dl_somebody_else');
    expect(warn).toHaveBeenCalledOnce();
    await page.say('hallo', { from: { id: 'spoor2', role: 'bot', name: 'Somebody' } });
    const echo = (await page.shows(3))[1];
    expect(echo?.from).toEqual({
      id: expect.stringMatching(/^dl_[\w-]{22}$/) as string,
      role: 'user',
      name: 'Somebody',
    });
  });

  it('hears when its token has expired, and goes on with a new one', async () => {
    const by = await visitor();
    const page = chat({ token: by.token, webSocket });
    await page.shows(1);
    const expired = await tokensSigned(1_801).issue({ conversation: by.conversation, origins: [BUREAU] });
    page.line['token'] = expired;
    expect(await page.post({ type: 'message', from: { id: 'u' }, text: 'te laat' })).toBe('retry');
    await page.reaches(ConnectionStatus.ExpiredToken);
    await by.said('hallo');
    const resumed = await Visitor.come(proxy.url, {
      headers: { origin: BUREAU },
      asks: { resume: expired },
      starts: false,
    });
    expect(resumed.conversation).toBe(by.conversation);
    page.line.reconnect(await resumed.reconnect('1'));
    await page.say('hoi');
    // The client may open a second stream beside the first; a page knows activities that come twice by their id.
    await page.until(() => firstOfEach(page.shown).length === 5);
    await expectWhole(firstOfEach(page.shown), by);
    expect(texts(page.shown)).not.toContain('te laat');
  });

  it('goes on with the same conversation after its token was refreshed', async () => {
    const by = await visitor();
    const page = chat({ token: by.token, webSocket });
    await page.shows(1);
    await page.refresh();
    expect(page.line['token']).not.toBe(by.token);
    await page.say('hallo');
    await expectWhole(await page.shows(3), by);
  });

  it('sees a conversation again from its start, as after a page was loaded again', async () => {
    const by = await visitor();
    await by.start();
    await Promise.all(Array.from({ length: 40 }, (_, place) => by.said(`hallo ${place}`)));
    const page = chat({ token: by.token, conversationId: by.conversation, watermark: '0', webSocket });
    await page.shows(81);
    await page.say('hoi');
    await expectWhole(await page.shows(83), by);
  });

  it('can read what was said, and say nothing more, after the end', async () => {
    const by = await visitor();
    const page = chat({ token: by.token, webSocket });
    await page.say('hallo');
    await page.post({ type: 'endOfConversation', from: { id: 'u' } });
    await expect(page.post({ type: 'message', from: { id: 'u' }, text: 'nog iets' })).rejects.toMatchObject({
      status: 400,
    });
    expect((await page.shows(4)).at(-1)).toMatchObject({ type: 'endOfConversation' });
    const later = chat({ token: by.token, conversationId: by.conversation, watermark: '0', webSocket });
    await expectWhole(await later.shows(4), by);
  });

  it('hears that its conversation is gone', async () => {
    const by = await visitor();
    const page = chat({ token: by.token, webSocket });
    await page.shows(1);
    const store = new DatabaseSync(join(product.dataDir, 'conversations.db'), { timeout: 5_000 });
    store.prepare('DELETE FROM logged_conversation WHERE conversation = ?').run(by.conversation);
    store.close();
    if (!webSocket) await page.reaches(ConnectionStatus.Ended);
    await expect(page.post({ type: 'message', from: { id: 'u' }, text: 'hallo' })).rejects.toThrow();
  });

  it.each([
    [{ conversationStartProperties: { locale: 'en-US' } }, {}, 'en'],
    [{ conversationStartProperties: { locale: 'nl-NL' } }, {}, 'nl-B1'],
    [{}, { level: 'nl-A2' }, 'nl-A2'],
    [{}, { level: 'en' }, 'en'],
  ])('is welcomed in its language: %j with a token for %j', async (options, asks, level) => {
    const page = chat({ token: (await visitor(asks)).token, webSocket, ...options });
    expect((await page.shows(1))[0]?.channelData?.reply?.level).toBe(level);
    await page.say('Wat is een proefplaatsing?');
    expect((await page.shows(3))[2]?.channelData?.reply?.level).toBe(level);
  });

  it('starts with the secret of a program, as who the program says', async () => {
    const page = chat({ secret: SECRET, webSocket });
    page.line.setUserId('somebody');
    await page.say('hallo');
    expect((await page.shows(3))[1]?.from.id).toBe('somebody');
    const other = chat({ secret: SECRET, webSocket });
    await other.shows(1);
    expect(other.shown[0]?.conversation.id).not.toBe(page.shown[0]?.conversation.id);
  });

  it('keeps a token that a program made to the sites and the person that it is for', async () => {
    const made = new Visitor(proxy.url, { token: SECRET });
    const grant = { user: { id: 'dl_42', name: 'Mevrouw' }, trustedOrigins: [OTHER] };
    const { token, conversationId } = await bodyOf<Opened>(await made.request('POST', '/tokens/generate', grant), 200);
    const elsewhere = chat({ token, webSocket }, BUREAU);
    await elsewhere.reaches(ConnectionStatus.FailedToConnect);
    const page = chat({ token, webSocket }, OTHER);
    await page.say('hallo', { from: { id: 'dl_43' } });
    const [welcome, echo] = await page.shows(3);
    expect(welcome?.conversation.id).toBe(conversationId);
    expect(echo?.from.id).toBe('dl_42');
  });

  it('lives without a session id, and with a delivery mode that we do not know', async () => {
    const page = chat({ token: (await visitor()).token, webSocket, streaming: true });
    const session = await new Promise<string>((resolve, reject) => {
      page.line.getSessionId().subscribe(resolve, reject);
    });
    expect(session).toBe('');
    await page.say('hallo');
    expect(await page.shows(3)).toHaveLength(3);
  });
});

describe("Microsoft's own client, when its stream breaks", () => {
  /** Somebody who talks in the same conversation over a line that holds. */
  const beside = ({ conversation, token }: Visitor) =>
    new Visitor(product.url, { conversationId: conversation, token }, { origin: BUREAU });

  it('shows what was said in the meantime, once and in order', async () => {
    const by = await visitor();
    const page = chat({ token: by.token });
    await page.shows(1);
    for (const text of ['een', 'twee', 'drie', 'vier', 'vijf']) {
      proxy.cut();
      await beside(by).said(text);
    }
    await expectWhole(await page.shows(11), beside(by));
    await page.say('zes');
    await expectWhole(await page.shows(13), beside(by));
  });

  it('waits for a new token when the old one expired in the meantime', async () => {
    const by = await visitor();
    const page = chat({ token: by.token });
    await page.shows(1);
    page.line['token'] = await tokensSigned(1_801).issue({ conversation: by.conversation, origins: [BUREAU] });
    proxy.cut();
    await page.reaches(ConnectionStatus.ExpiredToken);
    await beside(by).said('hallo');
    page.line.reconnect(await beside(by).reconnect('1'));
    await page.until(() => firstOfEach(page.shown).length === 3);
    await expectWhole(firstOfEach(page.shown), beside(by));
  });

  it('goes on after the server was started again, with what was said just then', async () => {
    const by = await visitor();
    const page = chat({ token: by.token });
    await page.say('een');
    await page.shows(3);
    const { port } = new URL(product.url);
    expect(await product.stop()).toBe(0);
    const during = page.say('twee');
    product = await Product.start({ ...ENV, PORT: port, DATA_DIR: product.dataDir });
    await during;
    await page.say('drie');
    await expectWhole(await page.shows(7), beside(by));
  });
});
