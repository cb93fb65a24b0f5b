import { ActivityTypes, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Messages } from '../../knowledge/knowledge.ts';
import { DEFAULT_LEVEL, type Level } from '../../shared/level.ts';
import type { DocumentLinks } from '../documents.ts';
import type { Inbox, Send } from '../inbox.ts';
import { renderActivity } from './render.ts';

/**
 * What the bot does with an activity: answer messages, welcome newcomers, let everything else pass.
 *
 * @param links makes addresses of documents, when the server knows where it is reached from outside
 * @param onFailure is told when a message could not be handled, for example because the store is away
 */
export function createBot(
  inbox: Inbox,
  messages: Readonly<Record<Level, Messages>>,
  onFailure: (error: unknown) => void,
  links?: DocumentLinks,
) {
  return async (context: TurnContext): Promise<void> => {
    const { activity } = context;
    const incoming = {
      channel: activity.channelId,
      conversation: activity.conversation.id,
      ...(activity.id ? { id: activity.id } : {}),
    };
    const progress = { sending: false };
    const send: Send = async (replies) => {
      progress.sending = true;
      await context.sendActivities(replies.map((reply) => renderActivity(reply, messages[reply.level], links)));
    };
    try {
      if (activity.type === (ActivityTypes.Message as string)) {
        await inbox.receive({ ...incoming, text: typedText(context) }, send);
      }
      if (activity.type === (ActivityTypes.ConversationUpdate as string) && someoneJoined(context)) {
        await inbox.greet(incoming, send);
      }
    } catch (error) {
      // What could not be sent is sent when the channel delivers the activity again. Anything else, the person is told.
      if (progress.sending) throw error;
      await context.sendActivity(messages[DEFAULT_LEVEL].failed);
      onFailure(error);
    }
  };
}

/** What was typed, without the mention of the bot and the entities that Teams leaves in it; or what a button says. */
function typedText({ activity }: TurnContext): string {
  const pressed = z.object({ say: z.string() }).safeParse(activity.value);
  if (pressed.success) return pressed.data.say;
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
