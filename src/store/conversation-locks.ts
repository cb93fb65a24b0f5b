import type { ConversationKey } from './conversation-store.ts';

/** Lets one process at a time work on a conversation. A process that dies holds nothing. */
export interface ConversationLocks {
  /** Runs a task while no other process works on the conversation. @throws Error when another takes too long */
  run<T>(key: ConversationKey, task: () => Promise<T>): Promise<T>;
}

/** For a store that one process has for itself. */
export const NO_LOCKS: ConversationLocks = { run: (_key, task) => task() };
