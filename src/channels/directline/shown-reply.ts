import type { Choices, Table } from '../../conversation/reply.ts';
import type { Citation } from '../../knowledge/knowledge.ts';
import type { Level } from '../../shared/level.ts';

/** Links under one heading. */
export interface LinkGroup {
  kind: 'files' | 'addresses' | 'sources';
  heading: string;
  /** An address is absolute, or a path on the server that sent it. */
  links: readonly Citation[];
}

/** One part of a reply, ready to show: every text is in the reader's language. */
export interface ShownSection {
  title?: string;
  /** Small, above the text. */
  notes: readonly string[];
  /** Paragraphs, "- " lists and **bold**. */
  text: string;
  table?: Table;
  /** A picture of what the table says; its address is a path on the server. */
  picture?: { url: string; alternative: string };
  groups: readonly LinkGroup[];
  /** When the answer was last reviewed, as a sentence. */
  reviewed?: string;
  /** The reader may say whether the answer down to here helped. */
  rateable?: true;
}

/**
 * A reply as our own widget shows it. It travels in an activity's channelData, beside the text that any other client
 * shows.
 */
export interface ShownReply {
  level: Level;
  sections: readonly ShownSection[];
  choices?: Choices;
  expects?: 'date';
  clears?: true;
}
