import { HttpProblem } from './problem.ts';

/** So many messages are handled at a time: they wait for the store, and hold their part of the memory. */
const MOST_AT_ONCE = 200;

/** Who was refused comes back after 1 to so many seconds, and so not all at the same time. */
const LONGEST_WAIT = 3;

/** A moment at which it is full is none to send everyone elsewhere. Milliseconds. */
const OVERLOADED_AFTER = 5_000;

/** How many requests that take a turn are under way in this process. */
export class Load {
  readonly #most: number;
  readonly #onRefused: () => void;
  #underWay = 0;
  #fullSince: number | undefined;

  /** @param onRefused is told of each request that is refused */
  constructor(onRefused: () => void = () => undefined, most: number = MOST_AT_ONCE) {
    this.#onRefused = onRefused;
    this.#most = most;
  }

  /** Whether no more can be taken now. */
  get isFull(): boolean {
    return this.#underWay >= this.#most;
  }

  /** Whether it has been full for so long that others should take what comes. */
  get isOverloaded(): boolean {
    return this.#fullSince !== undefined && performance.now() - this.#fullSince >= OVERLOADED_AFTER;
  }

  /** Begins one; each is ended by one `leave`. @throws HttpProblem 503 when there are too many, with when to try again */
  enter(): void {
    if (this.isFull) {
      this.#onRefused();
      const wait = 1 + Math.floor(Math.random() * LONGEST_WAIT);
      throw new HttpProblem(503, 'There are too many requests now.', `Try again in ${wait} s.`, { retryAfter: wait });
    }
    this.#underWay += 1;
    if (this.#underWay >= this.#most) this.#fullSince ??= performance.now();
  }

  leave(): void {
    this.#underWay -= 1;
    if (!this.isFull) this.#fullSince = undefined;
  }
}
