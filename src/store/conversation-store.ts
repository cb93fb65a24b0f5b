/** Which conversation: the channel it runs on and its id there. */
export interface ConversationKey {
  channel: string;
  conversation: string;
}

/** A stored session: JSON text and the version to hand back when saving. */
export interface StoredSession {
  json: string;
  version: number;
}

/** A message that was dealt with before. */
export interface HandledDelivery {
  /** The replies as JSON text; empty once they were sent. */
  repliesJson: string;
  sent: boolean;
}

/**
 * Where conversations live. All text given to it is JSON of our own making: sessions and replies, never what a person typed.
 */
export interface ConversationStore {
  load(key: ConversationKey): Promise<StoredSession | undefined>;

  /**
   * Saves a session, and with it that a delivery was handled, in one step.
   *
   * @param expected version that was loaded, 0 when there was none
   * @param delivery id of the message on its channel and the replies to it
   * @returns false, with nothing saved, when someone else saved first
   */
  save(key: ConversationKey, expected: number, sessionJson: string, delivery?: Delivery): Promise<boolean>;

  /** What became of a delivery, if it came before. */
  handled(key: ConversationKey, deliveryId: string): Promise<HandledDelivery | undefined>;

  /** Notes that the replies to a delivery left, and drops them. */
  markSent(key: ConversationKey, deliveryId: string): Promise<void>;

  /**
   * Deletes all that is stored of a conversation. What stays are marks that name nothing, so that a delivery that was
   * handled is not handled again.
   */
  forget(key: ConversationKey, delivery?: Delivery): Promise<void>;

  /** Deletes marks of deliveries from before a moment. */
  dropDeliveriesBefore(moment: Date): Promise<void>;

  /** @throws when the store cannot be used */
  check(): Promise<void>;

  close(): Promise<void>;
}

export interface Delivery {
  id: string;
  repliesJson: string;
}
