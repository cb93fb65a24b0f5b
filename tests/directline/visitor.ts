import { randomUUID } from 'node:crypto';
import type { ShownReply } from '../../src/channels/directline/shown-reply.ts';

/** An activity as a client gets it. */
export interface Shown {
  id: string;
  type: string;
  timestamp: string;
  from: { id: string; role: 'bot' | 'user'; name?: string };
  conversation: { id: string };
  text?: string;
  replyToId?: string;
  suggestedActions?: { actions: { type: string; title: string; value: string }[] };
  channelData?: { reply?: ShownReply; clientActivityID?: string } & Record<string, unknown>;
}

export interface ShownSet {
  activities: Shown[];
  watermark: string;
}

export interface Opened {
  conversationId: string;
  token: string;
  expires_in: number;
  streamUrl: string;
}

interface Coming {
  /** What every request of this visitor carries: an Origin, an address. */
  headers?: Record<string, string>;
  /** What the token is asked with. */
  asks?: object;
  /** False for a visitor who has a token and no conversation yet. */
  starts?: boolean;
}

/** Someone who talks Direct Line by hand: each step is one HTTP request. */
export class Visitor {
  readonly url: string;
  readonly headers: Record<string, string>;
  conversation: string;
  token: string;
  streamUrl: string;

  constructor(url: string, { conversationId, token, streamUrl = '' }: Partial<Opened>, headers = {}) {
    this.url = url;
    this.headers = headers;
    this.conversation = conversationId ?? '';
    this.token = token ?? '';
    this.streamUrl = streamUrl;
  }

  /** Gets a token as the widget does and starts its conversation. */
  static async come(url: string, { headers = {}, asks = {}, starts = true }: Coming = {}): Promise<Visitor> {
    const response = await fetch(`${url}/widget/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(asks),
    });
    const visitor = new Visitor(url, await bodyOf<Opened>(response, 200), headers);
    if (starts) await visitor.start();
    return visitor;
  }

  request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}/v3/directline${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...this.headers,
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  async start(body?: object): Promise<Opened> {
    const opened = await bodyOf<Opened>(await this.request('POST', '/conversations', body), 201);
    this.conversation = opened.conversationId;
    this.streamUrl = opened.streamUrl;
    return opened;
  }

  /** Where to stream from again. */
  async reconnect(watermark?: string): Promise<Opened> {
    const query = watermark === undefined ? '' : `?watermark=${encodeURIComponent(watermark)}`;
    return bodyOf<Opened>(await this.request('GET', `/conversations/${this.conversation}${query}`), 200);
  }

  post(activity: unknown): Promise<Response> {
    return this.request('POST', `/conversations/${this.conversation}/activities`, activity);
  }

  /** Sends a message as the widget does. */
  say(text: string, clientActivityID: string = randomUUID()): Promise<Response> {
    return this.post({ type: 'message', from: { id: 'user' }, text, channelData: { clientActivityID } });
  }

  /** Sends a message that is taken. @returns its id */
  async said(text: string, clientActivityID?: string): Promise<string> {
    return (await bodyOf<{ id: string }>(await this.say(text, clientActivityID), 200)).id;
  }

  /** Votes on an answer. */
  vote(replyToId: string, verdict: unknown, clientActivityID: string = randomUUID()): Promise<Response> {
    return this.post({
      type: 'event',
      name: 'feedback',
      from: { id: 'user' },
      replyToId,
      value: { verdict },
      channelData: { clientActivityID },
    });
  }

  /** One set of activities. @param query as it stands in the address, for example `?watermark=3` */
  async read(query = ''): Promise<ShownSet> {
    return bodyOf(await this.request('GET', `/conversations/${this.conversation}/activities${query}`), 200);
  }

  /** Reads on until nothing comes, as the contract says. */
  async readAll(watermark = '0'): Promise<Shown[]> {
    const { activities, watermark: next } = await this.read(`?watermark=${watermark}`);
    return activities.length === 0 ? [] : [...activities, ...(await this.readAll(next))];
  }

  /** What the bot said in answer to a message. */
  async answersTo(id: string): Promise<Shown[]> {
    const later = await this.readAll(String(numberOf({ id })));
    return later.filter(({ replyToId, from }) => replyToId === id && from.role === 'bot');
  }
}

/** The body of a response with the status that it must have. */
export async function bodyOf<T>(response: Response, status: number): Promise<T> {
  const text = await response.text();
  if (response.status !== status) throw new Error(`expected ${status}, got ${response.status}: ${text}`);
  return JSON.parse(text) as T;
}

/** The number of an activity in its conversation. */
export function numberOf({ id }: Pick<Shown, 'id'>): number {
  return Number(id.split('|')[1]);
}
