import { ActivityTypes, type Activity, type TurnContext } from 'botbuilder';
import type { Reply } from '../../conversation/reply.ts';
import type { Citation, Messages } from '../../knowledge/knowledge.ts';
import { DEFAULT_LEVEL, type Level } from '../../shared/level.ts';
import { present } from '../../shared/present.ts';
import type { ConversationKey } from '../../store/conversation-store.ts';
import type { DocumentAddresses } from '../documents.ts';
import { withExport } from '../with-export.ts';
import type { Inbox, SendBy } from '../inbox.ts';
import { TookTooLong } from '../within.ts';
import type { IncomingActivity } from './activity.ts';
import { readPress } from './cards/press-data.ts';
import { handleInvoke, type InvokeParts } from './invoke/index.ts';
import { isShared, personKey, placeKey, privateChatWith, TEAMS } from './places.ts';
import { renderActivity } from './reply-activity.ts';
import { targetOf } from './send-later.ts';
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
  /** The file of all that is stored of a conversation; absent likewise. */
  dataLink?: (key: ConversationKey, level: Level) => Citation;
  /** The bot's registration. */
  appId?: string;
}

/** The bot between the channel's activities and the assistant. */
export interface Bot {
  /** Answers messages, welcomes newcomers, forgets who leaves, lets everything else pass. */
  react: (context: TurnContext) => Promise<void>;
  /** Says something in a conversation. */
  say: (context: TurnContext, replies: readonly Reply[]) => Promise<void>;
}

export function createBot({ inbox, messages, invokes, onFailure, documents, dataLink, appId }: BotParts): Bot {
  const privateChat = appId === undefined ? undefined : privateChatWith(appId);

  return {
    async react(context) {
      const progress = { sending: false };
      const sendBy = (chosen?: string): SendBy => ({
        send: (replies) => {
          progress.sending = true;
          return say(context, replies, chosen);
        },
        target: targetOf(context.activity as unknown as IncomingActivity),
      });
      try {
        await handle(context, sendBy);
      } catch (error) {
        // What could not be sent is sent when the channel delivers the activity again, or by the outbox. Anything else, the
        // person is told.
        if (progress.sending || error instanceof TookTooLong) throw error;
        // How someone reads stands in the store, which may be what failed.
        await context.sendActivity([messages[DEFAULT_LEVEL].failed, messages.en.failed].join('\n\n'));
        onFailure(error);
      }
    },
    say,
  };

  function say(context: TurnContext, replies: readonly Reply[], chosen?: string): Promise<void> {
    const surroundings = present({ documents, privateChat, chosen });
    const exported = (reply: Reply) =>
      dataLink === undefined ? reply : withExport(reply, (level) => dataLink(placeKey(context.activity), level));
    return sendEach(context, replies, (reply) =>
      renderActivity(exported(reply), { messages: messages[reply.level], ...surroundings }),
    );
  }

  async function sendEach(
    context: TurnContext,
    replies: readonly Reply[],
    render: (reply: Reply) => Partial<Activity>,
  ): Promise<void> {
    const { activity } = context;
    // Elsewhere nobody can press a thumb.
    const isTeams = activity.channelId === TEAMS;
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

  async function handle(context: TurnContext, sendBy: (chosen?: string) => SendBy): Promise<void> {
    const { activity } = context;
    const delivery = activity.id ? { id: activity.id } : {};
    const shared = isShared(activity);
    switch (activity.type) {
      case 'message': {
        const pressed = readPress(activity.value, Date.now());
        const by = sendBy(shared ? undefined : pressed?.chosen);
        const canRemind = activity.channelId === TEAMS && !shared && by.target !== undefined;
        const message = {
          ...(pressed?.message ?? { text: typedText(context) }),
          shared,
          canRemind,
          keeps: 'choices' as const,
        };
        await showTypingWhenSlow(context, inbox.receive({ ...personKey(activity), ...delivery, ...message }, by));
        return;
      }
      case 'conversationUpdate':
        if (isArrival(activity)) await inbox.greet({ ...placeKey(activity), ...delivery }, sendBy(), { shared });
        return;
      case 'installationUpdate':
        if (activity.action?.startsWith('add') === true)
          await inbox.greet({ ...placeKey(activity), ...delivery }, sendBy(), { shared });
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
