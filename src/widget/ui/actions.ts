import type { Verdict } from '../client/activity.ts';

/** What a visitor can do in the panel. */
export interface Actions {
  /** Says what was typed. */
  sendTyped: (text: string) => void;
  /** Says what was pressed; the focus goes to the conversation. */
  sendPressed: (text: string) => void;
  /** Keeps what stands in the field, over a reload. */
  keepDraft: (text: string) => void;
  rate: (message: string, verdict: Verdict) => void;
  close: () => void;
}
