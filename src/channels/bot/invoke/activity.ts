import { z } from 'zod';

const invokeActivity = z.looseObject({
  type: z.literal('invoke'),
  name: z.string(),
  id: z.string().nullish(),
  channelId: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  from: z.looseObject({ id: z.string() }),
  /** Id of the message that it is about. */
  replyToId: z.string().nullish(),
  value: z.unknown().optional(),
});

/** A request of the channel that waits for its answer. */
export type InvokeActivity = z.infer<typeof invokeActivity>;

/** Reads an invoke; nothing when it is none. */
export function readInvoke(activity: unknown): InvokeActivity | undefined {
  return invokeActivity.safeParse(activity).data;
}
