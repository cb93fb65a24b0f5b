import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { ConversationKey } from '../../store/conversation-store.ts';

/** The name of Teams among the channels. */
export const TEAMS = 'msteams';

/** Whether others may read along: a team's channel, a group chat, and in Teams all that is not said to be with one person. */
export function isShared({ channelId, conversation }: Partial<Activity>): boolean {
  const type = conversation?.conversationType;
  if (channelId === TEAMS) return type !== 'personal';
  return conversation?.isGroup === true || type === 'channel' || type === 'groupChat';
}

/** Microsoft's own Direct Line has the name that ours has in the store. */
const OTHER_NAMES: Readonly<Record<string, string>> = { directline: 'microsoft-directline' };

/** The conversation as a place. All threads of a team's channel are one. */
export function placeKey({ channelId = '', conversation }: Partial<Activity>): ConversationKey {
  return {
    channel: OTHER_NAMES[channelId] ?? channelId,
    conversation: (conversation?.id ?? '').replace(/;messageid=.*$/, ''),
  };
}

/** The conversation with the one who speaks: among others, what one person chose is not another's. It names neither. */
export function personKey(activity: Partial<Activity>): ConversationKey {
  const place = placeKey(activity);
  if (!isShared(activity)) return place;
  const names = JSON.stringify([place.conversation, activity.from?.id]);
  return { ...place, conversation: createHash('sha256').update(names).digest('base64url') };
}

/** Address at which Teams opens a chat with the bot alone. */
export function privateChatWith(appId: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=28:${encodeURIComponent(appId)}`;
}
