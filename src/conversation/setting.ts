import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from './assistant.ts';
import type { Keeps } from './keeps.ts';
import type { SavedPlan } from './saved-plan.ts';
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
  /** The plan that the person asked to keep before. */
  plan?: SavedPlan;
  /** True where the channel can keep a plan for this person alone, and speak up by itself later. */
  canRemind?: boolean;
  /** What the channel keeps of a conversation, where that is known. */
  keeps?: Keeps;
}
