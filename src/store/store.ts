import type { ActivityLog } from './activity-log.ts';
import type { ConversationLocks } from './conversation-locks.ts';
import type { ConversationStore } from './conversation-store.ts';
import type { FeedbackStore } from './feedback-store.ts';
import type { KeptQuestions } from './kept-questions.ts';
import type { News } from './news.ts';
import type { Outbox } from './outbox.ts';
import type { ShownAnswers } from './shown-answers.ts';
import type { Switches } from './switches.ts';

/** All that is kept, in one database. */
export interface Store {
  conversations: ConversationStore;
  activities: ActivityLog;
  outbox: Outbox;
  feedback: FeedbackStore;
  shown: ShownAnswers;
  questions: KeptQuestions;
  switches: Switches;
  locks: ConversationLocks;
  news: News;

  /** @throws when it cannot be used: it is away, full, or read-only */
  check(): Promise<void>;

  close(): Promise<void>;
}
