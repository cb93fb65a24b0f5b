/** Something that an administrator switched off. */
export interface SwitchedOff {
  /** `everything`, or the id of a topic. */
  what: string;
  since: Date;
}

/** What an administrator switched off while the server runs; every process reads it. */
export interface Switches {
  all(): Promise<SwitchedOff[]>;
  /** Switches something off; when it is off already, since when stays. */
  off(what: string, since: Date): Promise<void>;
  /** @returns false when it was not off */
  on(what: string): Promise<boolean>;
}
