import { ActivityTypes, DeliveryModes, type TurnContext } from 'botbuilder';

/** Who waits longer sees that something happens. Milliseconds. */
const SLOW = 1_500;

/** Shows that the assistant is typing while work takes long; most turns are over before that. */
export async function showTypingWhenSlow(context: TurnContext, work: Promise<void>): Promise<void> {
  // Replies in the response come all at once: nobody would see it.
  if (context.activity.deliveryMode === (DeliveryModes.ExpectReplies as string)) return work;
  const timer = setTimeout(() => {
    // It is only a sign; the reply itself tells whether sending works.
    context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
  }, SLOW);
  try {
    await work;
  } finally {
    clearTimeout(timer);
  }
}
