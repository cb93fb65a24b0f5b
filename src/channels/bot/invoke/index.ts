import type { InvokeResponse } from 'botbuilder';
import { readInvoke } from './activity.ts';
import type { FeedbackLoop } from './feedback-loop.ts';
import type { MessageExtension } from './message-extension.ts';

export interface InvokeParts {
  extension: MessageExtension;
  feedback: FeedbackLoop;
}

/**
 * Answers a request of the channel: a search from the compose box, or a thumb up or down below one of our messages.
 *
 * @param activity as the SDK verified it
 * @returns what to answer the request with; nothing when the request is none of ours
 * @throws when the store is away
 */
export async function handleInvoke(
  activity: unknown,
  { extension, feedback }: InvokeParts,
): Promise<InvokeResponse | undefined> {
  const invoke = readInvoke(activity);
  switch (invoke?.name) {
    case 'composeExtension/query':
      return extension(invoke.value);
    case 'message/fetchTask':
      return await feedback.form(invoke);
    case 'message/submitAction':
      return await feedback.vote(invoke);
    default:
      return undefined;
  }
}
