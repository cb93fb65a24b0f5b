import type { Temporal } from 'temporal-polyfill';
import type { Citation } from '../knowledge/knowledge.ts';
import type { Audience } from '../shared/audience.ts';
import type { Level } from '../shared/level.ts';
import type { Assistant } from './assistant.ts';
import { tableLines, type Reply, type Section } from './reply.ts';
import { newSession } from './session.ts';
import type { Outcome } from './turn-result.ts';
import { turn } from './turn.ts';

/** One question without a conversation. */
export interface Question {
  text: string;
  audience?: Audience | undefined;
  level?: Level | undefined;
}

/** The outcome of one question in a form for programs. */
export interface AskResult extends Outcome {
  /** The answer, or what the assistant says instead; paragraphs, lists and **bold**. */
  answer: string;
  sources: readonly Citation[];
  /** Who answers a question that the assistant does not. */
  addresses: readonly Citation[];
  /** What can be asked next, word for word. */
  choices: readonly string[];
}

/** Answers one question in a fresh session. */
export function ask(
  { text, audience, level }: Question,
  today: Temporal.PlainDate,
  assistant: Assistant,
): AskResult & { replies: readonly Reply[] } {
  const session = newSession({ ...(audience && { audience, audienceSaid: true }), ...(level && { level }) });
  const { replies, outcome } = turn({ text, oneShot: true }, session, today, assistant);
  const sections = replies.flatMap((reply) => reply.sections);
  return {
    ...outcome,
    answer: sections.map(sectionText).join('\n\n'),
    sources: uniqueCitations(sections.flatMap(({ sources }) => sources)),
    addresses: sections.flatMap((section) => section.addresses ?? []),
    choices: replies.flatMap(({ choices }) => choices?.labels ?? []),
    replies,
  };
}

/** A section without its title: remarks, text, table. */
function sectionText({ notes, text, table }: Section): string {
  const rows = table === undefined ? '' : tableLines(table).join('\n');
  return [...notes, text.trim(), rows].filter((part) => part !== '').join('\n\n');
}

function uniqueCitations(citations: readonly Citation[]): Citation[] {
  return [...new Map(citations.map((citation) => [citation.title, citation])).values()];
}
