import type { Level } from '../shared/level.ts';

/** What an answer that was shown is about. */
export interface ShownAnswer {
  topics: readonly string[];
  level: Level;
  /** A mark of the chat that the message stands in, so that its rows can be deleted with it. */
  place: string;
}

/**
 * Which answers were shown in messages that another party keeps, so that a vote on a message can be counted by topic. A
 * message is known by a mark that only who has the key can make: it holds no conversation, no person and no words.
 */
export interface ShownAnswers {
  /** Notes an answer; the same mark again replaces it. */
  note(mark: string, answer: ShownAnswer): Promise<void>;

  find(mark: string): Promise<ShownAnswer | undefined>;

  /** Notes that a vote was counted. @param mark names this delivery of it */
  noteCounted(mark: string): Promise<void>;

  /** Whether a vote was counted before, so that it does not replace a newer one when it is delivered again. */
  wasCounted(mark: string): Promise<boolean>;

  /** Drops the answers that were shown in a chat. */
  forget(place: string): Promise<void>;

  /** Drops the answers that were shown, and the marks of votes that were counted, before a moment. */
  dropBefore(moment: Date): Promise<void>;
}
