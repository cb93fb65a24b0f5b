import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../conversation/assistant.ts';
import type { Reply } from '../conversation/reply.ts';
import { newSession, reviveSession, type Session } from '../conversation/session.ts';
import type { TurnResult } from '../conversation/turn-result.ts';
import { turn, welcome, type Message } from '../conversation/turn.ts';
import type { ConversationKey, ConversationStore } from '../store/conversation-store.ts';
import type { Level } from '../shared/level.ts';
import { Serial } from './serial.ts';

/** What a channel delivers. */
export interface Incoming extends ConversationKey {
  /** Id on its channel: the same id again is the same delivery. */
  id?: string;
}

/** Sends replies through a channel; it fails when they did not get there. */
export type Send = (replies: readonly Reply[]) => Promise<void>;

/** How long sending may take before the conversation goes on without it. Milliseconds. */
const SENDING_LIMIT = 8_000;

/** After so many times that limit a send that never ended counts as failed: the next delivery sends anew. */
const GIVE_UP_AFTER = 8;

/** The channel did not take the replies in time; it may yet. */
export class SendingTooLong extends Error {
  override readonly name = 'SendingTooLong';
}

/** How often a turn is tried again when another process saved the conversation first. */
const ATTEMPTS = 5;

/**
 * One message from door to door: a conversation's messages are handled one after the other, the session is saved before
 * anything is sent, and a message that is delivered twice has one effect.
 */
export class Inbox {
  readonly #assistant: Assistant;
  readonly #store: ConversationStore;
  readonly #today: () => Temporal.PlainDate;
  readonly #serial = new Serial();
  readonly #sendingLimit: number;
  /** Sends that have not settled, by delivery. */
  readonly #sending = new Map<string, Promise<void>>();

  /** @param sendingLimit how long sending may take before the conversation goes on without it, in milliseconds */
  constructor(
    assistant: Assistant,
    store: ConversationStore,
    today: () => Temporal.PlainDate,
    sendingLimit: number = SENDING_LIMIT,
  ) {
    this.#assistant = assistant;
    this.#store = store;
    this.#today = today;
    this.#sendingLimit = sendingLimit;
  }

  /**
   * Handles a message.
   *
   * @param send sends the replies; when it fails, the same message delivered again gets them again
   */
  receive({ channel, conversation, id, ...message }: Incoming & Message, send: Send): Promise<void> {
    const incoming = { channel, conversation, ...(id !== undefined && { id }) };
    return this.#deliver(incoming, send, (session) => turn(message, session, this.#today(), this.#assistant));
  }

  /**
   * Handles that someone came in: the first words, unless they were said before.
   *
   * @param level how to write to someone who is new
   * @param shared true where others read along
   */
  greet(incoming: Incoming, send: Send, { level, shared }: { level?: Level; shared?: boolean } = {}): Promise<void> {
    return this.#deliver(incoming, send, (session) =>
      welcome(session.welcomed || level === undefined ? session : { ...session, level }, this.#assistant, shared),
    );
  }

  /** Deletes all that is stored of a conversation: nobody can take part in it any more. */
  forget(key: ConversationKey): Promise<void> {
    return this.#serial.run(serialKey(key), () => this.#store.forget(key));
  }

  #deliver(incoming: Incoming, send: Send, take: (session: Session) => TurnResult): Promise<void> {
    return this.#serial.run(serialKey(incoming), async () => {
      const { id } = incoming;
      // Without an id nothing can be recognised as the same delivery.
      const place = id === undefined ? undefined : JSON.stringify([incoming.channel, incoming.conversation, id]);
      // A first try that is still under way may yet succeed: a second beside it would say everything twice.
      const underWay = place === undefined ? undefined : this.#sending.get(place);
      if (underWay) return this.#withinLimit(underWay);
      const replies = await this.#inTurn(incoming, id, take);
      if (replies === undefined) return;
      const sending = (replies.length > 0 ? send(replies) : Promise.resolve()).then(() =>
        id === undefined ? undefined : this.#store.markSent(incoming, id),
      );
      if (place !== undefined) {
        this.#sending.set(place, sending);
        const settled = () => {
          clearTimeout(givenUp);
          if (this.#sending.get(place) === sending) this.#sending.delete(place);
        };
        const givenUp = setTimeout(settled, GIVE_UP_AFTER * this.#sendingLimit).unref();
        sending.then(settled, settled);
      }
      await this.#withinLimit(sending);
    });
  }

  /** A channel that does not answer must not hold up the conversation, nor the end of the process. */
  async #withinLimit(sending: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new SendingTooLong(`sending took longer than ${this.#sendingLimit} ms`));
      }, this.#sendingLimit);
    });
    try {
      await Promise.race([sending, limit]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Takes a turn, or finds the replies of the one that was taken before; nothing when those were sent. */
  async #inTurn(
    key: ConversationKey,
    id: string | undefined,
    take: (session: Session) => TurnResult,
  ): Promise<readonly Reply[] | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // Looked up in every attempt: who saved first may have handled this very message.
      const before = id === undefined ? undefined : await this.#store.handled(key, id);
      if (before) return before.sent ? undefined : (JSON.parse(before.repliesJson) as Reply[]);
      const stored = await this.#store.load(key);
      const { replies, session, effects } = take(
        stored === undefined ? newSession() : reviveSession(JSON.parse(stored.json)),
      );
      const delivery = id === undefined ? undefined : { id, repliesJson: JSON.stringify(replies) };
      // Forgetting is the only effect there is.
      if (effects.length > 0) {
        await this.#store.forget(key, delivery);
        return replies;
      }
      if (await this.#store.save(key, stored?.version ?? 0, JSON.stringify(session), delivery)) return replies;
    }
    throw new Error(`conversation was saved by others ${ATTEMPTS} times in a row`);
  }
}

function serialKey({ channel, conversation }: ConversationKey): string {
  return JSON.stringify([channel, conversation]);
}
