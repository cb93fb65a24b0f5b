import { z } from 'zod';
import type { ShownReply } from './shown-reply.ts';

/** So large may an activity of a client be, as JSON. Bytes. */
export const LARGEST_ACTIVITY = 16 * 1024;

/** So deep may an activity of a client be nested: no client of ours comes near it. */
export const DEEPEST_ACTIVITY = 32;

/** Whether lists and objects stand in each other more than so many times. */
export function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((part) => isDeeperThan(part, depth - 1));
}

/** What is read of an activity that a client posts; everything else is handed back to it as it came. */
export const postedActivity = z.looseObject({
  type: z.string().min(1).max(100),
  text: z.string().optional(),
  name: z.string().max(200).optional(),
  value: z.unknown().optional(),
  replyToId: z.string().max(200).optional(),
  from: z.looseObject({ id: z.string().max(200).optional(), name: z.string().max(200).optional() }).optional(),
  channelData: z.looseObject({ clientActivityID: z.string().min(1).max(200).optional() }).optional(),
});

export type PostedActivity = z.infer<typeof postedActivity>;

/** Types that stay in the conversation; others, such as `typing`, are taken and not kept. */
export const KEPT_TYPES: ReadonlySet<string> = new Set(['message', 'event', 'endOfConversation']);

/** Who says something, as clients see it. */
export interface Account {
  id: string;
  name?: string | undefined;
  role: 'bot' | 'user';
}

/** An activity as it is kept: without its id, which follows from its place. */
export interface KeptActivity {
  type: string;
  timestamp: string;
  from: Account;
  /** Topics that a bot's answer is about, for counting whether it helped; clients do not get it. */
  topics?: readonly string[];
  text?: string | undefined;
  channelData?: ({ reply?: ShownReply } & Record<string, unknown>) | undefined;
  [field: string]: unknown;
}

/** Activities with the place in the conversation up to which a client has then seen everything. */
export interface ActivitySet {
  activities: object[];
  watermark: string;
}

/** Digits of an activity's number in its id. */
const DIGITS = 7;

export function activityId(conversation: string, number: number): string {
  return `${conversation}|${String(number).padStart(DIGITS, '0')}`;
}

/** The number in an activity's id; nothing when it is of another conversation. */
export function activityNumber(conversation: string, id: string): number | undefined {
  const digits = id.startsWith(`${conversation}|`) ? id.slice(conversation.length + 1) : '';
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

/** A watermark as a number; one that says nothing, or nothing we can read, is the start. */
export function watermarkNumber(watermark: string | null | undefined): number {
  return watermark !== null && watermark !== undefined && /^\d{1,15}$/.test(watermark) ? Number(watermark) : 0;
}
