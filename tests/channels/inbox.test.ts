import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Inbox } from '../../src/channels/inbox.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { smallAssistant, TODAY } from '../support/assistant.ts';

const KEY = { channel: 'test', conversation: 'c' };
const assistant = smallAssistant();

let store: Store;
let inbox: Inbox;

beforeEach(() => {
  store = openSqliteStore(':memory:');
  inbox = new Inbox(parts());
});

afterEach(() => store.close());

const parts = () => ({ assistant, conversations: store.conversations, locks: store.locks, today: () => TODAY });

/** The version of the session, and what a delivery still has to say. */
const stored = async (id?: string) => store.conversations.open(KEY, id);

const text = (replies: readonly Reply[]) =>
  replies.flatMap(({ sections }) => sections.map((section) => section.text)).join('\n');

const collecting = (sent: Reply[]) => (replies: readonly Reply[]) => {
  sent.push(...replies);
  return Promise.resolve();
};

/** Delivers a message and gives the replies that were sent. */
async function deliver(message: string, id: string, to = inbox): Promise<readonly Reply[]> {
  const sent: Reply[] = [];
  await to.receive({ ...KEY, text: message, id }, { send: collecting(sent) });
  return sent;
}

const notDelivered = () => Promise.reject(new Error('the channel is away'));

describe('Inbox', () => {
  it('carries the conversation from one message to the next', async () => {
    await deliver('Is spoor 2 verplicht?', '1');
    expect(text(await deliver('ik ben werkgever', '2'))).toContain('aanbieden');
  });

  it('answers a message once, however often it comes', async () => {
    const [first, ...others] = await Promise.all(['x', 'x', 'x'].map((id) => deliver('onduidelijk', id)));
    expect(first).toHaveLength(1);
    expect(others).toEqual([[], []]);
    expect((await stored()).session?.version).toBe(1);
  });

  it('gives the same replies again until they could be sent', async () => {
    const lost: Reply[] = [];
    const receive = inbox.receive(
      { ...KEY, id: 'x', text: 'onduidelijk' },
      {
        send(replies) {
          lost.push(...replies);
          return notDelivered();
        },
      },
    );
    await expect(receive).rejects.toThrow('away');
    expect(await deliver('onduidelijk', 'x')).toEqual(lost);
    expect(await deliver('onduidelijk', 'x')).toEqual([]);
    expect((await stored()).session?.version).toBe(1);
  });

  it('does not send again what is still being sent, however slowly', async () => {
    const slow = new Inbox({ ...parts(), sendingLimit: 20 });
    let arrived = 0;
    let arrive: () => void = () => undefined;
    const send = () =>
      new Promise<void>((resolve) => {
        arrive = () => {
          arrived += 1;
          resolve();
        };
      });
    await expect(slow.receive({ ...KEY, id: 'x', text: 'hallo' }, { send })).rejects.toThrow('longer than 20 ms');
    const again = slow.receive({ ...KEY, id: 'x', text: 'hallo' }, { send });
    arrive();
    await again;
    await slow.receive({ ...KEY, id: 'x', text: 'hallo' }, { send });
    expect(arrived).toBe(1);
  });

  it('goes on with the next message after one that could not be sent', async () => {
    const failed = inbox.receive({ ...KEY, id: '1', text: 'hallo' }, { send: notDelivered });
    const next = deliver('hallo', '2');
    await expect(failed).rejects.toThrow();
    expect(await next).toHaveLength(1);
  });

  it('takes 50 messages at once one after the other', async () => {
    const outgoing = await Promise.all(Array.from({ length: 50 }, (_, index) => deliver('onduidelijk', `m${index}`)));
    expect(outgoing.every((replies) => replies.length === 1)).toBe(true);
    expect((await stored()).session?.version).toBe(50);
  });

  it('shares a conversation with another process without losing a turn', async () => {
    const other = new Inbox(parts());
    await Promise.all(
      Array.from({ length: 20 }, (_, index) => deliver('hallo', `m${index}`, index % 2 === 0 ? inbox : other)),
    );
    expect((await stored()).session?.version).toBe(20);
  });

  it('has one effect when two processes get the same message', async () => {
    const other = new Inbox(parts());
    await Promise.all([deliver('onduidelijk', 'm1'), deliver('onduidelijk', 'm1', other)]);
    expect((await stored()).session?.version).toBe(1);
  });

  it('welcomes someone once, also when the first words got lost', async () => {
    const greet = async (id: string) => {
      const sent: Reply[] = [];
      await inbox.greet({ ...KEY, id }, { send: collecting(sent) });
      return sent;
    };
    await expect(inbox.greet({ ...KEY, id: 'j1' }, { send: notDelivered })).rejects.toThrow();
    expect(await greet('j1')).toHaveLength(1);
    expect(await greet('j1')).toHaveLength(0);
    expect(await greet('j2')).toHaveLength(0);
  });

  it('forgets on command, and does not do so again when the command is delivered again', async () => {
    await deliver('ik ben werkgever', '1');
    await deliver('vergeet mij', '2');
    expect((await stored()).session).toBeUndefined();
    expect(await deliver('ik ben werkgever', '1'), 'an older message, again').toEqual([]);
    await deliver('ik ben werknemer', '3');
    expect(await deliver('vergeet mij', '2')).toEqual([]);
    expect(text(await deliver('Is spoor 2 verplicht?', '4'))).toContain('meewerken');
  });

  it('starts afresh from a session that it cannot read', async () => {
    await store.conversations.save(KEY, 0, { sessionJson: '{"format":99}' });
    expect(text(await deliver('Hoe lang duurt spoor 2?', '1'))).toContain('duurt een tijd');
  });

  it('stores no word that was typed', async () => {
    await deliver('Jansenlaan onduidelijk', '1');
    await expect(
      inbox.receive({ ...KEY, id: '2', text: 'Jansenlaan en nog iets' }, { send: notDelivered }),
    ).rejects.toThrow();
    expect((await stored()).session?.json).not.toContain('Jansenlaan');
    expect((await stored('2')).delivery?.outgoingJson).not.toContain('Jansenlaan');
  });
});
