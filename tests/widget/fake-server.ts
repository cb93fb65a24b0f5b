import { vi } from 'vitest';
import type { ShownReply } from '../../src/channels/directline/shown-reply.ts';
import { placeOf, type Activity } from '../../src/widget/client/activity.ts';

const ORIGIN = 'https://assistant.test';

interface Posted {
  type: string;
  text?: string;
  channelData: { clientActivityID: string };
}

/** A Direct Line server in memory, with sockets of its own, that can fail in the ways that networks do. */
export class FakeServer {
  readonly origin = ORIGIN;
  /** Every request, as "METHOD path". */
  readonly requests: string[] = [];
  /** Every posted body, also of posts that failed. */
  readonly posts: Posted[] = [];
  /** Bodies of requests for a token. */
  readonly wishes: { level?: string; resume?: string }[] = [];
  readonly conversations = new Map<string, Activity[]>();
  /** Nothing is reached. */
  isDown = false;
  /** A cache before it goes on to answer what was loaded before. */
  isBehindCache = false;
  /** The page is of a site that may not speak with this server: a browser hides the answer. */
  isForbidden = false;
  /** Statuses for the next posts, instead of what they would get. */
  failures: number[] = [];
  /** The answer to a post is lost after it was taken. */
  losesAnswers = false;
  opensSockets = true;
  /** How long what is said is under way to a socket. Milliseconds. */
  streamDelay = 0;
  acceptsTokens = true;
  #sockets: FakeSocket[] = [];
  #count = 0;

  readonly fetch: typeof fetch = (input, init) => {
    const { pathname, searchParams, search } = new URL(input);
    this.requests.push(`${init?.method ?? 'GET'} ${pathname}`);
    if (pathname === '/widget.js' && (!this.isDown || (this.isBehindCache && search === '')))
      return Promise.resolve(new Response());
    if (this.isDown || this.isForbidden) return Promise.reject(new TypeError('fetch failed'));
    const body = (init?.body === undefined ? {} : JSON.parse(init.body as string)) as Record<string, string>;
    const token = new Headers(init?.headers).get('Authorization')?.slice('Bearer '.length) ?? '';
    const { status, json } = this.#answer(pathname, init?.method ?? 'GET', body, token, searchParams.get('watermark'));
    if (this.losesAnswers && status === 200 && init?.method === 'POST' && pathname.endsWith('/activities'))
      return Promise.reject(new TypeError('connection reset'));
    return Promise.resolve(Response.json(json, { status }));
  };

  /** Puts the sockets of this server in the place of the browser's. */
  installSockets(): void {
    vi.stubGlobal(
      'WebSocket',
      class extends FakeSocket {
        constructor(address: string) {
          super();
          open(this, address);
        }
      },
    );
    const open = (socket: FakeSocket, address: string) => {
      setTimeout(() => {
        if (!this.opensSockets || this.isDown) {
          socket.onclose?.();
          return;
        }
        const { pathname, searchParams } = new URL(address);
        socket.conversation = pathname.split('/').at(-2) ?? '';
        this.#sockets.push(socket);
        socket.onopen?.();
        this.#send(socket, Number(searchParams.get('watermark')));
      }, 1);
    };
  }

  /** Closes every socket, as a server that restarts. */
  closeSockets(): void {
    const closing = this.#sockets;
    this.#sockets = [];
    for (const socket of closing) socket.onclose?.();
  }

  /** The bot says something. */
  say(conversation: string, text: string, reply: Partial<ShownReply> = {}, replyToId = ''): void {
    this.#append(conversation, {
      type: 'message',
      from: { role: 'bot' },
      text,
      replyToId,
      channelData: { reply: { level: 'nl-B1', sections: [], ...reply } },
    });
  }

  #answer(
    path: string,
    method: string,
    body: Record<string, string>,
    token: string,
    watermark: string | null,
  ): { status: number; json: unknown } {
    if (path === '/widget/token') {
      this.wishes.push(body);
      const resumed = body['resume']?.split(' ')[1];
      if (resumed !== undefined && !this.conversations.has(resumed)) return { status: 404, json: {} };
      this.acceptsTokens = true;
      return { status: 200, json: this.#grant(resumed ?? `c${++this.#count}`) };
    }
    if (!this.acceptsTokens) return { status: 403, json: { error: { code: 'TokenExpired' } } };
    const [, conversation = ''] = token.split(' ');
    if (path.endsWith('/conversations')) {
      const isNew = !this.conversations.has(conversation);
      if (isNew) {
        this.conversations.set(conversation, []);
        this.say(conversation, 'Welcome');
      }
      return { status: isNew ? 201 : 200, json: { streamUrl: this.#streamUrl(conversation, '0') } };
    }
    const activities = this.conversations.get(conversation);
    if (activities === undefined) return { status: 404, json: {} };
    if (method === 'GET' && path.endsWith('/activities'))
      return { status: 200, json: this.#after(conversation, Number(watermark)) };
    if (method === 'GET') return { status: 200, json: { streamUrl: this.#streamUrl(conversation, watermark ?? '0') } };
    const posted = body as unknown as Posted;
    this.posts.push(posted);
    const failure = this.failures.shift();
    if (failure !== undefined) return { status: failure, json: {} };
    const isKnown = activities.some(
      ({ channelData }) => channelData?.clientActivityID === posted.channelData.clientActivityID,
    );
    if (!isKnown) {
      this.#append(conversation, { ...posted, from: { role: 'user' } });
      if (posted.text === 'vergeet mij' || posted.text === 'wis') {
        const [asked = { id: '' }] = activities.slice(-1);
        this.say(conversation, 'Forgotten', { clears: true }, asked.id);
        // The rest is gone for whoever asks later.
        this.conversations.set(conversation, activities.slice(-1));
      } else if (posted.type === 'message') this.say(conversation, `Answer to ${posted.text ?? ''}`);
    }
    const kept = this.conversations.get(conversation) ?? [];
    const [taken] = kept.filter(
      ({ channelData }) => channelData?.clientActivityID === posted.channelData.clientActivityID,
    );
    return { status: 200, json: { id: taken?.id ?? kept.at(-1)?.replyToId ?? '' } };
  }

  #grant(conversation: string): object {
    return { token: `token ${conversation}`, conversationId: conversation, expires_in: 1800 };
  }

  #streamUrl(conversation: string, watermark: string): string {
    return `wss://assistant.test/v3/directline/conversations/${conversation}/stream?watermark=${watermark}`;
  }

  #append(conversation: string, activity: Omit<Activity, 'id'>): void {
    const activities = this.conversations.get(conversation) ?? [];
    const place = placeOf(activities.at(-1)?.id ?? '|0') + 1;
    activities.push({ ...activity, id: `${conversation}|${String(place).padStart(7, '0')}` });
    for (const socket of this.#sockets) if (socket.conversation === conversation) this.#send(socket, place - 1);
  }

  #send(socket: FakeSocket, after: number): void {
    const data = JSON.stringify(this.#after(socket.conversation, after));
    const arrive = () => socket.onmessage?.({ data });
    if (this.streamDelay === 0) arrive();
    else setTimeout(arrive, this.streamDelay);
  }

  #after(conversation: string, place: number): object {
    const activities = this.conversations.get(conversation) ?? [];
    const watermark = String(placeOf(activities.at(-1)?.id ?? '|0'));
    return { activities: activities.filter(({ id }) => placeOf(id) > place), watermark };
  }
}

class FakeSocket {
  conversation = '';
  onopen: (() => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;

  send(): void {
    return;
  }

  close(): void {
    this.onmessage = null;
  }
}
