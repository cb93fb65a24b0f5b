import type { Store } from './store.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** How long is kept what nobody asked to keep longer. Milliseconds. */
export const RETENTION = {
  /** A conversation on the web, after its last activity. */
  web: DAY,
  /** The same for one in which nobody but the bot said anything. */
  silentWeb: 4 * HOUR,
  /** A session in Teams, or on another channel that keeps its messages itself, after its last message. */
  session: 30 * DAY,
  /** Marks of deliveries: so long a message may come a second time and still be known. */
  delivery: DAY,
  /** A reply that could not be sent, after the moment at which it should have been. */
  outbox: DAY,
  /** Which answer a message showed: so long a thumb on it can be counted. */
  shownAnswer: 30 * DAY,
  /** A question that is kept for the editor. */
  question: 90 * DAY,
} as const;

/** One thing that is deleted when its time has passed. */
export interface CleanUpStep {
  name: string;
  run: () => Promise<void>;
}

/** What must be deleted by now, step by step: one that fails keeps no other from being done. */
export function cleanUpSteps(store: Store, now: Date): CleanUpStep[] {
  const before = (time: number) => new Date(now.getTime() - time);
  return [
    {
      name: 'web conversations',
      run: () => store.activities.deleteUnusedSince(before(RETENTION.web), before(RETENTION.silentWeb)),
    },
    { name: 'sessions', run: () => store.conversations.deleteSessionsBefore(before(RETENTION.session)) },
    { name: 'kept plans', run: () => store.conversations.deletePlansPast(now) },
    { name: 'outbox', run: () => store.outbox.dropRepliesDueBefore(before(RETENTION.outbox)) },
    { name: 'marks of deliveries', run: () => store.conversations.dropDeliveriesBefore(before(RETENTION.delivery)) },
    { name: 'shown answers', run: () => store.shown.dropBefore(before(RETENTION.shownAnswer)) },
    {
      name: 'kept questions',
      run: () => store.questions.dropBefore(before(RETENTION.question).toISOString().slice(0, 10)),
    },
  ];
}
