import { z } from 'zod';

/** Some serializers write every field that has no value as null. */
function withoutNulls(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));
}

/** An id that the SDK puts in the address and in a header of a request when it sends a reply. */
const sentId = z.string().regex(/^(?!\.{1,2}$)[ -~]*$/, 'an id that no request can carry');

/** Who or what an activity names. A reply repeats it: what is not read here does not travel back. */
const account = z.preprocess(
  withoutNulls,
  z.object({
    id: z.string().max(1_000),
    name: z.string().optional(),
    aadObjectId: z.string().optional(),
    role: z.string().optional(),
  }),
);

const conversation = z.preprocess(
  withoutNulls,
  z.object({
    id: sentId.min(1).max(1_000),
    name: z.string().optional(),
    conversationType: z.string().optional(),
    isGroup: z.boolean().optional(),
    tenantId: z.string().optional(),
  }),
);

/** What only Teams says: we read which tenant it is. */
const channelData = z.preprocess(
  withoutNulls,
  z.looseObject({ tenant: z.preprocess(withoutNulls, z.looseObject({ id: z.string().optional() })).optional() }),
);

const mention = z.preprocess(
  withoutNulls,
  z.looseObject({
    type: z.literal('mention'),
    mentioned: z.looseObject({ id: z.string() }),
    text: z.string().optional(),
  }),
);

/** What a client says about itself or the text; only mentions matter to us. */
const otherEntity = z.looseObject({
  type: z.string().refine((type) => type !== 'mention', 'a mention that names nobody'),
});

/** What the assistant and the SDK read of a Bot Framework activity. This much must be right before the SDK may try. */
const incomingActivity = z.looseObject({
  type: z.string().min(1),
  id: sentId.max(500).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url().max(2_000).optional(),
  deliveryMode: z.string().optional(),
  conversation,
  from: account,
  recipient: account,
  text: z.string().optional(),
  locale: z.string().max(100).optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  replyToId: z.string().optional(),
  value: z.unknown().optional(),
  channelData: channelData.optional(),
  membersAdded: z.array(z.looseObject({ id: z.string() })).optional(),
  entities: z.array(z.union([mention, otherEntity])).optional(),
});

export type IncomingActivity = z.infer<typeof incomingActivity>;

/** Reads an activity, or says in one line what is missing. */
export function readActivity(body: unknown): { activity: IncomingActivity } | { problem: string } {
  const result = incomingActivity.safeParse(withoutNulls(body));
  if (result.success) return { activity: result.data };
  const problem = result.error.issues.map(({ path, message }) => [...path, message].join(': ')).join('; ');
  return { problem };
}
