import { z } from 'zod';

/** What a client says about itself or the text; only mentions matter to us. */
const otherEntity = z.looseObject({
  type: z.string().refine((type) => type !== 'mention', 'a mention that names nobody'),
});

/** What the assistant reads of a Bot Framework activity. The SDK checks the rest; this much must be there before it may try. */
const incomingActivity = z.looseObject({
  type: z.string().min(1),
  id: z.string().max(500).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url().max(2_000).optional(),
  deliveryMode: z.string().optional(),
  conversation: z.looseObject({ id: z.string().min(1).max(1_000) }),
  from: z.looseObject({ id: z.string() }),
  recipient: z.looseObject({ id: z.string() }),
  text: z.string().optional(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).optional(),
  entities: z
    .array(
      z.union([
        z.looseObject({ type: z.literal('mention'), mentioned: z.looseObject({ id: z.string() }) }),
        otherEntity,
      ]),
    )
    .optional(),
});

export type IncomingActivity = z.infer<typeof incomingActivity>;

/** Reads an activity, or says in one line what is missing. */
export function readActivity(body: unknown): { activity: IncomingActivity } | { problem: string } {
  const result = incomingActivity.safeParse(withoutNulls(body));
  if (result.success) return { activity: result.data };
  const problem = result.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
  return { problem };
}

/** Some serializers write every field that has no value as null. */
function withoutNulls(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}
