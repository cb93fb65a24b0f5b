import { Agent } from 'node:http';
import { describe, expect, it } from 'vitest';
import { sendingCarefully } from '../../src/channels/bot/careful-sending.ts';

interface Request {
  url: string;
  timeout: number;
  agent?: unknown;
}

type SendRequest = (request: Request, next: (request: Request) => Promise<object>) => Promise<object>;

/** What a channel's client does with a request, given what comes back each time. */
async function sent(request: Request, statuses: readonly number[], retryAfter?: string) {
  const removed: string[] = [];
  const added: SendRequest[] = [];
  sendingCarefully({
    client: {
      pipeline: {
        removePolicy: ({ name }: { name: string }) => removed.push(name),
        addPolicy: ({ sendRequest }: { sendRequest: SendRequest }) => added.push(sendRequest),
      },
    },
  });
  const timeouts: number[] = [];
  const last = await added[0]?.(request, ({ timeout }) => {
    timeouts.push(timeout);
    return Promise.resolve({ status: statuses[timeouts.length - 1], headers: { get: () => retryAfter } });
  });
  return { removed, timeouts, last };
}

const REQUEST = { url: 'https://smba.trafficmanager.net/emea/v3/conversations/x/activities', timeout: 0 };

describe('sending carefully', () => {
  it('takes the place of the retries of the SDK', async () => {
    expect((await sent({ ...REQUEST }, [200])).removed).toEqual(['defaultRetryPolicy']);
  });

  it('gives all tries together the time of one', async () => {
    const { timeouts, last } = await sent({ ...REQUEST }, [429, 412, 429, 200], '0');
    expect(last).toMatchObject({ status: 429 });
    expect(timeouts).toHaveLength(3);
    expect(timeouts).toEqual([...timeouts].sort((one, other) => other - one));
    expect(timeouts.every((timeout) => timeout > 0 && timeout <= 8_000)).toBe(true);
  });

  it('does not wait for what comes too late, nor for words in the place of a number', async () => {
    expect((await sent({ ...REQUEST }, [429, 200], '9')).timeouts).toHaveLength(1);
    expect((await sent({ ...REQUEST }, [429, 200], 'Wed, 21 Oct 2026 07:28:00 GMT')).last).toMatchObject({
      status: 200,
    });
  });

  it('keeps the way out through a proxy', async () => {
    const proxy = new Agent();
    const request: Request = { ...REQUEST, agent: proxy };
    await sent(request, [200]);
    expect(request.agent).toBe(proxy);
  });
});
