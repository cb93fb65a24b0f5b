import { createHash, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpProblem } from './problem.ts';

/** How often something may happen. */
export interface Limit {
  times: number;
  /** Seconds. */
  within: number;
}

/** Whether something may happen once more, and after how many seconds (at least 1) when it may not. */
export type Verdict = { kind: 'allowed' } | { kind: 'refused'; wait: number; isFirst: boolean };

/** So many keys are counted apart in a process at the same time: who comes beyond that shares a count with another. */
const BUCKETS = 2 ** 16;

/** Nobody knows beforehand who shares a count with whom. */
const SALT = randomBytes(16);

/**
 * Counts what happens, and says when it is too often. It keeps no address and no id, and no more than a fixed number of
 * counts.
 */
export class Counter {
  readonly #limiter: RateLimiterMemory;
  readonly #times: number;
  readonly #onRefused: () => void;

  readonly #buckets: number;

  /**
   * @param onRefused is told each time that something was too often
   * @param buckets how many are counted apart
   */
  constructor({ times, within }: Limit, onRefused: () => void = () => undefined, buckets: number = BUCKETS) {
    this.#buckets = buckets;
    this.#limiter = new RateLimiterMemory({ points: times, duration: within });
    this.#times = times;
    this.#onRefused = onRefused;
  }

  /** @throws HttpProblem 429, with when to try again */
  async count(key: string): Promise<void> {
    const verdict = await this.judge(key);
    if (verdict.kind === 'refused')
      throw new HttpProblem(429, 'That is too often.', `Try again in ${verdict.wait} s.`, { retryAfter: verdict.wait });
  }

  /** Whether it may happen once more. */
  async allows(key: string): Promise<boolean> {
    return (await this.judge(key)).kind === 'allowed';
  }

  /** The same with what to do about it; `isFirst` is the first refusal before it may happen again. */
  async judge(key: string): Promise<Verdict> {
    try {
      await this.#limiter.consume(this.#bucketOf(key));
      return { kind: 'allowed' };
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      this.#onRefused();
      return {
        kind: 'refused',
        wait: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)),
        isFirst: refusal.consumedPoints === this.#times + 1,
      };
    }
  }

  #bucketOf(key: string): string {
    return String(createHash('sha256').update(SALT).update(key).digest().readUInt32BE() % this.#buckets);
  }
}
