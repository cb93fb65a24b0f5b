import type { ShownReply } from '../../channels/directline/shown-reply.ts';
import type { Level } from '../../shared/level.ts';
import { conversationOf, placeOf, type Activity } from './activity.ts';

/** Something that was said and that the server has. */
export interface Message {
  id: string;
  /** The same before and after the server had it. */
  key: string;
  conversation: string;
  place: number;
  from: 'bot' | 'user';
  text: string;
  reply?: ShownReply;
}

/** Something that was typed or pressed here and has not come back from the server. */
export interface Pending {
  key: string;
  text: string;
  refused: boolean;
}

/** The conversation as it stands on the screen. */
export interface View {
  messages: readonly Message[];
  pending: readonly Pending[];
}

export const EMPTY_VIEW: View = { messages: [], pending: [] };

/**
 * A view with what came in: every activity once, in the order of the conversation; what an answer clears is gone, and
 * what came back is no longer pending.
 */
export function withActivities(view: View, activities: readonly Activity[]): View {
  const { messages, pending } = activities.filter(({ type }) => type === 'message').reduce(withActivity, view);
  const clearing = messages.findLastIndex(({ reply }) => reply?.clears === true);
  return { messages: messages.slice(Math.max(0, clearing)), pending };
}

function withActivity(view: View, activity: Activity): View {
  const message = messageOf(activity);
  if (view.messages.some(({ id }) => id === message.id)) return view;
  const others = view.messages.filter(({ conversation }) => conversation !== message.conversation);
  const same = view.messages.filter(({ conversation }) => conversation === message.conversation);
  return {
    messages: [...others, ...[...same, message].sort((a, b) => a.place - b.place)],
    pending: view.pending.filter(({ key }) => key !== message.key),
  };
}

function messageOf(activity: Activity): Message {
  const { id, from, text = '', channelData } = activity;
  return {
    id,
    key: channelData?.clientActivityID ?? id,
    conversation: conversationOf(id),
    place: placeOf(id),
    from: from?.role === 'user' ? 'user' : 'bot',
    text,
    ...(channelData?.reply !== undefined && { reply: channelData.reply }),
  };
}

export function withPending(view: View, key: string, text: string): View {
  return { ...view, pending: [...view.pending, { key, text, refused: false }] };
}

/** A view in which a pending message is marked as never to be sent. */
export function withRefused(view: View, key: string): View {
  return { ...view, pending: view.pending.map((one) => (one.key === key ? { ...one, refused: true } : one)) };
}

/** A view without a pending message: the server has it, and does not show it. */
export function withoutPending(view: View, key: string): View {
  return { ...view, pending: view.pending.filter((one) => one.key !== key) };
}

/** The view without what was said: what is still to be sent stays. */
export function withoutMessages(view: View): View {
  return { ...view, messages: [] };
}

/** The bot's message that the visitor has not answered yet, if it is the last thing said. */
export function openMessage({ messages, pending }: View): Message | undefined {
  const last = messages.at(-1);
  return last?.from === 'bot' && pending.every(({ refused }) => refused) ? last : undefined;
}

/** Whether the bot spoke after a message that came back. */
export function isAnswered({ messages }: View, key: string): boolean {
  const place = messages.findIndex((message) => message.key === key);
  return place !== -1 && messages.slice(place).some(({ from }) => from === 'bot');
}

/** Whether something was said to which no answer has come. */
export function awaitsReply({ messages, pending }: View): boolean {
  return pending.some(({ refused }) => !refused) || messages.at(-1)?.from === 'user';
}

/** The level of the last reply. */
export function levelOf({ messages }: View): Level | undefined {
  return messages.findLast(({ reply }) => reply !== undefined)?.reply?.level;
}
