import type { Citation } from '../knowledge/knowledge.ts';
import type { Audience } from '../shared/audience.ts';
import type { Level } from '../shared/level.ts';

/** What a person may press or type next: choosing sends the label as a message. */
export interface Choices {
  /** Line above the choices; none when the text already leads to them. */
  intro?: string;
  labels: readonly string[];
  /** True when typing a number picks one, so that numbers are shown. */
  numbered: boolean;
  /** So many of the first labels may be chosen together, by their numbers with commas between them; the others stand alone. */
  together?: number;
  /** True when they answer the question that is open: once it is answered, they mean nothing any more. */
  onlyNow?: true;
}

/** One question of a form. A choice and several choices have options. */
export interface FormField {
  name: string;
  label: string;
  hint?: string;
  kind: 'date' | 'number' | 'choice' | 'several';
  options?: readonly { value: string; label: string }[];
  /** Smallest and largest number, inclusive. */
  min?: number;
  max?: number;
  /** What is filled in beforehand: the answer of most people. */
  value?: string;
}

/** All questions of a guided dialog at once, for a channel that can show them so. */
export interface Form {
  dialog: string;
  /** What the form does, for its button. */
  title: string;
  /** Which fields may stay empty, and why. */
  hint: string;
  submit: string;
  fields: readonly FormField[];
}

/** Where in a conversation a reply was given, so that its buttons are known again when they are pressed later. */
export interface ReplyPlace {
  /** Number of the turn, from 1. */
  turn: number;
  /** Name of the question that was open then; empty when none was. */
  question: string;
}

/** Rows under named columns; every cell is plain text. */
export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** What a calendar file, a picture and a page of dates are made from: the facts, never the documents themselves. */
export interface PlanDocuments {
  /** The case in the form of a deadline request. */
  request: Readonly<Record<string, unknown>>;
  audience: Audience;
  /** Only this date, for a calendar; all of them when absent. */
  row?: string;
}

/** One answer text with what supports it. */
export interface Section {
  /** The topic that it answers. */
  topic?: string;
  /** Subject of the answer: it shows how the question was understood. */
  title?: string;
  /** Whom it is for, or a remark about the level; shown small, above the text. */
  notes: readonly string[];
  /** Paragraphs, lists and **bold**: the Markdown that every channel can show or strip. */
  text: string;
  sources: readonly Citation[];
  /** Who answers a question that we do not, with the address. */
  addresses?: readonly Citation[];
  /** Date of the last review, ISO 8601. */
  reviewedOn?: string;
  /** Shown below the text. */
  table?: Table;
  /** A channel that can serve files offers them: a calendar file, a picture of the timeline, a page to print. */
  documents?: PlanDocuments;
  /** Files to take along, with their addresses. */
  files?: readonly Citation[];
}

/** A reply in no channel's own form. Plain data: it can be stored and sent later. */
export interface Reply {
  level: Level;
  sections: readonly Section[];
  choices?: Choices;
  /** The same questions in one form. */
  form?: Form;
  place?: ReplyPlace;
  /** True when it asks to go on where nobody else reads along: a channel that can leads there. */
  elsewhere?: true;
  /** What the reply asks for, so that a channel can offer a better way to give it than typing. */
  expects?: 'date';
  /** Everything said before is forgotten: a channel that shows it removes it. */
  clears?: true;
  /** The person may take along all that is kept of the conversation: a channel that can serve files offers it. */
  export?: true;
  /** The message it answers names an illness or a danger to life: a channel that keeps messages does not keep that one. */
  aboutHealth?: true;
}

/** A section that is only a text. */
export function plain(text: string): Section {
  return { notes: [], text, sources: [] };
}

/** The topics that a reply answers. */
export function topicsOf({ sections }: Reply): string[] {
  return [...new Set(sections.flatMap(({ topic }) => topic ?? []))];
}

/** A table for where there are no columns: each row a line, its first cell in bold. */
export function tableLines({ rows }: Table): string[] {
  return rows.map(([first = '', ...others]) => `- **${first}**: ${others.filter((cell) => cell !== '').join(' – ')}`);
}
