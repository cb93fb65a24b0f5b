import { z } from 'zod';
import { AUDIENCES } from '../shared/audience.ts';
import { DEFAULT_LEVEL, LEVELS } from '../shared/level.ts';

/** Raised when a stored session changes meaning; older ones are then dropped, and the conversation starts afresh. */
const FORMAT = 2;

const dialogSchema = z.strictObject({
  id: z.string(),
  /** Version of the dialog in which the answers were given. */
  version: z.number().int(),
  /** Dates, options and numbers by the name of their question. */
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  /** True while the next message may be an answer, or go on about the outcome. */
  active: z.boolean(),
  /** A question that is asked again to change its answer. */
  asking: z.string().optional(),
  /** Dates offered for one that was not certain, ISO 8601. */
  offered: z.array(z.string()).optional(),
  /** How many questions in a row came in between. */
  asides: z.number().int().optional(),
  /** Questions that were answered with what is usual, or taken over from another dialog, without asking. */
  assumed: z.array(z.string()).optional(),
});

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
  /** The guided dialog that is open, was paused, or came to its outcome. */
  dialog: dialogSchema.optional(),
  /** Dialogs that were left for another one. */
  leftDialogs: z.array(dialogSchema).optional(),
  /** The danger that the last message pointed to: a bare "yes" to that is no answer to anything else. */
  danger: z.enum(['suicide', 'emergency']).optional(),
  /** Set while it is asked whether the plan may be kept: until which day, ISO 8601, and whether it was asked twice. */
  keeping: z.strictObject({ until: z.iso.date(), repeated: z.literal(true).optional() }).optional(),
  /** How many messages were dealt with. */
  turns: z.number().int().optional(),
  /** The button pressed last, and when: a double click is one press. */
  pressed: z.strictObject({ button: z.string(), at: z.number() }).optional(),
  /** True once it was said that the illness need not be named. */
  illnessNoted: z.boolean().optional(),
});

/** What a conversation remembers. It holds no word that a person typed: of a dialog it keeps dates, options and numbers. */
export type Session = z.infer<typeof sessionSchema>;

export function newSession(known: Pick<Partial<Session>, 'level' | 'audience' | 'audienceSaid'> = {}): Session {
  return { format: FORMAT, level: DEFAULT_LEVEL, welcomed: false, ...known };
}

/** A stored session, or a new one when what was stored is of another format. */
export function reviveSession(stored: unknown): Session {
  const result = sessionSchema.safeParse(stored);
  return result.success ? result.data : newSession();
}
