import { z } from 'zod';
import type { Reply } from '../conversation/reply.ts';

/** What is to be sent for a delivery, as it waits in the store. */
export interface Outgoing {
  /** Id of the delivery on its channel. */
  id: string;
  replies: readonly Reply[];
  /** Where it goes; nothing when the channel cannot send later. */
  target?: unknown;
}

// Only we write it: the shape of a reply is not checked again.
const outgoingSchema = z.object({
  id: z.string(),
  replies: z.array(z.custom<Reply>()),
  target: z.unknown().optional(),
});

export function outgoingJson(outgoing: Outgoing): string {
  return JSON.stringify(outgoing);
}

/** Nothing when there is none, or what was stored is of another format. */
export function readOutgoing(json: string | undefined): Outgoing | undefined {
  return json === undefined ? undefined : outgoingSchema.safeParse(JSON.parse(json)).data;
}
