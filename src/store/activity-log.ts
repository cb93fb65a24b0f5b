import type { ConversationKey } from './conversation-store.ts';

/** An activity in a conversation: its number there, and what was said as JSON text. */
export interface LoggedActivity {
  /** Counts from 1 within its conversation. */
  number: number;
  json: string;
}

/** What is known of a conversation that was started. */
export interface LoggedConversation {
  /** Number of the last activity; 0 when nothing was said. */
  last: number;
  ended: boolean;
}

/** What became of an activity: it has a place, from now or from before, or the conversation takes none. */
export type Appended = { kind: 'placed'; number: number; added: boolean } | { kind: 'unknown' } | { kind: 'ended' };

/** What was said in conversations whose clients read it back from us, for as long as they may want it again. */
export interface ActivityLog {
  /** Starts a conversation. @returns false when it was started before */
  start(key: ConversationKey): Promise<boolean>;

  find(key: ConversationKey): Promise<LoggedConversation | undefined>;

  /**
   * Adds an activity; what stands before the newest thousand of a conversation goes.
   *
   * @param mark names the activity within its conversation: the same mark again adds nothing, also after forgetting
   */
  append(key: ConversationKey, mark: string, json: string): Promise<Appended>;

  /** Puts other words in the place of an activity; one that was forgotten stays empty. */
  replace(key: ConversationKey, number: number, json: string): Promise<void>;

  /** The activities after a number, in order. @param limit how many at most */
  after(key: ConversationKey, number: number, limit: number): Promise<LoggedActivity[]>;

  /** Nothing more will be said. */
  end(key: ConversationKey): Promise<void>;

  /** How many conversations there are. */
  count(): Promise<number>;

  /**
   * Deletes the conversations in which nothing was said since a moment, with all that is stored of them.
   *
   * @param silentSince the same moment for conversations in which only the first words were said
   */
  deleteUnusedSince(moment: Date, silentSince: Date): Promise<void>;
}
