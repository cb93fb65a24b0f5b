import type { Level } from '../shared/level.ts';

/** What a reader thought of an answer. */
export type Verdict = 'helpful' | 'unhelpful';

/** Votes on the answers of one topic at one level. */
export interface FeedbackCount {
  topic: string;
  level: Level;
  helpful: number;
  unhelpful: number;
}

/** Whether answers helped, counted by topic: it holds no conversation, no person and no words. */
export interface FeedbackStore {
  /**
   * Counts a vote.
   *
   * @param mark names the answer that was voted on: a second vote on it replaces the first
   */
  vote(mark: string, topics: readonly string[], level: Level, verdict: Verdict): Promise<void>;

  /** All votes, those with the most "unhelpful" first. */
  counts(): Promise<FeedbackCount[]>;
}
