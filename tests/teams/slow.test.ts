import type { TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { showTypingWhenSlow } from '../../src/channels/bot/slow.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** A turn of which only what is sent matters. */
function turnOf(deliveryMode?: string) {
  const sent: unknown[] = [];
  const context = {
    activity: { deliveryMode },
    sendActivity: (activity: unknown) => {
      sent.push(activity);
      return Promise.reject(new Error('the channel is away'));
    },
  };
  return { sent, context: context as unknown as TurnContext };
}

const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('the sign that something is being typed', () => {
  it('is not shown while the answer comes soon', async () => {
    const { sent, context } = turnOf();
    const turn = showTypingWhenSlow(context, after(1_000));
    await vi.advanceTimersByTimeAsync(10_000);
    await turn;
    expect(sent).toEqual([]);
  });

  it('is shown once when it takes long, and what becomes of it does not matter', async () => {
    const { sent, context } = turnOf();
    const turn = showTypingWhenSlow(context, after(6_000));
    await vi.advanceTimersByTimeAsync(10_000);
    await turn;
    expect(sent).toEqual([{ type: 'typing' }]);
  });

  it('is left out where replies come all at once', async () => {
    const { sent, context } = turnOf('expectReplies');
    const turn = showTypingWhenSlow(context, after(6_000));
    await vi.advanceTimersByTimeAsync(10_000);
    await turn;
    expect(sent).toEqual([]);
  });

  it('does not hide that the work failed', async () => {
    const { context } = turnOf();
    await expect(showTypingWhenSlow(context, Promise.reject(new Error('store')))).rejects.toThrow('store');
  });
});
