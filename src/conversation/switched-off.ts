/** What an administrator switched off for now, because it may be wrong. */
export interface SwitchedOff {
  everything: boolean;
  /** Ids of topics and of guided dialogs. */
  topics: ReadonlySet<string>;
}

export const NOTHING_OFF: SwitchedOff = { everything: false, topics: new Set() };

/** Whether a topic or a guided dialog is switched off. */
export function isOff({ off }: { off: SwitchedOff }, id: string): boolean {
  return off.everything || off.topics.has(id);
}
