import type {
  ConversationKey,
  ConversationStore,
  Delivery,
  HandledDelivery,
  StoredSession,
} from './conversation-store.ts';
import { seal, unseal } from './seal.ts';

/** How long what is sealed can be opened. Milliseconds. */
const READABLE_FOR = 366 * 24 * 60 * 60 * 1000;

/** What stands in the place of a session that cannot be opened any more: the conversation begins anew. */
const UNREADABLE = 'null';

/** A store in which sessions and replies cannot be read without the keys: what a person's dates are is nobody else's business. */
export class SealedConversationStore implements ConversationStore {
  readonly #store: ConversationStore;
  readonly #keys: () => readonly Uint8Array[];

  /** @param keys the first seals, all open */
  constructor(store: ConversationStore, keys: () => readonly Uint8Array[]) {
    this.#store = store;
    this.#keys = keys;
  }

  async load(key: ConversationKey): Promise<StoredSession | undefined> {
    const stored = await this.#store.load(key);
    return stored === undefined ? undefined : { ...stored, json: this.#open(stored.json) ?? UNREADABLE };
  }

  save(key: ConversationKey, expected: number, sessionJson: string, delivery?: Delivery): Promise<boolean> {
    return this.#store.save(key, expected, this.#seal(sessionJson), this.#sealedDelivery(delivery));
  }

  async handled(key: ConversationKey, deliveryId: string): Promise<HandledDelivery | undefined> {
    const handled = await this.#store.handled(key, deliveryId);
    if (handled === undefined || handled.sent) return handled;
    const repliesJson = this.#open(handled.repliesJson);
    // Replies that nobody can read any more cannot be sent again.
    return repliesJson === undefined ? { repliesJson: '', sent: true } : { ...handled, repliesJson };
  }

  markSent(key: ConversationKey, deliveryId: string): Promise<void> {
    return this.#store.markSent(key, deliveryId);
  }

  forget(key: ConversationKey, delivery?: Delivery): Promise<void> {
    return this.#store.forget(key, this.#sealedDelivery(delivery));
  }

  dropDeliveriesBefore(moment: Date): Promise<void> {
    return this.#store.dropDeliveriesBefore(moment);
  }

  check(): Promise<void> {
    return this.#store.check();
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  #sealedDelivery(delivery: Delivery | undefined): Delivery | undefined {
    return delivery && { ...delivery, repliesJson: this.#seal(delivery.repliesJson) };
  }

  #seal(json: string): string {
    return seal(json, this.#keys(), new Date(Date.now() + READABLE_FOR), 'quick');
  }

  #open(sealed: string): string | undefined {
    const opened = unseal(sealed, this.#keys(), new Date());
    return opened.kind === 'ok' && typeof opened.value === 'string' ? opened.value : undefined;
  }
}
