import type { ShownReply } from '../../channels/directline/shown-reply.ts';

/** The longest message that the assistant reads. Characters. */
export const LONGEST_MESSAGE = 2000;

/** An activity of the conversation as far as the widget reads it. */
export interface Activity {
  type: string;
  id: string;
  from?: { role?: string };
  text?: string;
  replyToId?: string;
  channelData?: { clientActivityID?: string; reply?: ShownReply };
}

/** What a stream's frame and a poll hold. */
export interface ActivitySet {
  activities: readonly Activity[];
  /** Absent or null: the earlier one stands. */
  watermark?: string | null;
}

/** What the visitor says or does, until the server has it. */
export type Outgoing =
  { id: string; type: 'message'; text: string } | { id: string; type: 'rating'; replyToId: string; verdict: Verdict };

export const VERDICTS = ['helpful', 'unhelpful'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** The conversation that an activity belongs to, by its id. */
export function conversationOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('|')));
}

/** The place of an activity in its conversation, by its id; 0 when that says none. */
export function placeOf(id: string): number {
  const place = Number(id.slice(id.lastIndexOf('|') + 1));
  return Number.isSafeInteger(place) ? place : 0;
}

/** The body in which something is posted. The same id is the same thing, however often it is posted. */
export function bodyOf(outgoing: Outgoing): object {
  const common = { from: { id: 'user' }, channelData: { clientActivityID: outgoing.id } };
  if (outgoing.type === 'message') return { ...common, type: 'message', text: outgoing.text };
  return {
    ...common,
    type: 'event',
    name: 'feedback',
    replyToId: outgoing.replyToId,
    value: { verdict: outgoing.verdict },
  };
}

/** An id that no other tab or visitor has. `crypto.randomUUID` is missing on pages without https. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
