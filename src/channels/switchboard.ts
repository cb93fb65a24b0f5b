import type { Assistant } from '../conversation/assistant.ts';
import { NOTHING_OFF, type SwitchedOff } from '../conversation/switched-off.ts';
import type { Switches } from '../store/switches.ts';

/** The name under which the whole assistant is switched off. */
export const EVERYTHING = 'everything';

/** How long what was read is believed. Milliseconds. */
const READ_EVERY = 2_000;

/**
 * What an administrator switched off, read from the store every two seconds, so that it holds on every process without a
 * restart. While the store cannot be read, the last that is known stands.
 */
export class Switchboard {
  readonly #switches: Pick<Switches, 'all'>;
  readonly #onFailure: (error: unknown) => void;
  readonly #every: number;
  #current = NOTHING_OFF;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param onFailure is told each time that it could not be read, once it was
   * @param every how often it is read, in milliseconds
   */
  constructor(switches: Pick<Switches, 'all'>, onFailure: (error: unknown) => void, every: number = READ_EVERY) {
    this.#switches = switches;
    this.#onFailure = onFailure;
    this.#every = every;
  }

  /** What is off; nothing before the start. The same object for as long as nothing changes. */
  current(): SwitchedOff {
    return this.#current;
  }

  /**
   * Reads now, and again every so often.
   *
   * @throws whatever reading fails with: without knowing what is off, something wrong would be answered
   */
  async start(): Promise<void> {
    await this.#read();
    this.#next();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** One reading at a time: a store that does not answer is not asked again and again. */
  #next(): void {
    this.#timer = setTimeout(() => {
      void this.#read()
        .catch(this.#onFailure)
        .then(() => {
          if (this.#timer !== undefined) this.#next();
        });
    }, this.#every).unref();
  }

  async #read(): Promise<void> {
    const names = (await this.#switches.all()).map(({ what }) => what);
    const topics = new Set(names.filter((name) => name !== EVERYTHING));
    const read: SwitchedOff = { everything: names.includes(EVERYTHING), topics };
    if (!isSame(read, this.#current)) this.#current = read;
  }
}

/** The assistant with what is switched off at the moment that it is looked at; a turn looks once. */
export function withSwitches(assistant: Assistant, board: Pick<Switchboard, 'current'>): Assistant {
  return {
    ...assistant,
    get off() {
      return board.current();
    },
  };
}

function isSame(one: SwitchedOff, other: SwitchedOff): boolean {
  const { everything, topics } = one;
  return (
    everything === other.everything &&
    topics.size === other.topics.size &&
    [...topics].every((topic) => other.topics.has(topic))
  );
}
