import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder';
import type { Reply } from '../../conversation/reply.ts';
import type { Messages } from '../../knowledge/knowledge.ts';
import { DEFAULT_LEVEL, type Level } from '../../shared/level.ts';
import { present } from '../../shared/present.ts';
import type { DocumentAddresses } from '../documents.ts';
import { SendingTooLong, type Inbox, type Send } from '../inbox.ts';
import { readPress } from './cards/press-data.ts';
import { handleInvoke, type InvokeParts } from './invoke/index.ts';
import { isShared, personKey, placeKey, privateChatWith } from './places.ts';
import { renderActivity } from './reply-activity.ts';
import { showTypingWhenSlow } from './slow.ts';
import { typedText } from './typed-text.ts';

export interface BotParts {
  inbox: Inbox;
  messages: Readonly<Record<Level, Messages>>;
  invokes: InvokeParts;
  /** Is told when a message could not be handled, for example because the store is away. */
  onFailure: (error: unknown) => void;
  /** Absent while the server does not know where it is reached from outside. */
  documents?: DocumentAddresses;
  /** The bot's registration. */
  appId?: string;
}

/** What the bot does with an activity: answer messages, welcome newcomers, forget who leaves, let everything else pass. */
export function createBot({ inbox, messages, invokes, onFailure, documents, appId }: BotParts) {
  const privateChat = appId === undefined ? undefined : privateChatWith(appId);

  return async (context: TurnContext): Promise<void> => {
    const progress = { sending: false };
    const sendWith = (chosen?: string): Send => {
      return async (replies: readonly Reply[]) => {
        progress.sending = true;
        const surroundings = present({ documents, privateChat, chosen });
        await sendEach(context, replies, (reply) =>
          renderActivity(reply, { messages: messages[reply.level], ...surroundings }),
        );
      };
    };
    try {
      await react(context, sendWith);
    } catch (error) {
      // What could not be sent is sent when the channel delivers the activity again. Anything else, the person is told.
      if (progress.sending || error instanceof SendingTooLong) throw error;
      // How someone reads stands in the store, which may be what failed.
      await context.sendActivity([messages[DEFAULT_LEVEL].failed, messages.en.failed].join('\n\n'));
      onFailure(error);
    }
  };

  async function sendEach(
    context: TurnContext,
    replies: readonly Reply[],
    render: (reply: Reply) => Partial<Activity>,
  ): Promise<void> {
    const { activity } = context;
    // Elsewhere nobody can press a thumb.
    const isTeams = activity.channelId === 'msteams';
    const sent = await context.sendActivities(
      replies.map((reply) => ({
        ...render(reply),
        ...present({ channelData: isTeams ? invokes.feedback.channelData(reply) : undefined }),
      })),
    );
    if (!isTeams) return;
    for (const [at, reply] of replies.entries()) {
      const message = sent[at]?.id;
      // The answer is there: that a thumb on it cannot be counted is no reason to send it again.
      if (message) await invokes.feedback.noteShown({ ...placeKey(activity), message }, reply).catch(onFailure);
    }
  }

  async function react(context: TurnContext, sendWith: (chosen?: string) => Send): Promise<void> {
    const { activity } = context;
    const delivery = activity.id ? { id: activity.id } : {};
    const shared = isShared(activity);
    switch (activity.type) {
      case 'message': {
        const pressed = readPress(activity.value, Date.now());
        const message = { ...(pressed?.message ?? { text: typedText(context) }), shared };
        const send = sendWith(shared ? undefined : pressed?.chosen);
        await showTypingWhenSlow(context, inbox.receive({ ...personKey(activity), ...delivery, ...message }, send));
        return;
      }
      case 'conversationUpdate':
        if (isArrival(activity)) await inbox.greet({ ...placeKey(activity), ...delivery }, sendWith(), { shared });
        return;
      case 'installationUpdate':
        if (activity.action?.startsWith('add') === true)
          await inbox.greet({ ...placeKey(activity), ...delivery }, sendWith(), { shared });
        // Not 'remove-upgrade': a newer version of the app follows.
        if (activity.action === 'remove') await inbox.forget(placeKey(activity));
        return;
      case 'invoke': {
        // A request waits for its own answer: words in the conversation would be none.
        const answer = await handleInvoke(activity, invokes).catch((error: unknown) => {
          onFailure(error);
          return { status: 500 };
        });
        if (answer !== undefined) await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: answer });
        return;
      }
      default:
    }
  }
}

/** With one person: someone other than the bot came in. Among others: the bot itself did, and it greets nobody one by one. */
function isArrival(activity: Partial<Activity>): boolean {
  const ids = (activity.membersAdded ?? []).map(({ id }) => id);
  const bot = activity.recipient?.id ?? '';
  return isShared(activity) ? ids.includes(bot) : ids.some((id) => id !== bot);
}
