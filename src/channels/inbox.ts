import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../conversation/assistant.ts';
import type { Reply } from '../conversation/reply.ts';
import { newSession, reviveSession, type Session } from '../conversation/session.ts';
import type { TurnResult } from '../conversation/turn-result.ts';
import { turn, welcome } from '../conversation/turn.ts';
import type { ConversationKey, ConversationStore } from '../store/conversation-store.ts';
import { Serial } from './serial.ts';

/** A message as a channel delivers it. */
export interface Incoming extends ConversationKey {
  /** Id of the message on its channel: the same id again is the same message. */
  id?: string;
  text: string;
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

  constructor(assistant: Assistant, store: ConversationStore, today: () => Temporal.PlainDate) {
    this.#assistant = assistant;
    this.#store = store;
    this.#today = today;
  }

  /**
   * Handles a message.
   *
   * @param send sends the replies; when it fails, the same message delivered again gets them again
   */
  receive(incoming: Incoming, send: (replies: readonly Reply[]) => Promise<void>): Promise<void> {
    return this.#serial.run(serialKey(incoming), async () => {
      const { id } = incoming;
      const before = id === undefined ? undefined : await this.#store.handled(incoming, id);
      if (before?.sent === true) return;
      const replies = before === undefined ? await this.#answer(incoming) : (JSON.parse(before.repliesJson) as Reply[]);
      await send(replies);
      if (id !== undefined) await this.#store.markSent(incoming, id);
    });
  }

  /** The words for someone who just came in; none when they were welcomed before. */
  greet(key: ConversationKey): Promise<readonly Reply[]> {
    return this.#serial.run(serialKey(key), async () => {
      const { replies } = await this.#inTurn(key, undefined, (session) => welcome(session, this.#assistant));
      return replies;
    });
  }

  async #answer(incoming: Incoming): Promise<readonly Reply[]> {
    const { replies } = await this.#inTurn(incoming, incoming.id, (session) =>
      turn({ text: incoming.text }, session, this.#today(), this.#assistant),
    );
    return replies;
  }

  async #inTurn(
    key: ConversationKey,
    id: string | undefined,
    take: (session: Session) => TurnResult,
  ): Promise<TurnResult> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const stored = await this.#store.load(key);
      const session = stored === undefined ? newSession() : reviveSession(JSON.parse(stored.json));
      const result = take(session);
      const delivery = id === undefined ? undefined : { id, repliesJson: JSON.stringify(result.replies) };
      // Forgetting is the only effect there is.
      if (result.effects.length > 0) {
        await this.#store.forget(key, delivery);
        return result;
      }
      if (await this.#store.save(key, stored?.version ?? 0, JSON.stringify(result.session), delivery)) return result;
    }
    throw new Error(`conversation was saved by others ${ATTEMPTS} times in a row`);
  }
}

function serialKey({ channel, conversation }: ConversationKey): string {
  return JSON.stringify([channel, conversation]);
}
