import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FeedbackLoop } from '../../src/channels/bot/invoke/feedback-loop.ts';
import { handleInvoke } from '../../src/channels/bot/invoke/index.ts';
import { plain, type Reply } from '../../src/conversation/reply.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { LEVELS, type Level } from '../../src/shared/level.ts';
import { schemaProblems } from './schemas/card-schema.ts';

const CHANNEL = 'msteams';
const CONVERSATION = 'a:1SMgrRBEMcQ';
const MESSAGE = '1732780158496';
const SHOWN = { channel: CHANNEL, conversation: CONVERSATION, message: MESSAGE };

const answer = (level: Level = 'nl-B1'): Reply => ({
  level,
  sections: [{ ...plain('Antwoord.'), topic: 'loonsanctie', title: 'Loonsanctie' }],
});

let folder: string;
let store: Store;
let keys: Uint8Array[];
let feedback: FeedbackLoop;
let deliveries = 0;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-feedback-'));
  store = openSqliteStore(join(folder, 'conversations.db'));
  keys = [new Uint8Array(32).fill(1)];
  feedback = new FeedbackLoop({ votes: store.feedback, shown: store.shown, keys: () => keys });
});

afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** An invoke as Teams sends it; each one that has no id of its own is a new delivery. */
function invoke(name: string, value: unknown, more: Record<string, unknown> = {}) {
  deliveries += 1;
  const activity = {
    type: 'invoke',
    name,
    id: `f:${deliveries}`,
    channelId: CHANNEL,
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    conversation: { id: CONVERSATION, conversationType: 'personal' },
    from: { id: '29:person', name: 'Somebody' },
    recipient: { id: '28:bot' },
    replyToId: MESSAGE,
    value,
    ...more,
  };
  const extension = () => ({ status: 200 });
  return handleInvoke(activity, { extension, feedback });
}

const thumb = (reaction: string, filled?: unknown) => ({
  actionName: 'feedback',
  actionValue: { reaction, ...(filled !== undefined && { feedback: filled }) },
});
const vote = (reaction: string, more?: Record<string, unknown>) =>
  invoke('message/submitAction', thumb(reaction, '{}'), more);

interface FormBody {
  task: {
    type: string;
    value: {
      title: string;
      card: { contentType: string; content: { body: { text: string }[]; actions?: { type: string; data?: object }[] } };
    };
  };
}

async function form(reaction: string, more?: Record<string, unknown>, value: unknown = thumb(reaction)) {
  const response = await invoke('message/fetchTask', value, more);
  expect(response?.status).toBe(200);
  const { type, value: window } = (response?.body as FormBody).task;
  expect(type).toBe('continue');
  expect(window.card.contentType).toBe('application/vnd.microsoft.card.adaptive');
  return { title: window.title, card: window.card.content };
}

