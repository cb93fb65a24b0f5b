/** Tells other processes on the same store in which conversation something was said. */
export interface News {
  /** Tells all others, soon. Never fails: who misses it finds out later. */
  tell(conversation: string): void;

  /**
   * Hears what others tell.
   *
   * @param onNews gets the conversation, or nothing when news may have been missed
   * @returns stops it
   */
  listen(onNews: (conversation: string | undefined) => void): () => void;
}

/** For a store that one process has for itself. */
export const NO_NEWS: News = {
  tell: () => undefined,
  listen: () => () => undefined,
};
