import type { Outgoing } from './activity.ts';
import { backoff, Pause } from './pause.ts';
import { faultOf, type RequestFault } from './request-fault.ts';

export interface OutboxEvents {
  /** What is to be sent now: the same thing until it was posted or refused. */
  next: () => Outgoing | undefined;
  /** Sends one thing to the server and returns its id there; throws a `RequestFault`. */
  post: (outgoing: Outgoing) => Promise<string>;
  /** The server has it. */
  posted: (outgoing: Outgoing, id: string) => void;
  /** The server will never take it. */
  refused: (outgoing: Outgoing) => void;
  /** A try failed and another follows. @param failures so many in a row */
  delayed: (fault: RequestFault, failures: number) => void;
}

/** Sends things one after the other, each until the server has it. */
export class Outbox {
  readonly #events: OutboxEvents;
  readonly #pause = new Pause();
  #running = false;
  #underWay: string | undefined;

  constructor(events: OutboxEvents) {
    this.#events = events;
  }

  /** What is being sent at this moment. */
  get underWay(): string | undefined {
    return this.#underWay;
  }

  /** Tries at once what waits for its next try. */
  hurry(): void {
    this.#pause.end();
  }

  /** Sends until there is nothing more to send. */
  async run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    let failures = 0;
    for (let next = this.#events.next(); next !== undefined; next = this.#events.next()) {
      try {
        this.#underWay = next.id;
        const id = await this.#events.post(next).finally(() => (this.#underWay = undefined));
        failures = 0;
        this.#events.posted(next, id);
      } catch (error) {
        const fault = faultOf(error);
        if (fault.kind === 'refused') this.#events.refused(next);
        else {
          failures += 1;
          this.#events.delayed(fault, failures);
          await this.#pause.wait(Math.max(fault.wait, backoff(failures)));
        }
      }
    }
    this.#running = false;
  }
}
