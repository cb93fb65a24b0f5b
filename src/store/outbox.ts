import type { ConversationKey } from './conversation-store.ts';

/** An entry that someone took, by the moment until which it is theirs. */
export interface ClaimedEntry {
  /** Names it in the outbox. */
  mark: string;
  /** Until then nobody else takes it. */
  claim: Date;
}

/** Something that is to be sent without a request that waits for it. */
export interface OutboxEntry extends ConversationKey, ClaimedEntry {
  /** Replies whose sending did not end well, or a reminder whose time came. */
  kind: 'replies' | 'reminder';
  json: string;
  /** How often sending it failed. */
  failures: number;
}

/** What is to be sent, until it was sent: whoever stops in between, another takes it up. */
export interface Outbox {
  /**
   * Takes entries whose time came, the longest waiting first; nobody else takes them until a later moment.
   *
   * @param until when they are free again, unless they are gone by then
   */
  claim(now: Date, until: Date, limit: number): Promise<OutboxEntry[]>;

  /** Takes it out, if it is still held by this claim: it was sent, or never will be. */
  remove(entry: ClaimedEntry): Promise<void>;

  /**
   * Holds it until another moment; that is its claim from then on.
   *
   * @param failed true when sending it failed once more
   * @returns false when it is gone, was put there anew, or is another's by now
   */
  hold(entry: ClaimedEntry, until: Date, failed?: boolean): Promise<boolean>;

  /** How many entries wait of which the time came, and since when the first of them does. */
  overdue(now: Date): Promise<{ count: number; since?: Date }>;

  /** Deletes replies whose time came before a moment: too late to be of use. Reminders say themselves whether they still are. */
  dropRepliesDueBefore(moment: Date): Promise<void>;
}
