import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Api } from '../../src/widget/client/api.ts';
import { Conversation, type ConversationState } from '../../src/widget/client/conversation.ts';
import { TabStorage } from '../../src/widget/client/tab-storage.ts';
import type { Level } from '../../src/shared/level.ts';
import { FakeServer } from './fake-server.ts';

let server: FakeServer;
let kept: Map<string, string>;

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  server.installSockets();
  kept = new Map();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page with the widget, in a tab that remembers. */
function openPage(level?: Level) {
  const texts = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  };
  const arrived: string[] = [];
  let left = false;
  const request: typeof fetch = (...details) => (left ? new Promise(() => undefined) : server.fetch(...details));
  const conversation = new Conversation(
    new Api(server.origin, request),
    new TabStorage(server.origin, () => texts),
    level,
    {
      changed: () => undefined,
      arrived: (messages) => arrived.push(...messages.map(({ text }) => text)),
      sent: () => undefined,
    },
  );
  const leave = () => {
    left = true;
  };
  return { conversation, arrived, leave };
}

function said({ view }: ConversationState): string[] {
  return view.messages.map(({ text }) => text);
}

const aMoment = () => vi.advanceTimersByTimeAsync(5000);

describe('a conversation', () => {
  it('sends nothing before it is opened', async () => {
    openPage();
    await aMoment();
    expect(server.requests).toEqual([]);
  });

  it('welcomes, and answers what is said', async () => {
    const { conversation, arrived } = openPage('en');
    conversation.open();
    await aMoment();
    conversation.send('a question');
    await aMoment();
    expect(said(conversation.state)).toEqual(['Welcome', 'a question', 'Answer to a question']);
    expect(arrived).toEqual(['Welcome', 'Answer to a question']);
    expect(conversation.state.view.pending).toEqual([]);
    expect(server.wishes).toEqual([{ level: 'en' }]);
  });

  it('goes on after a reload, and does not tell again what was told', async () => {
    const first = openPage();
    first.conversation.open();
    await aMoment();
    first.conversation.send('a question');
    await aMoment();
    first.leave();
    const second = openPage();
    second.conversation.open();
    await aMoment();
    expect(said(second.conversation.state)).toEqual(said(first.conversation.state));
    expect(second.arrived).toEqual([]);
    expect(server.conversations.size).toBe(1);
  });

  it.each([502, 503, 429, 500])('sends again after %i, as the same message', async (status) => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    server.failures = [status, status];
    conversation.send('one');
    conversation.send('two');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said(conversation.state)).toEqual(['Welcome', 'one', 'Answer to one', 'two', 'Answer to two']);
    expect(new Set(server.posts.map(({ channelData }) => channelData.clientActivityID)).size).toBe(2);
  });

  it('has one effect when the answer to a post is lost', async () => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    server.losesAnswers = true;
    conversation.send('one');
    await aMoment();
    server.losesAnswers = false;
    await aMoment();
    expect(said(conversation.state)).toEqual(['Welcome', 'one', 'Answer to one']);
  });

  it('keeps what was said without a connection, also over a reload, and sends it in order', async () => {
    const first = openPage();
    first.conversation.open();
    await aMoment();
    server.isDown = true;
    server.closeSockets();
    first.conversation.send('one');
    first.conversation.send('two');
    await aMoment();
    expect(first.conversation.state.connection).toBe('lost');
    first.leave();
    const second = openPage();
    expect(second.conversation.state.view.pending.map(({ text }) => text)).toEqual(['one', 'two']);
    second.conversation.open();
    await aMoment();
    server.isDown = false;
    second.conversation.wake();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(said(second.conversation.state)).toEqual(['Welcome', 'one', 'Answer to one', 'two', 'Answer to two']);
    expect(second.conversation.state.connection).toBe('up');
  });

  it('marks what the server will never take, and goes on', async () => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    server.failures = [413];
    conversation.send('one');
    conversation.send('two');
    await aMoment();
    expect(conversation.state.view.pending).toMatchObject([{ text: 'one', refused: true }]);
    expect(said(conversation.state)).toEqual(['Welcome', 'two', 'Answer to two']);
  });

  it('misses nothing while the stream is broken', async () => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    server.closeSockets();
    server.say('c1', 'said meanwhile');
    await aMoment();
    expect(said(conversation.state)).toEqual(['Welcome', 'said meanwhile']);
  });

  it('polls where no socket can be had', async () => {
    server.opensSockets = false;
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    conversation.send('one');
    await aMoment();
    server.say('c1', 'later');
    await aMoment();
    expect(said(conversation.state)).toEqual(['Welcome', 'one', 'Answer to one', 'later']);
  });

  it('polls where the page forbids to make a socket', async () => {
    vi.stubGlobal('WebSocket', function blocked() {
      throw new DOMException('blocked', 'SecurityError');
    });
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    conversation.send('one');
    await aMoment();
    expect(said(conversation.state)).toEqual(['Welcome', 'one', 'Answer to one']);
    expect(conversation.state.connection).toBe('up');
  });

  it('takes a new token for the same conversation when the old one is no longer accepted', async () => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    server.acceptsTokens = false;
    conversation.send('one');
    await aMoment();
    expect(said(conversation.state)).toEqual(['Welcome', 'one', 'Answer to one']);
    expect(server.wishes.at(-1)).toEqual({ level: 'nl-B1', resume: 'token c1' });
  });

  it('resumes at once when the kept token has expired', async () => {
    const first = openPage();
    first.conversation.open();
    await aMoment();
    vi.setSystemTime(Date.now() + 60 * 60_000);
    first.leave();
    const second = openPage();
    second.conversation.open();
    await aMoment();
    expect(said(second.conversation.state)).toEqual(['Welcome']);
    expect(server.wishes.at(-1)).toMatchObject({ resume: 'token c1' });
    expect(second.conversation.state.earlierGone).toBe(false);
  });

  it('begins anew when the conversation is gone, with what was still to be sent', async () => {
    const first = openPage();
    first.conversation.open();
    await aMoment();
    server.isDown = true;
    first.conversation.send('still to be sent');
    server.conversations.clear();
    server.isDown = false;
    first.leave();
    const second = openPage();
    second.conversation.open();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(second.conversation.state.earlierGone).toBe(true);
    expect(said(second.conversation.state)).toEqual(['Welcome', 'still to be sent', 'Answer to still to be sent']);
    expect([...server.conversations.keys()]).toEqual(['c2']);
  });

  it('says again in order what a conversation took and did not show before it was gone', async () => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    server.streamDelay = 60_000;
    conversation.send('one');
    await vi.advanceTimersByTimeAsync(100);
    server.conversations.clear();
    server.streamDelay = 0;
    conversation.send('two');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said(conversation.state)).toEqual(['Welcome', 'one', 'Answer to one', 'two', 'Answer to two']);
    expect(conversation.state.view.pending).toEqual([]);
  });

  it('begins anew when a verdict finds the conversation gone', async () => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    server.conversations.clear();
    conversation.rate('c1|0000001', 'helpful');
    await aMoment();
    expect(conversation.state.earlierGone).toBe(true);
    expect(conversation.state.verdicts).toEqual({});
    expect(conversation.state.view.messages).toMatchObject([{ text: 'Welcome', conversation: 'c2' }]);
    expect(server.posts).toEqual([]);
  });

  it.each([
    ['by socket', true],
    ['by polling', false],
  ])('leaves nothing of a deleted conversation, and begins a new one with the next word, %s', async (_, sockets) => {
    server.opensSockets = sockets;
    const { conversation } = openPage('nl-A2');
    conversation.open();
    await aMoment();
    conversation.send('something private');
    await aMoment();
    conversation.send('vergeet mij');
    await aMoment();
    expect(said(conversation.state)).toEqual(['Forgotten']);
    expect(conversation.state.view.pending).toEqual([]);
    expect(JSON.stringify([...kept])).not.toMatch(/private|token|c1/);
    const requests = server.requests.length;
    conversation.open();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.requests.length).toBe(requests);
    conversation.send('hello');
    await aMoment();
    expect(said(conversation.state)).toEqual(['Forgotten', 'Welcome', 'hello', 'Answer to hello']);
    expect(conversation.state.earlierGone).toBe(false);
  });

  it('goes on in a new conversation with what was said while everything was deleted', async () => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    conversation.send('vergeet mij');
    conversation.send('hello');
    await aMoment();
    expect(said(conversation.state)).toEqual(['Forgotten', 'Welcome', 'hello', 'Answer to hello']);
    expect(conversation.state.view.pending).toEqual([]);
  });

  it.each(['vergeet mij', 'wis'])('says in a new conversation what was said right after "%s"', async (command) => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    server.streamDelay = 500;
    conversation.send(command);
    conversation.send('one');
    conversation.send('two');
    await vi.advanceTimersByTimeAsync(20_000);
    const expected = ['Forgotten', 'Welcome', 'one', 'Answer to one', 'two', 'Answer to two'];
    expect(said(conversation.state)).toEqual(expected);
    expect(conversation.state.view.pending).toEqual([]);
  });

  it('sends nothing after the request to delete everything before that was answered', async () => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    server.streamDelay = 500;
    conversation.send('vergeet mij');
    conversation.send('one');
    await vi.advanceTimersByTimeAsync(400);
    expect(server.posts.map(({ text }) => text)).toEqual(['vergeet mij']);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server.posts.map(({ text }) => text)).toEqual(['vergeet mij', 'one']);
  });

  it.each([
    ['answered otherwise', []],
    ['refused', [400]],
  ])('goes on when the request to delete everything is %s', async (_, failures) => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    server.failures = failures;
    // The server of this test knows the command in small letters only.
    conversation.send('Vergeet mij');
    conversation.send('one');
    await aMoment();
    expect(said(conversation.state).slice(-2)).toEqual(['one', 'Answer to one']);
  });

  it('tells a site that may not use the server from a server that is gone', async () => {
    server.isDown = true;
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    expect(conversation.state.connection).toBe('lost');
    server.isDown = false;
    server.isForbidden = true;
    await aMoment();
    expect(conversation.state.connection).toBe('closed');
  });

  it.each([
    ['by itself', false],
    ['at once when the network is back', true],
  ])('keeps what was typed on a site that is not allowed, and sends it when it is, %s', async (_, wakes) => {
    server.isForbidden = true;
    const { conversation } = openPage();
    conversation.open();
    conversation.send('one');
    await aMoment();
    expect(conversation.state.connection).toBe('closed');
    expect(conversation.state.view.pending).toMatchObject([{ text: 'one', refused: false }]);
    server.isForbidden = false;
    if (wakes) {
      conversation.wake();
      await aMoment();
    } else await vi.advanceTimersByTimeAsync(60_000);
    expect(conversation.state.connection).toBe('up');
    expect(said(conversation.state)).toEqual(['Welcome', 'one', 'Answer to one']);
  });

  it('takes a server that is gone behind a cache for gone', async () => {
    server.isDown = true;
    server.isBehindCache = true;
    const { conversation } = openPage();
    conversation.open();
    conversation.send('one');
    await aMoment();
    expect(conversation.state.connection).toBe('lost');
    expect(conversation.state.view.pending).toMatchObject([{ text: 'one', refused: false }]);
  });

  it.each([
    ['outgoing', '{}'],
    ['outgoing', '[null, {"id":"a"}, {"id":"b","type":"rating","replyToId":"c1|1","verdict":"nice"}]'],
    ['session', '{"token":1}'],
    ['verdicts', '[]'],
    ['verdicts', '"helpful"'],
    ['seen', '"many"'],
    ['level', '{}'],
    ['draft', '7'],
    ['open', 'no JSON'],
  ])('begins as in a new tab when %s was kept as %s', async (key, text) => {
    kept.set(`spoor2:${server.origin}:${key}`, text);
    const { conversation, arrived } = openPage();
    conversation.open();
    await aMoment();
    conversation.send('one');
    await aMoment();
    expect(arrived).toEqual(['Welcome', 'Answer to one']);
    expect(conversation.state.verdicts).toEqual({});
    expect(server.wishes).toEqual([{}]);
  });

  it('tells a verdict once, and the last one stands', async () => {
    const { conversation } = openPage();
    conversation.open();
    await aMoment();
    conversation.rate('c1|0000001', 'helpful');
    conversation.rate('c1|0000001', 'unhelpful');
    await aMoment();
    expect(conversation.state.verdicts).toEqual({ 'c1|0000001': 'unhelpful' });
    expect(server.posts).toMatchObject([
      { type: 'event', name: 'feedback', replyToId: 'c1|0000001', value: { verdict: 'helpful' } },
      { type: 'event', name: 'feedback', replyToId: 'c1|0000001', value: { verdict: 'unhelpful' } },
    ]);
    expect(said(conversation.state)).toEqual(['Welcome']);
  });
});
