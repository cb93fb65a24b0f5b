import { ActivityTypes, TurnContext } from 'botbuilder';
import type { Messages } from '../../knowledge/knowledge.ts';
import type { Level } from '../../shared/level.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { Inbox } from '../inbox.ts';
import { renderActivity } from './render.ts';

/** What the bot does with an activity: answer messages, welcome newcomers, let everything else pass. */
export function createBot(inbox: Inbox, messages: Readonly<Record<Level, Messages>>) {
  const send = async (context: TurnContext, replies: readonly Reply[]) => {
    if (replies.length > 0)
      await context.sendActivities(replies.map((reply) => renderActivity(reply, messages[reply.level])));
  };

  return async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    const key = { channel: activity.channelId, conversation: activity.conversation.id };
    if (activity.type === (ActivityTypes.Message as string)) {
      const id = activity.id ? { id: activity.id } : {};
      await inbox.receive({ ...key, ...id, text: typedText(context) }, (replies) => send(context, replies));
    }
    if (activity.type === (ActivityTypes.ConversationUpdate as string) && someoneJoined(context)) {
      await send(context, await inbox.greet(key));
    }
  };
}

/** The message without the mention of the bot, and without the entities that Teams leaves in it. */
function typedText({ activity }: TurnContext): string {
  const text = (TurnContext.removeRecipientMention(activity) as string | undefined) ?? activity.text;
  return ((text as string | undefined) ?? '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function someoneJoined({ activity }: TurnContext): boolean {
  return (activity.membersAdded ?? []).some(({ id }) => id !== activity.recipient.id);
}
