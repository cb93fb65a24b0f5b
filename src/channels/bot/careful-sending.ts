import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { setTimeout } from 'node:timers/promises';
import { SENDING_LIMIT } from '../inbox.ts';

/** Statuses by which a channel surely took nothing: it was asked too often, or by another at the same moment. */
const REFUSED: ReadonlySet<number> = new Set([412, 429]);

/** So often a channel that refused is asked again. */
const MOST_RETRIES = 2;

/** The pause before the first retry where the channel names none, twice as long before the next. Milliseconds. */
const PAUSE = 500;

/** Kept connections are closed before something on the way forgets them in silence, as Azure does after four minutes. Milliseconds. */
const IDLE_LIMIT = 60_000;

const AGENTS = {
  'http:': new HttpAgent({ keepAlive: true, timeout: IDLE_LIMIT }),
  'https:': new HttpsAgent({ keepAlive: true, timeout: IDLE_LIMIT }),
};

/** What is sent to a channel, as far as it matters here. */
interface OutgoingRequest {
  url: string;
  /** Milliseconds. */
  timeout: number;
  agent?: unknown;
}

interface ChannelResponse {
  status: number;
  headers: { get: (name: string) => string | undefined };
}

type Send = (request: OutgoingRequest) => Promise<ChannelResponse>;

interface Pipeline {
  removePolicy: (which: { name: string }) => unknown;
  addPolicy: (
    policy: { name: string; sendRequest: (request: OutgoingRequest, next: Send) => Promise<ChannelResponse> },
    options: { phase: 'Retry' },
  ) => void;
}

/**
 * Has a channel's client send within SENDING_LIMIT, and again only what the channel refused to take.
 *
 * A channel that answers too late or with another error may have shown the reply all the same: sending it again by itself, as the
 * SDK does after 408 and 5xx, would say everything up to four times. No option of the SDK turns that off.
 */
export function sendingCarefully<T extends object>(client: T): T {
  const { pipeline } = (client as unknown as { client: { pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy({ name: 'carefulSending', sendRequest: sendCarefully }, { phase: 'Retry' });
  return client;
}

async function sendCarefully(request: OutgoingRequest, next: Send): Promise<ChannelResponse> {
  const end = performance.now() + SENDING_LIMIT;
  // Where the way out is a proxy, the SDK has set one for that.
  request.agent ??= AGENTS[new URL(request.url).protocol as keyof typeof AGENTS];
  for (let retries = 0; ; retries += 1) {
    // A channel that does not answer is cut off: what it took later than that would be said beside another try.
    request.timeout = end - performance.now();
    const response = await next(request);
    const pause = pauseAfter(response, retries);
    if (pause === undefined || performance.now() + pause >= end) return response;
    await setTimeout(pause);
  }
}

/** How long to wait before the same is sent again, by chance somewhat longer. Milliseconds; nothing when it is not sent again. */
function pauseAfter({ status, headers }: ChannelResponse, retries: number): number | undefined {
  if (!REFUSED.has(status) || retries >= MOST_RETRIES) return undefined;
  const named = Number(headers.get('retry-after') ?? Number.NaN);
  const pause = Number.isFinite(named) && named >= 0 ? 1_000 * named : PAUSE * 2 ** retries;
  return pause * (1 + Math.random() / 4);
}
