import type { Level } from '../shared/level.ts';

/** A question that was not answered at once, with nothing left in it that tells of a person. */
export interface KeptQuestion {
  text: string;
  decision: 'clarify' | 'fallback';
  /** Topics that were offered. */
  topics: readonly string[];
  level: Level;
  /** ISO 8601; no time of day, which would tell two people apart. */
  day: string;
}

/** Questions for the editor to learn from: without conversation, person or moment. */
export interface KeptQuestions {
  keep(question: KeptQuestion): Promise<void>;
  /** All, the newest day first; within a day by their words, as their order would tell of conversations. */
  all(): Promise<KeptQuestion[]>;
  /** @param day ISO 8601; questions of this day stay */
  dropBefore(day: string): Promise<void>;
}
