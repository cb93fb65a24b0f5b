import { noMetrics, type Metrics } from '../../telemetry/metrics.ts';
import { Counter, type Limit } from '../http/limits.ts';
import type { IncomingActivity } from './activity.ts';

/** How fast people may talk with the bot. Addresses are not counted: all of a channel's activities come from a few. */
export interface BotLimits {
  messagesPerPerson: Limit;
  messagesPerConversation: Limit;
}

/** Nobody reads so fast; in a group many may speak. */
export const BOT_LIMITS: BotLimits = {
  messagesPerPerson: { times: 60, within: 60 },
  messagesPerConversation: { times: 300, within: 60 },
};

/** What becomes of an activity: it is handled, the person is told that it was too often, or nothing is said any more. */
export type PaceVerdict = 'handle' | 'tell' | 'ignore';

/** What a person does; whatever else a channel tells is not counted. */
const COUNTED: ReadonlySet<string> = new Set(['message', 'invoke']);

/** Counts what people do with the bot, by person and by conversation. */
export class Pace {
  readonly #person: Counter;
  readonly #conversation: Counter;

  constructor(limits: BotLimits = BOT_LIMITS, metrics: Metrics = noMetrics) {
    const counterOf = (name: keyof BotLimits) =>
      new Counter(limits[name], () => {
        metrics.limited(name);
      });
    this.#person = counterOf('messagesPerPerson');
    this.#conversation = counterOf('messagesPerConversation');
  }

  /** A person is told once, and again only after they could go on. */
  async judge({ type, channelId, conversation, from }: IncomingActivity): Promise<PaceVerdict> {
    if (!COUNTED.has(type)) return 'handle';
    const person = await this.#person.judge(JSON.stringify([channelId, from.id]));
    const verdict =
      person.kind === 'refused' ? person : await this.#conversation.judge(JSON.stringify([channelId, conversation.id]));
    if (verdict.kind === 'allowed') return 'handle';
    // Whoever asked for an invoke's answer waits for that, and reads no words in the conversation.
    return verdict.isFirst && type === 'message' ? 'tell' : 'ignore';
  }
}
