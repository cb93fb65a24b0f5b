import type { ActivitySet } from './activity.ts';
import { backoff, Pause } from './pause.ts';
import { faultOf } from './request-fault.ts';

/** So often may a socket fail to open before polling takes its place. */
const MOST_FAILED_OPENINGS = 2;
/** Milliseconds. */
const OPENING_PATIENCE = 8000;
const PING_INTERVAL = 25_000;
const POLLING_SPELL = 60_000;
const POLL_INTERVAL = 2000;
const QUIET_POLL_INTERVAL = 5000;

export interface StreamEvents {
  /** The address for a new socket. */
  address: () => Promise<string>;
  /** What is new, for when no socket can be had. */
  poll: () => Promise<ActivitySet>;
  received: (set: ActivitySet) => void;
  up: () => void;
  /** A request failed; another try follows. */
  down: () => void;
}

/** Receives what is new in a conversation, by socket or else by polling, until it is stopped. */
export class Stream {
  readonly #events: StreamEvents;
  readonly #pause = new Pause();
  #hangUp: (() => void) | undefined;
  #restarting = false;
  #isPolling = false;
  #stopped = false;
  #lastNews = Date.now();

  constructor(events: StreamEvents) {
    this.#events = events;
    void this.#run();
  }

  /** Connects anew at once: the network may have changed under the socket. */
  restart(): void {
    this.#restarting = true;
    this.#hangUp?.();
    this.#pause.end();
  }

  /** There is news: where no socket tells it, it is asked for at once. */
  look(): void {
    if (this.#isPolling) this.#pause.end();
  }

  stop(): void {
    this.#stopped = true;
    this.restart();
  }

  async #run(): Promise<void> {
    let failures = 0;
    let failedOpenings = 0;
    while (!this.#isStopped()) {
      try {
        if (failedOpenings < MOST_FAILED_OPENINGS) {
          const address = await this.#events.address();
          if (this.#isStopped()) return;
          const opened = await this.#listen(address);
          failedOpenings = opened ? 0 : failedOpenings + 1;
          if (!opened && !this.#isStopped()) await this.#poll();
          // By chance: a server that restarts does not get all its visitors at once.
          if (!this.#restarting) await this.#pause.wait(300 + Math.random() * 2500);
          this.#restarting = false;
        } else {
          await this.#pollForAWhile();
          failedOpenings = MOST_FAILED_OPENINGS - 1;
        }
        failures = 0;
      } catch (error) {
        const fault = faultOf(error);
        if (this.#isStopped()) return;
        this.#events.down();
        failures += 1;
        await this.#pause.wait(Math.max(fault.wait, backoff(failures)));
      }
    }
  }

  /** Resolves when the socket is closed, or hung up. @returns whether it had been open */
  #listen(address: string): Promise<boolean> {
    return new Promise((resolve) => {
      const socket = socketTo(address);
      if (socket === undefined) {
        resolve(false);
        return;
      }
      let opened = false;
      const end = () => {
        clearTimeout(patience);
        clearInterval(ping);
        // A socket on a dead network takes long to close: nobody waits for it.
        socket.onopen = socket.onmessage = socket.onerror = socket.onclose = null;
        socket.close();
        resolve(opened);
      };
      const patience = setTimeout(end, OPENING_PATIENCE);
      const ping = setInterval(() => {
        if (opened) socket.send('');
      }, PING_INTERVAL);
      this.#hangUp = end;
      // A page that allows no sockets tells of an error only.
      socket.onerror = socket.onclose = end;
      socket.onopen = () => {
        opened = true;
        clearTimeout(patience);
        this.#events.up();
      };
      socket.onmessage = ({ data }) => {
        if (typeof data === 'string' && data !== '') this.#events.received(JSON.parse(data) as ActivitySet);
      };
    });
  }

  async #pollForAWhile(): Promise<void> {
    const start = Date.now();
    while (!this.#isStopped() && Date.now() - start < POLLING_SPELL) {
      if (await this.#poll()) continue;
      this.#isPolling = true;
      await this.#pause.wait(Date.now() - this.#lastNews < POLLING_SPELL ? POLL_INTERVAL : QUIET_POLL_INTERVAL);
      this.#isPolling = false;
    }
  }

  /** Asks once what is new. @returns whether anything was */
  async #poll(): Promise<boolean> {
    const set = await this.#events.poll();
    if (this.#isStopped()) return false;
    this.#events.up();
    if (set.activities.length === 0) return false;
    this.#lastNews = Date.now();
    this.#events.received(set);
    return true;
  }

  // A function: what changes while waiting is not known to the compiler.
  #isStopped(): boolean {
    return this.#stopped;
  }
}

/** A new socket; nothing where the browser or the page forbids to make one. */
function socketTo(address: string): WebSocket | undefined {
  try {
    return new WebSocket(address);
  } catch {
    return undefined;
  }
}
