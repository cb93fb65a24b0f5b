import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { HttpProblem } from '../http/problem.ts';

/** How often something may happen. */
export interface Limit {
  times: number;
  /** Seconds. */
  within: number;
}

/** What one address and one conversation may do, and how many streams stay open. */
export interface Limits {
  tokensPerAddress: Limit;
  conversationsPerAddress: Limit;
  /** With the next daily one: what one address can fill the store with. */
  conversationsPerAddressDaily: Limit;
  activitiesPerAddress: Limit;
  activitiesPerAddressDaily: Limit;
  activitiesPerConversation: Limit;
  readsPerConversation: Limit;
  streams: number;
  streamsPerAddress: number;
  streamsPerConversation: number;
}

/** Many people may share one address, so a person's own limits stand per conversation. */
export const LIMITS: Limits = {
  tokensPerAddress: { times: 120, within: 60 },
  conversationsPerAddress: { times: 120, within: 60 },
  conversationsPerAddressDaily: { times: 5_000, within: 24 * 60 * 60 },
  activitiesPerAddress: { times: 1_200, within: 60 },
  activitiesPerAddressDaily: { times: 50_000, within: 24 * 60 * 60 },
  activitiesPerConversation: { times: 120, within: 60 },
  readsPerConversation: { times: 600, within: 60 },
  streams: 20_000,
  streamsPerAddress: 1_000,
  streamsPerConversation: 10,
};

/** Counts what happens, and says when it is too often. */
export class Counter {
  readonly #limiter: RateLimiterMemory;

  constructor({ times, within }: Limit) {
    this.#limiter = new RateLimiterMemory({ points: times, duration: within });
  }

  /** @throws HttpProblem 429, with when to try again */
  async count(key: string): Promise<void> {
    const wait = await this.#wait(key);
    if (wait !== undefined)
      throw new HttpProblem(429, 'That is too often.', `Try again in ${wait} s.`, { retryAfter: wait });
  }

  /** Whether it may happen once more. */
  async allows(key: string): Promise<boolean> {
    return (await this.#wait(key)) === undefined;
  }

  /** How long to wait before the next; nothing when it may happen now. Seconds, at least 1. */
  async #wait(key: string): Promise<number | undefined> {
    try {
      await this.#limiter.consume(key);
      return undefined;
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      throw refusal;
    }
  }
}
