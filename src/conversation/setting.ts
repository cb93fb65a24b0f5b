import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from './assistant.ts';
import type { Session } from './session.ts';

/** What a turn looks at besides the message: the session, the day, and whether the person can react. */
export interface Setting {
  session: Session;
  today: Temporal.PlainDate;
  assistant: Assistant;
  /** False for a single question without a conversation: then both sides' answers are given instead of asking who asks. */
  canAskBack: boolean;
  /** True where others read along: nothing personal is worked out there. */
  shared: boolean;
}
