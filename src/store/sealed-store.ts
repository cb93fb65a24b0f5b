import type {
  ConversationKey,
  ConversationStore,
  Delivery,
  KeptPlan,
  OpenedConversation,
  SavedTurn,
} from './conversation-store.ts';
import { present } from '../shared/present.ts';
import type { ClaimedEntry, Outbox, OutboxEntry } from './outbox.ts';
import { seal, unseal } from './seal.ts';
import type { Store } from './store.ts';

/** How long what is sealed can be opened; a kept plan, which lasts longest, is deleted before. Milliseconds. */
const READABLE_FOR = 2 * 366 * 24 * 60 * 60 * 1000;

/** What stands in the place of a session that cannot be opened any more: the conversation begins anew. */
const UNREADABLE = 'null';

/**
 * A store in which sessions, plans and what is to be sent cannot be read without the keys: what a person's dates are is
 * nobody else's business.
 *
 * @param keys the first seals, all open
 */
export function sealedStore(store: Store, keys: () => readonly Uint8Array[]): Store {
  const cipher = new Cipher(keys);
  return {
    ...store,
    conversations: new SealedConversationStore(store.conversations, cipher),
    outbox: new SealedOutbox(store.outbox, cipher),
  };
}

class Cipher {
  readonly #keys: () => readonly Uint8Array[];

  constructor(keys: () => readonly Uint8Array[]) {
    this.#keys = keys;
  }

  seal(json: string): string {
    return seal(json, this.#keys(), new Date(Date.now() + READABLE_FOR), 'quick');
  }

  /** Nothing when none of the keys opens it. */
  open(sealed: string | undefined): string | undefined {
    if (sealed === undefined) return undefined;
    const opened = unseal(sealed, this.#keys(), new Date());
    return opened.kind === 'ok' && typeof opened.value === 'string' ? opened.value : undefined;
  }
}

class SealedConversationStore implements ConversationStore {
  readonly #store: ConversationStore;
  readonly #cipher: Cipher;

  constructor(store: ConversationStore, cipher: Cipher) {
    this.#store = store;
    this.#cipher = cipher;
  }

  async open(key: ConversationKey, deliveryId?: string): Promise<OpenedConversation> {
    const { session, planJson, delivery } = await this.#store.open(key, deliveryId);
    return present({
      session: session && { ...session, json: this.#cipher.open(session.json) ?? UNREADABLE },
      planJson: this.#cipher.open(planJson),
      // What nobody can read any more cannot be sent again.
      delivery: delivery && present({ outgoingJson: this.#cipher.open(delivery.outgoingJson) }),
    });
  }

  save(key: ConversationKey, expected: number, { sessionJson, delivery, plan }: SavedTurn): Promise<boolean> {
    return this.#store.save(key, expected, {
      sessionJson: this.#cipher.seal(sessionJson),
      ...present({ delivery: this.#sealedDelivery(delivery), plan: plan && this.#sealedPlan(plan) }),
      ...(plan === null && { plan }),
    });
  }

  sent(key: ConversationKey, deliveryId: string): Promise<void> {
    return this.#store.sent(key, deliveryId);
  }

  forget(key: ConversationKey, delivery?: Delivery): Promise<void> {
    return this.#store.forget(key, this.#sealedDelivery(delivery));
  }

  deleteSessionsBefore(moment: Date): Promise<void> {
    return this.#store.deleteSessionsBefore(moment);
  }

  deletePlansPast(moment: Date): Promise<void> {
    return this.#store.deletePlansPast(moment);
  }

  dropDeliveriesBefore(moment: Date): Promise<void> {
    return this.#store.dropDeliveriesBefore(moment);
  }

  #sealedDelivery(delivery: Delivery | undefined): Delivery | undefined {
    return delivery && { ...delivery, outgoingJson: this.#cipher.seal(delivery.outgoingJson) };
  }

  #sealedPlan({ json, until, reminders }: KeptPlan): KeptPlan {
    return {
      json: this.#cipher.seal(json),
      until,
      reminders: reminders.map((reminder) => ({ ...reminder, json: this.#cipher.seal(reminder.json) })),
    };
  }
}

class SealedOutbox implements Outbox {
  readonly #outbox: Outbox;
  readonly #cipher: Cipher;

  constructor(outbox: Outbox, cipher: Cipher) {
    this.#outbox = outbox;
    this.#cipher = cipher;
  }

  async claim(now: Date, until: Date, limit: number): Promise<OutboxEntry[]> {
    const entries = await this.#outbox.claim(now, until, limit);
    return entries.map((entry) => ({ ...entry, json: this.#cipher.open(entry.json) ?? UNREADABLE }));
  }

  remove(entry: ClaimedEntry): Promise<void> {
    return this.#outbox.remove(entry);
  }

  hold(entry: ClaimedEntry, until: Date, failed?: boolean): Promise<boolean> {
    return this.#outbox.hold(entry, until, failed);
  }

  overdue(now: Date): Promise<{ count: number; since?: Date }> {
    return this.#outbox.overdue(now);
  }

  dropRepliesDueBefore(moment: Date): Promise<void> {
    return this.#outbox.dropRepliesDueBefore(moment);
  }
}
