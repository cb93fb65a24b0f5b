import { DIRECT_LINE_PATH, WIDGET_TOKEN_PATH } from '../../channels/directline/paths.ts';
import type { Level } from '../../shared/level.ts';
import { newId, type ActivitySet } from './activity.ts';
import { faultOf, faultOfStatus } from './request-fault.ts';

/** A request without an answer after this long has failed. Milliseconds. */
const PATIENCE = 20_000;

export interface Grant {
  token: string;
  conversationId: string;
  /** Seconds. */
  expires_in: number;
}

/** The server's Direct Line, with a function for each request. Every one throws a `RequestFault` when it fails. */
export class Api {
  readonly #server: string;
  readonly #fetch: typeof fetch;

  /** @param server address before the paths, without a slash at its end */
  constructor(server: string, fetcher: typeof fetch) {
    this.#server = server;
    this.#fetch = fetcher;
  }

  /** A token for a new conversation, or for the one of an earlier token. */
  async grant(wish: { level?: Level; resume?: string }): Promise<Grant> {
    return (await this.#ask('POST', WIDGET_TOKEN_PATH, undefined, wish)).body as Grant;
  }

  /** A new token for the same conversation. */
  async refresh(token: string): Promise<Grant> {
    return (await this.#ask('POST', `${DIRECT_LINE_PATH}/tokens/refresh`, token)).body as Grant;
  }

  /** Starts the token's conversation. `fresh` is false when it had been started before. */
  async start(token: string): Promise<{ fresh: boolean; streamUrl: string }> {
    const { status, body } = await this.#ask('POST', `${DIRECT_LINE_PATH}/conversations`, token);
    return { fresh: status === 201, streamUrl: (body as { streamUrl: string }).streamUrl };
  }

  /** The address of a stream of everything after a watermark. */
  async stream(token: string, conversation: string, watermark: string): Promise<string> {
    const { body } = await this.#ask('GET', `${pathOf(conversation)}?watermark=${watermark}`, token);
    return (body as { streamUrl: string }).streamUrl;
  }

  async activities(token: string, conversation: string, watermark: string): Promise<ActivitySet> {
    const { body } = await this.#ask('GET', `${pathOf(conversation)}/activities?watermark=${watermark}`, token);
    return body as ActivitySet;
  }

  /** @returns the activity's id */
  async post(token: string, conversation: string, activity: object): Promise<string> {
    const { body } = await this.#ask('POST', `${pathOf(conversation)}/activities`, token, activity);
    return (body as { id: string }).id;
  }

  /** Whether the server itself, and not a cache before it, answers what any site may ask. */
  async isThere(): Promise<boolean> {
    try {
      const address = `${this.#server}/widget.js?probe=${newId()}`;
      const signal = AbortSignal.timeout(PATIENCE);
      return (await this.#fetch(address, { method: 'HEAD', cache: 'no-store', signal })).ok;
    } catch {
      return false;
    }
  }

  async #ask(
    method: 'GET' | 'POST',
    path: string,
    token: string | undefined,
    body: object = {},
  ): Promise<{ status: number; body: unknown }> {
    try {
      const response = await this.#fetch(this.#server + path, {
        method,
        cache: 'no-store',
        credentials: 'omit',
        signal: AbortSignal.timeout(PATIENCE),
        headers: {
          ...(method === 'POST' && { 'Content-Type': 'application/json' }),
          ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        },
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw faultOfStatus(response.status, response.headers.get('Retry-After'));
      return { status: response.status, body: await response.json() };
    } catch (error) {
      throw faultOf(error);
    }
  }
}

function pathOf(conversation: string): string {
  return `${DIRECT_LINE_PATH}/conversations/${encodeURIComponent(conversation)}`;
}
