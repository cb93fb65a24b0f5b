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

/** What becomes of a delivery: it was handled, and what is said to it waits until it was sent. */
export interface HandledDelivery {
  /** What is to be sent as JSON text; absent once it was sent, or when nobody may read it any more. */
  outgoingJson?: string;
}

/** What is stored of a conversation, and of a delivery in it. */
export interface OpenedConversation {
  session?: StoredSession;
  /** The plan that the person asked to keep, as JSON text. */
  planJson?: string;
  /** Absent when the delivery did not come before. */
  delivery?: HandledDelivery;
}

/** A message that was handled, with what is to be sent for it. */
export interface Delivery {
  /** Id of the message on its channel. */
  id: string;
  outgoingJson: string;
  /** From this moment on the outbox sends what was not sent by then. */
  due: Date;
}

/** Something to say later by ourselves. */
export interface Reminder {
  /** Names it within its conversation: the same name again is the same reminder. */
  name: string;
  json: string;
  due: Date;
}

/** A plan that a person asked to keep, with all reminders that go with it: they take the place of those before. */
export interface KeptPlan {
  json: string;
  /** It is deleted then. */
  until: Date;
  reminders: readonly Reminder[];
}

/** What a turn leaves behind; all of it is saved in one step, or nothing is. */
export interface SavedTurn {
  sessionJson: string;
  delivery?: Delivery;
  /** Absent leaves the plan as it is; null deletes it with its reminders. */
  plan?: KeptPlan | null;
}

/**
 * Where conversations live. All text given to it is JSON of our own making: sessions, replies and plans, never what a
 * person typed.
 */
export interface ConversationStore {
  /** @param deliveryId of the message that is being handled; absent when it has none */
  open(key: ConversationKey, deliveryId?: string): Promise<OpenedConversation>;

  /**
   * Saves what a turn leaves behind.
   *
   * @param expected version of the session that was opened, 0 when there was none
   * @returns false, with nothing saved, when someone else saved first or handled the delivery
   */
  save(key: ConversationKey, expected: number, turn: SavedTurn): Promise<boolean>;

  /** Notes that what was said to a delivery left, and drops it. */
  sent(key: ConversationKey, deliveryId: string): Promise<void>;

  /**
   * Deletes all that is stored of a conversation: session, plan, reminders, what waits to be sent, and the words in its
   * log. What stays are marks that name nothing, so that a delivery that was handled is not handled again.
   *
   * @param delivery the message that asked for it: only the answer to it is kept, until it was sent
   */
  forget(key: ConversationKey, delivery?: Delivery): Promise<void>;

  /** Deletes sessions that were not used since a moment; a plan that a person asked to keep stays. */
  deleteSessionsBefore(moment: Date): Promise<void>;

  /** Deletes the plans, with their reminders, whose time has passed. */
  deletePlansPast(moment: Date): Promise<void>;

  /** Deletes marks of deliveries from before a moment. */
  dropDeliveriesBefore(moment: Date): Promise<void>;
}
