import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import directLineJs, { type Activity, type DirectLine, type DirectLineOptions } from 'botframework-directlinejs';
import { vi } from 'vitest';
import { webSocketOf, xmlHttpRequestOf } from './page.ts';
import type { Shown } from './visitor.ts';

export const { ConnectionStatus } = directLineJs;

/** As often as the client allows. Milliseconds. */
const POLLING_INTERVAL = 200;

/** After this time the client gives a request up, and after this time it tries to reconnect again. Milliseconds. */
const TIMEOUT = 2_000;

/** The client waits 3 s, and up to 12 s more by chance, before it reconnects; by this "chance" it does so at once. */
const AT_ONCE = () => -0.25;

/** A conversation on a page that uses Microsoft's own client, as Web Chat does. */
export class MicrosoftChat {
  readonly line: DirectLine;
  /** What the client hands to the page, as it comes. */
  readonly shown: Shown[] = [];
  /** Each status that the client went through. */
  readonly statuses: number[] = [];

  /** @param origin the site of the page */
  constructor(url: string, origin: string, options: DirectLineOptions) {
    vi.stubGlobal('XMLHttpRequest', xmlHttpRequestOf(origin));
    this.line = new directLineJs.DirectLine({
      domain: `${url}/v3/directline`,
      pollingInterval: POLLING_INTERVAL,
      timeout: TIMEOUT,
      random: AT_ONCE,
      WebSocket: webSocketOf(origin),
      ...options,
    });
    this.line.connectionStatus$.subscribe((status) => this.statuses.push(status));
    this.line.activity$.subscribe(
      (activity) => this.shown.push(activity as unknown as Shown),
      () => undefined,
    );
  }

  /** Posts as it is, once. @returns the id, or "retry" */
  post(activity: object): Promise<string> {
    return new Promise((resolve, reject) => {
      this.line.postActivity(activity as Activity).subscribe(resolve, reject);
    });
  }

  /** Sends a message as a page does: again, as the same message, until it was taken. @returns its id */
  async say(text: string, more: object = {}): Promise<string> {
    const activity = {
      type: 'message',
      from: { id: 'somebody', name: 'Somebody' },
      text,
      channelData: { clientActivityID: randomUUID() },
      ...more,
    };
    for (;;) {
      const id = await this.post(activity);
      if (id !== 'retry') return id;
      await setTimeout(POLLING_INTERVAL);
    }
  }

  /** Gets a new token as the client does every fifteen minutes, and goes on with it. */
  async refresh(): Promise<void> {
    const refresh = this.line['refreshToken'] as DirectLine['getSessionId'];
    this.line['token'] = await new Promise<string>((resolve, reject) => {
      refresh.call(this.line).subscribe(resolve, reject);
    });
  }

  /** Waits until so many activities were shown. */
  async shows(count: number): Promise<readonly Shown[]> {
    await this.until(() => this.shown.length >= count);
    return this.shown;
  }

  /** Waits until the client came into a status, now or before. */
  reaches(status: number): Promise<void> {
    return this.until(() => this.statuses.includes(status));
  }

  async until(holds: () => boolean): Promise<void> {
    await vi.waitFor(
      () => {
        if (!holds()) throw new Error(`statuses ${this.statuses.join(', ')}; ${this.shown.length} activities shown`);
      },
      { timeout: 15_000, interval: 10 },
    );
  }
}
