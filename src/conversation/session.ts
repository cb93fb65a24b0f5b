import { z } from 'zod';
import { AUDIENCES } from '../shared/audience.ts';
import { DEFAULT_LEVEL, LEVELS } from '../shared/level.ts';

/** Raised when a stored session changes meaning; older ones are then dropped, and the conversation starts afresh. */
const FORMAT = 2;

const sessionSchema = z.strictObject({
  format: z.literal(FORMAT),
  level: z.enum(LEVELS),
  /** Who is asking, once known. */
  audience: z.enum(AUDIENCES).optional(),
  /** True when the person said so; false when it was heard from the words of a question, which may be wrong. */
  audienceSaid: z.boolean().optional(),
  welcomed: z.boolean(),
  /** The topics and signposts offered last; `open` while the next message may pick from them. */
  choice: z.strictObject({ options: z.array(z.string()), open: z.boolean() }).optional(),
  /** Topics whose answer waits until it is known who is asking. */
  waiting: z.array(z.string()).optional(),
  /** Topics answered last, for saying them again at another level or for the other audience. */
  answered: z.array(z.string()).optional(),
  /** The signpost shown last, for showing it again at another level. */
  signpost: z.string().optional(),
});

/** What a conversation remembers. It holds no word that a person typed. */
export type Session = z.infer<typeof sessionSchema>;

export function newSession(known: Pick<Partial<Session>, 'level' | 'audience' | 'audienceSaid'> = {}): Session {
  return { format: FORMAT, level: DEFAULT_LEVEL, welcomed: false, ...known };
}

/** A stored session, or a new one when what was stored is of another format. */
export function reviveSession(stored: unknown): Session {
  const result = sessionSchema.safeParse(stored);
  return result.success ? result.data : newSession();
}
