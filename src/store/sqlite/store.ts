import { NO_LOCKS } from '../conversation-locks.ts';
import { NO_NEWS } from '../news.ts';
import type { Store } from '../store.ts';
import { SqliteActivityLog } from './activity-log.ts';
import { SqliteConversationStore } from './conversation-store.ts';
import { SqliteDatabase } from './database.ts';
import { SqliteFeedbackStore } from './feedback-store.ts';
import { SqliteKeptQuestions } from './kept-questions.ts';
import { MIGRATIONS } from './migrations.ts';
import { SqliteOutbox } from './outbox.ts';
import { SqliteShownAnswers } from './shown-answers.ts';
import { SqliteSwitches } from './switches.ts';

/**
 * A store in one SQLite file: enough for one machine, no service to run.
 *
 * @param file path of the database; `:memory:` keeps nothing
 * @throws Error when it cannot be opened, or was written by a newer program
 */
export function openSqliteStore(file: string): Store {
  const db = new SqliteDatabase(file, MIGRATIONS);
  return {
    conversations: new SqliteConversationStore(db),
    activities: new SqliteActivityLog(db),
    outbox: new SqliteOutbox(db),
    feedback: new SqliteFeedbackStore(db),
    shown: new SqliteShownAnswers(db),
    questions: new SqliteKeptQuestions(db),
    switches: new SqliteSwitches(db),
    // Processes that share a file are a restart that overlaps: the versions of sessions keep them apart.
    locks: NO_LOCKS,
    news: NO_NEWS,
    check: () =>
      db.whenFree(() => {
        // Writing is what fails first: on a full disk, a read-only folder, a lock that is held.
        db.prepare('INSERT INTO health VALUES (1, ?1) ON CONFLICT DO UPDATE SET checked_at = ?1').run(Date.now());
      }),
    close: () =>
      db.whenFree(() => {
        db.close();
      }),
  };
}