describe('the thumbs below a message', () => {
  it('stand below answers only, with a form of our own', () => {
    expect(feedback.channelData(answer())).toEqual({ feedbackLoop: { type: 'custom' } });
    expect(feedback.channelData({ level: 'nl-B1', sections: [plain('Hoi!')] })).toBeUndefined();
  });

  it.each(LEVELS)('open a form that says what is counted and takes no words (%s)', async (level) => {
    await feedback.noteShown(SHOWN, answer(level));
    for (const reaction of ['like', 'dislike']) {
      const { card } = await form(reaction);
      expect(schemaProblems(card)).toEqual([]);
      expect(card.body.map(({ text }) => text).join(' ')).toMatch(/naam|name/);
      expect(JSON.stringify(card)).not.toContain('Input.');
      expect(card.actions?.map(({ type }) => type)).toEqual(['Action.Submit']);
    }
    expect(await store.feedback.counts(), 'nothing counts before the button').toEqual([]);
  });

  it('say which way the thumb goes', async () => {
    await feedback.noteShown(SHOWN, answer('en'));
    expect((await form('like')).card.body[0]?.text).toContain('up');
    expect((await form('dislike')).card.body[0]?.text).toContain('down');
  });

  it('are counted for the topics of the message at its level', async () => {
    await feedback.noteShown(SHOWN, answer('en'));
    expect(await vote('like')).toEqual({ status: 200, body: {} });
    expect(await store.feedback.counts()).toEqual([{ topic: 'loonsanctie', level: 'en', helpful: 1, unhelpful: 0 }]);
  });

  it('of one person replace each other, those of others do not', async () => {
    await feedback.noteShown(SHOWN, answer());
    await vote('like');
    await vote('dislike');
    await vote('dislike', { from: { id: '29:other' } });
    expect(await store.feedback.counts()).toMatchObject([{ helpful: 0, unhelpful: 2 }]);
  });

  it('count once however often they are delivered, also after a newer vote', async () => {
    await feedback.noteShown(SHOWN, answer());
    const first = { id: 'f:first' };
    await Promise.all([vote('like', first), vote('like', first), vote('like', first)]);
    await vote('dislike');
    await vote('like', first);
    expect(await store.feedback.counts()).toMatchObject([{ helpful: 0, unhelpful: 1 }]);
  });

  it('replace each other also when a new key has come, and not when it is too long ago', async () => {
    await feedback.noteShown(SHOWN, answer());
    await vote('like');
    keys = [new Uint8Array(32).fill(2), ...keys];
    await vote('dislike');
    expect(await store.feedback.counts()).toMatchObject([{ helpful: 0, unhelpful: 1 }]);
    keys = keys.slice(0, 1);
    await vote('like');
    expect(await store.feedback.counts()).toMatchObject([{ helpful: 0, unhelpful: 1 }]);
  });

  it('are known in every thread of a channel', async () => {
    await feedback.noteShown({ ...SHOWN, conversation: '19:team@thread.tacv2' }, answer());
    await vote('like', { conversation: { id: '19:team@thread.tacv2;messageid=1732780150000' } });
    expect(await store.feedback.counts()).toMatchObject([{ helpful: 1 }]);
  });

  it('are taken and not counted on a message that is not known', async () => {
    await feedback.noteShown(SHOWN, answer());
    for (const other of [
      { replyToId: '1732780158497' },
      { conversation: { id: 'a:other' } },
      { channelId: 'emulator' },
      { replyToId: undefined },
    ])
      expect(await vote('like', other)).toEqual({ status: 200, body: {} });
    expect(await store.feedback.counts()).toEqual([]);
  });

  it('on a message that is not known say so, without a button', async () => {
    const { card } = await form('like');
    expect(schemaProblems(card)).toEqual([]);
    expect(card.actions).toBeUndefined();
    expect(card.body[0]?.text).toContain('niet');
  });

  it('know the message from the form, when the channel does not name it again', async () => {
    await feedback.noteShown(SHOWN, answer());
    const { card } = await form('like');
    const filled = JSON.stringify(card.actions?.[0]?.data);
    await invoke('message/submitAction', thumb('like', filled), { replyToId: undefined });
    expect(await store.feedback.counts()).toMatchObject([{ helpful: 1 }]);
  });

  it('are read from either form of the request', async () => {
    await feedback.noteShown(SHOWN, answer());
    expect((await form('like', {}, { data: thumb('like') })).card.actions).toHaveLength(1);
  });

  it('leave no word, name or message in the store', async () => {
    await feedback.noteShown(SHOWN, answer());
    const words = JSON.stringify({ feedbackText: 'ik heb een burn-out' });
    await invoke('message/submitAction', thumb('dislike', words));
    await invoke('message/submitAction', thumb('dislike', { feedbackText: 'ik heb een burn-out' }), {
      from: { id: '29:other', name: 'Iemand Anders' },
    });
    expect(await store.feedback.counts()).toMatchObject([{ unhelpful: 2 }]);
    const raw = ['', '-wal'].map((end) => readFileSync(join(folder, `conversations.db${end}`), 'latin1')).join('');
    expect(raw).toContain('loonsanctie');
    for (const secret of ['burn-out', 'Iemand', '29:', CONVERSATION, MESSAGE]) expect(raw).not.toContain(secret);
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'feedback'],
    ['an action of another kind', { actionName: 'other', actionValue: { reaction: 'like' } }],
    ['an unknown thumb', thumb('sideways')],
    ['no thumb', { actionName: 'feedback' }],
    ['a list', [thumb('like')]],
  ])('are not read from %s', async (_name, value) => {
    await feedback.noteShown(SHOWN, answer());
    expect(await invoke('message/submitAction', value)).toBeUndefined();
    expect(await invoke('message/fetchTask', value)).toBeUndefined();
    expect(await store.feedback.counts()).toEqual([]);
  });
});

describe('other requests of the channel', () => {
  it.each(['adaptiveCard/action', 'composeExtension/selectItem', 'composeExtension/queryLink', 'task/fetch', ''])(
    'are left to others: %s',
    async (name) => {
      expect(await invoke(name, {})).toBeUndefined();
    },
  );

  it('are left to others when they are no requests', async () => {
    const extension = () => ({ status: 200 });
    for (const activity of [undefined, null, 'x', {}, { type: 'message', name: 'message/submitAction' }])
      expect(await handleInvoke(activity, { extension, feedback })).toBeUndefined();
  });
});
