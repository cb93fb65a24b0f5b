import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../conversation/assistant.ts';
import type { Reply } from '../conversation/reply.ts';
import { readSavedPlan } from '../conversation/saved-plan.ts';
import { newSession, reviveSession, type Session } from '../conversation/session.ts';
import type { TurnResult } from '../conversation/turn-result.ts';
import { turn, welcome, type Message } from '../conversation/turn.ts';
import { present } from '../shared/present.ts';
import type { Level } from '../shared/level.ts';
import type { ConversationLocks } from '../store/conversation-locks.ts';
import type { ConversationKey, ConversationStore, OpenedConversation } from '../store/conversation-store.ts';
import { RETENTION } from '../store/retention.ts';
import { outgoingJson, readOutgoing, type Outgoing } from './outgoing.ts';
import { keptPlan } from './kept-plan.ts';
import { Serial } from './serial.ts';
import { within } from './within.ts';

/** What a channel delivers. */
export interface Incoming extends ConversationKey {
  /** Id on its channel: the same id again is the same delivery. */
  id?: string;
}

/** Sends replies through a channel; it fails when they did not get there. */
export type Send = (replies: readonly Reply[]) => Promise<void>;

/** How a channel sends replies. */
export interface SendBy {
  send: Send;
  /** Where replies go when the request that they answer is over: plain data. Absent when the channel cannot send then. */
  target?: unknown;
}

/** What was made of a message, for measuring. */
export interface TurnTaken {
  channel: string;
  decision: string;
  /** Time for the turn itself, without waiting and sending. Seconds. */
  seconds: number;
}

export interface InboxParts {
  assistant: Assistant;
  conversations: ConversationStore;
  locks: ConversationLocks;
  today: () => Temporal.PlainDate;
  /** Deletes what else is kept of a conversation that is forgotten. */
  alsoForget?: (key: ConversationKey) => Promise<void>;
  onTurn?: (taken: TurnTaken) => void;
  /** Hears each message that was handled, and what came of it. */
  onMessage?: (text: string, result: TurnResult) => void;
  /** How long sending may take before whoever delivers hears that it failed, in milliseconds. */
  sendingLimit?: number;
  /** How long is left to the process that took a turn to send what came of it, in milliseconds. */
  ownSending?: number;
}

/** How long sending may take before whoever delivers hears that it failed. Milliseconds. */
export const SENDING_LIMIT = 8_000;

/** So long is left to the process that took a turn to send what came of it; then the outbox does. Milliseconds. */
const OWN_SENDING = 30_000;

/** So long a process remembers what it sent while the store could not note it. Milliseconds. */
const REMEMBERED_FOR = 24 * 60 * 60 * 1000;

type Take = (session: Session, opened: OpenedConversation) => TurnResult;

/** How often a turn is tried again when another process saved the conversation first. */
const ATTEMPTS = 5;

/**
 * One message from door to door: a conversation's messages are handled one after the other, also by several processes; the
 * session is saved before anything is sent, and a message that is delivered twice has one effect.
 */
export class Inbox {
  readonly #parts: InboxParts;
  readonly #ownSending: number;
  readonly #serial = new Serial();
  /** Deliveries whose replies left while the store could not note it. */
  readonly #left = new Set<string>();

  constructor(parts: InboxParts) {
    this.#parts = parts;
    this.#ownSending = parts.ownSending ?? OWN_SENDING;
  }

