import { describe, expect, it } from 'vitest';
import type { ShownReply } from '../../src/channels/directline/shown-reply.ts';
import type { Activity } from '../../src/widget/client/activity.ts';
import {
  awaitsReply,
  EMPTY_VIEW,
  levelOf,
  openMessage,
  withActivities,
  withPending,
  withRefused,
} from '../../src/widget/client/view.ts';

function bot(place: number, text: string, reply: Partial<ShownReply> = {}, conversation = 'c'): Activity {
  return {
    type: 'message',
    id: `${conversation}|${String(place).padStart(7, '0')}`,
    from: { role: 'bot' },
    text,
    channelData: { reply: { level: 'nl-B1', sections: [], ...reply } },
  };
}

function user(place: number, text: string, key: string): Activity {
  return {
    type: 'message',
    id: `c|${String(place).padStart(7, '0')}`,
    from: { role: 'user' },
    text,
    channelData: { clientActivityID: key },
  };
}

describe('the view of a conversation', () => {
  it('has every message once, in order, however they come in', () => {
    const view = withActivities(withActivities(EMPTY_VIEW, [bot(10, 'c'), bot(2, 'b')]), [bot(1, 'a'), bot(2, 'b')]);
    expect(view.messages.map(({ text }) => text)).toEqual(['a', 'b', 'c']);
  });

  it('shows no events', () => {
    expect(withActivities(EMPTY_VIEW, [{ ...bot(1, 'a'), type: 'event' }]).messages).toEqual([]);
  });

  it('takes what was typed from pending to said, under the same key', () => {
    const pending = withPending(EMPTY_VIEW, 'k1', 'hello');
    const view = withActivities(pending, [user(1, 'hello', 'k1')]);
    expect(view.pending).toEqual([]);
    expect(view.messages).toMatchObject([{ key: 'k1', text: 'hello', from: 'user' }]);
  });

  it('drops everything before a reply that clears, and keeps what comes after it', () => {
    const before = withActivities(EMPTY_VIEW, [bot(1, 'a'), user(2, 'b', 'k')]);
    const view = withActivities(before, [bot(3, 'gone', { clears: true }), bot(1, 'new', {}, 'd')]);
    expect(view.messages.map(({ text }) => text)).toEqual(['gone', 'new']);
  });

  it('has choices open under the last message only, until something is said', () => {
    const view = withActivities(EMPTY_VIEW, [bot(1, 'a'), bot(2, 'b')]);
    expect(openMessage(view)?.text).toBe('b');
    const answered = withPending(view, 'k', 'c');
    expect(openMessage(answered)).toBeUndefined();
    expect(awaitsReply(answered)).toBe(true);
    // Who could not be heard may choose again.
    expect(openMessage(withRefused(answered, 'k'))?.text).toBe('b');
    expect(awaitsReply(withRefused(answered, 'k'))).toBe(false);
  });

  it('knows the level of the last reply', () => {
    expect(levelOf(withActivities(EMPTY_VIEW, [bot(1, 'a'), bot(2, 'b', { level: 'en' }), user(3, 'c', 'k')]))).toBe(
      'en',
    );
    expect(levelOf(EMPTY_VIEW)).toBeUndefined();
  });
});
