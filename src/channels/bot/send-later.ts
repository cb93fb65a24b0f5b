import type { ConversationReference, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Reply } from '../../conversation/reply.ts';
import type { ConversationKey } from '../../store/conversation-store.ts';
import type { IncomingActivity } from './activity.ts';

/** Where a conversation is reached when no request of it is open: ids only, no names. */
const targetSchema = z.object({
  serviceUrl: z.url(),
  channelId: z.string(),
  /** The message that is answered. */
  activityId: z.string().optional(),
  locale: z.string().optional(),
  bot: z.object({ id: z.string() }),
  user: z.object({ id: z.string() }),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().optional(),
  }),
});

export type Target = z.infer<typeof targetSchema>;

/** Where replies to an activity go later; nothing when they can only travel in its own response. */
export function targetOf(activity: Partial<IncomingActivity>): Target | undefined {
  if (activity.deliveryMode === 'expectReplies') return undefined;
  return targetSchema.safeParse({
    ...activity,
    activityId: activity.id,
    bot: activity.recipient,
    user: activity.from,
  }).data;
}

/** Opens a conversation again from our side. */
export interface Continuing {
  resume(reference: Partial<ConversationReference>, logic: (context: TurnContext) => Promise<void>): Promise<unknown>;
}

export interface SendLaterParts {
  load: () => Promise<{ adapter: Continuing; say: (context: TurnContext, replies: readonly Reply[]) => Promise<void> }>;
  /** Whether replies may go to an address: looked at anew, as what is allowed may have changed. */
  mayReceive: (serviceUrl: string) => boolean;
}

/** Statuses of a channel that say: nobody is there any more, or the bot may not speak. */
const GONE: ReadonlySet<unknown> = new Set([403, 404, 410]);

/** Sends replies into a conversation without a request of its own. @throws when it may succeed later */
export function createSendLater({ load, mayReceive }: SendLaterParts) {
  return async (_key: ConversationKey, stored: unknown, replies: readonly Reply[]): Promise<'sent' | 'gone'> => {
    const target = targetSchema.parse(stored);
    if (!mayReceive(target.serviceUrl)) throw new Error('replies do not go to this address now');
    const { adapter, say } = await load();
    try {
      await adapter.resume(target as Partial<ConversationReference>, (context) => say(context, replies));
      return 'sent';
    } catch (error) {
      if (error instanceof Error && 'statusCode' in error && GONE.has(error.statusCode)) return 'gone';
      throw error;
    }
  };
}
