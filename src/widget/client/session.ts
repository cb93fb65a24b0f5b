import type { Level } from '../../shared/level.ts';
import type { Api, Grant } from './api.ts';
import { faultOf, RequestFault } from './request-fault.ts';
import type { Kept, TabStorage } from './tab-storage.ts';

/** A token is not used in its last seconds: a request takes time. Milliseconds. */
const MARGIN = 30_000;

/** What looks like a refusal of the site may be a failure on the way: it is asked again after this long. Milliseconds. */
const FORBIDDEN_PAUSE = 30_000;

type Held = Kept['session'];

export interface SessionEvents {
  /** The level for a new conversation, when one was chosen. */
  level: () => Level | undefined;
  /** The conversation no longer exists; the next call starts another. */
  lost: (conversation: string) => void;
}

/** The right to speak in one conversation: asked for, renewed and begun again as needed, and kept in the tab. */
export class Session {
  readonly #api: Api;
  readonly #storage: TabStorage;
  readonly #events: SessionEvents;
  #held: Held | undefined;
  #starting: Promise<Held> | undefined;
  #renewing: Promise<Held> | undefined;
  /** The address that came with the start of a conversation: it replays everything since. */
  #firstStream: string | undefined;
  #forbidden = false;

  constructor(api: Api, storage: TabStorage, events: SessionEvents) {
    this.#api = api;
    this.#storage = storage;
    this.#events = events;
    this.#held = storage.get('session');
  }

  /** Whether the server seemed not to speak with this site when it was last asked. */
  get forbidden(): boolean {
    return this.#forbidden;
  }

  /** Does a request in the conversation, which is started when needed; throws a `RequestFault`. */
  async callOnce<Result>(request: (token: string, conversation: string) => Promise<Result>): Promise<Result> {
    const ask = async (held: Held) => request(held.token, held.conversationId);
    const held = await this.#ready();
    try {
      return await ask(held);
    } catch (error) {
      if (faultOf(error).kind === 'gone') this.#lose(held);
      if (faultOf(error).kind !== 'token') throw error;
      return await ask(await this.#renew(held));
    }
  }

  /** The same, and once more in a new conversation when the earlier one is gone. */
  async call<Result>(request: (token: string, conversation: string) => Promise<Result>): Promise<Result> {
    try {
      return await this.callOnce(request);
    } catch (error) {
      if (faultOf(error).kind !== 'gone') throw error;
      return this.callOnce(request);
    }
  }

  /** The address of a stream of what came after a watermark. */
  async stream(watermark: string): Promise<string> {
    return this.call((token, conversation) => {
      const first = this.#firstStream;
      this.#firstStream = undefined;
      return first === undefined ? this.#api.stream(token, conversation, watermark) : Promise.resolve(first);
    });
  }

  /** Takes a new token before the old one expires. A failure shows at the next call. */
  async refresh(): Promise<void> {
    const held = this.#held;
    if (held === undefined) return;
    try {
      const grant = await this.#api.refresh(held.token);
      if (this.#held === held) this.#hold(heldOf(grant, held.started));
    } catch {
      return;
    }
  }

  /** Forgets the conversation; the next call starts another. */
  end(): void {
    this.#held = undefined;
    this.#firstStream = undefined;
    this.#storage.remove('session');
  }

  #ready(): Promise<Held> {
    this.#starting ??= this.#start().finally(() => (this.#starting = undefined));
    return this.#starting;
  }

  async #start(): Promise<Held> {
    let held = this.#held ?? this.#hold(heldOf(await this.#grant(), false));
    if (held.expiresAt <= Date.now()) held = await this.#renew(held);
    if (held.started) return held;
    const { fresh, streamUrl } = await this.#startConversation(held);
    this.#firstStream = fresh ? streamUrl : undefined;
    return this.#hold({ ...(this.#held ?? held), started: true });
  }

  async #startConversation(held: Held): Promise<{ fresh: boolean; streamUrl: string }> {
    try {
      return await this.#api.start(held.token);
    } catch (error) {
      if (faultOf(error).kind === 'gone') this.#lose(held);
      if (faultOf(error).kind !== 'token') throw error;
      return this.#api.start((await this.#renew(held)).token);
    }
  }

  #renew(held: Held): Promise<Held> {
    this.#renewing ??= this.#resume(held).finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async #resume(held: Held): Promise<Held> {
    try {
      return this.#hold(heldOf(await this.#grant(held.token), held.started));
    } catch (error) {
      if (faultOf(error).kind === 'gone') this.#lose(held);
      throw error;
    }
  }

  async #grant(resume?: string): Promise<Grant> {
    const level = this.#events.level();
    const wish = { ...(level !== undefined && { level }), ...(resume !== undefined && { resume }) };
    try {
      const grant = await this.#grantOrRefusal(wish);
      this.#forbidden = false;
      return grant;
    } catch (error) {
      this.#forbidden = faultOf(error).kind === 'token';
      throw this.#forbidden ? new RequestFault('forbidden', FORBIDDEN_PAUSE) : error;
    }
  }

  /** A browser hides the refusal of a site: a server that is there and twice seems not to answer has refused. */
  async #grantOrRefusal(wish: Parameters<Api['grant']>[0]): Promise<Grant> {
    try {
      return await this.#api.grant(wish);
    } catch (error) {
      if (faultOf(error).kind !== 'unreachable' || !(await this.#api.isThere())) throw error;
    }
    try {
      return await this.#api.grant(wish);
    } catch (error) {
      throw faultOf(error).kind === 'unreachable' ? new RequestFault('token') : error;
    }
  }

  #lose(held: Held): void {
    if (this.#held?.conversationId !== held.conversationId) return;
    this.end();
    this.#events.lost(held.conversationId);
  }

  #hold(held: Held): Held {
    this.#held = held;
    this.#storage.set('session', held);
    return held;
  }
}

function heldOf({ token, conversationId, expires_in }: Grant, started: boolean): Held {
  return { token, conversationId, expiresAt: Date.now() + expires_in * 1000 - MARGIN, started };
}