  /**
   * Handles a message.
   *
   * @param by sends the replies; when that fails, the same message delivered again gets them again, or the outbox sends them
   * @throws Error when the store cannot be used, or sending failed
   */
  receive({ channel, conversation, id, ...message }: Incoming & Message, by: SendBy): Promise<void> {
    const incoming = { channel, conversation, ...present({ id }) };
    const take = (session: Session, { planJson }: OpenedConversation) => {
      const plan = readSavedPlan(planJson);
      return turn({ ...message, ...present({ plan }) }, session, this.#parts.today(), this.#parts.assistant);
    };
    return this.#deliver(incoming, by, take, (result) => this.#parts.onMessage?.(message.text, result));
  }

  /**
   * Handles that someone came in: the first words, unless they were said before.
   *
   * @param level how to write to someone who is new
   * @param shared true where others read along
   */
  greet(incoming: Incoming, by: SendBy, { level, shared }: { level?: Level; shared?: boolean } = {}): Promise<void> {
    return this.#deliver(incoming, by, (session) =>
      welcome(session.welcomed || level === undefined ? session : { ...session, level }, this.#parts.assistant, shared),
    );
  }

  /** Deletes all that is stored of a conversation: nobody can take part in it any more. */
  forget(key: ConversationKey): Promise<void> {
    return this.alone(key, () => this.#forgetAll(key));
  }

  /**
   * Sends what was left unsent to a delivery, unless it was sent meanwhile.
   *
   * @throws whatever sending fails with
   */
  sendLeft(key: ConversationKey, deliveryId: string, send: (outgoing: Outgoing) => Promise<void>): Promise<void> {
    return this.alone(key, async () => {
      const { delivery } = await this.#parts.conversations.open(key, deliveryId);
      const outgoing = readOutgoing(delivery?.outgoingJson);
      if (outgoing === undefined) return;
      const place = placeOf(key, deliveryId);
      if (!this.#left.has(place)) await send(outgoing);
      await this.#noteSent(key, deliveryId);
    });
  }

  /** Runs a task while nothing else is done in a conversation, by any process. */
  alone<T>(key: ConversationKey, task: () => Promise<T>): Promise<T> {
    return this.#serial.run(placeOf(key), () => this.#parts.locks.run(key, task));
  }

  /**
   * Whoever delivers hears after a while that sending takes too long; the conversation is free only when sending has ended,
   * so that nobody sends the same beside it, and nothing of it comes after it was forgotten.
   */
  #deliver(incoming: Incoming, by: SendBy, take: Take, after?: (result: TurnResult) => void): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    this.alone(incoming, async () => {
      const { id } = incoming;
      // Without an id nothing can be recognised as the same delivery.
      if (id !== undefined && this.#left.has(placeOf(incoming, id))) return this.#noteSoon(incoming, id);
      const replies = await this.#inTurn(incoming, id, by.target, take, after);
      if (replies === undefined) return;
      const sending = (replies.length > 0 ? by.send(replies) : Promise.resolve()).then(() =>
        id === undefined ? undefined : this.#noteSoon(incoming, id),
      );
      within(this.#parts.sendingLimit ?? SENDING_LIMIT, sending).then(() => {
        resolve(undefined);
      }, reject);
      await within(this.#ownSending, sending);
    }).then(() => {
      resolve(undefined);
    }, reject);
    return promise;
  }

  /** Notes that replies left; if that cannot be now, the outbox does later. */
  #noteSoon(key: ConversationKey, id: string): Promise<void> {
    return this.#noteSent(key, id).catch(() => undefined);
  }

  /** Notes that replies left. When the store cannot, this process remembers it: they are not sent a second time. */
  async #noteSent(key: ConversationKey, id: string): Promise<void> {
    const place = placeOf(key, id);
    try {
      await this.#parts.conversations.sent(key, id);
      this.#left.delete(place);
    } catch (error) {
      this.#left.add(place);
      setTimeout(() => this.#left.delete(place), REMEMBERED_FOR).unref();
      throw error;
    }
  }

  /** Takes a turn, or finds the replies of the one that was taken before; nothing when those were sent. */
  async #inTurn(
    key: ConversationKey,
    id: string | undefined,
    target: unknown,
    take: Take,
    after?: (result: TurnResult) => void,
  ): Promise<readonly Reply[] | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      // Looked up in every attempt: who saved first may have handled this very message.
      const opened = await this.#parts.conversations.open(key, id);
      if (opened.delivery) return readOutgoing(opened.delivery.outgoingJson)?.replies;
      const { session: stored } = opened;
      const start = performance.now();
      const result = take(stored === undefined ? newSession() : reviveSession(JSON.parse(stored.json)), opened);
      const { replies, session, effects, outcome } = result;
      const seconds = (performance.now() - start) / 1000;
      const delivery =
        id === undefined
          ? undefined
          : {
              id,
              outgoingJson: outgoingJson({ id, replies, target }),
              due: this.#dueOf(target),
            };
      if (effects.some(({ kind }) => kind === 'forget')) await this.#forgetAll(key, delivery);
      else {
        const turnTaken = {
          sessionJson: JSON.stringify(session),
          ...present({ delivery }),
          ...keptPlan(effects, target),
        };
        if (!(await this.#parts.conversations.save(key, stored?.version ?? 0, turnTaken))) continue;
      }
      this.#parts.onTurn?.({ channel: key.channel, decision: outcome.decision, seconds });
      after?.(result);
      return replies;
    }
    throw new Error(`conversation was saved by others ${ATTEMPTS} times in a row`);
  }

  /** When the outbox takes over; for who cannot be reached later, not before it is of no use any more. */
  #dueOf(target: unknown): Date {
    return new Date(Date.now() + (target === undefined ? RETENTION.delivery : this.#ownSending));
  }

  async #forgetAll(key: ConversationKey, delivery?: Parameters<ConversationStore['forget']>[1]): Promise<void> {
    // What is kept beside it goes first: when that fails, the same message delivered again forgets again.
    await this.#parts.alsoForget?.(key);
    await this.#parts.conversations.forget(key, delivery);
  }
}

/** A conversation, or a delivery in it, as the key of a map. */
function placeOf({ channel, conversation }: ConversationKey, id = ''): string {
  return JSON.stringify([channel, conversation, id]);
}
