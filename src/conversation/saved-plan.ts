import { z } from 'zod';
import { AUDIENCES } from '../shared/audience.ts';
import { LEVELS } from '../shared/level.ts';

const savedPlanSchema = z.strictObject({
  /** The case in the form of a deadline request. */
  request: z.record(z.string(), z.unknown()),
  audience: z.enum(AUDIENCES),
  level: z.enum(LEVELS),
  /** On which day the person agreed to keeping it. ISO 8601. */
  agreedOn: z.iso.date(),
  /** The last day on which it is kept. ISO 8601. */
  keptUntil: z.iso.date(),
});

/** A plan that a person asked to keep, knowing what for and how long. It holds dates and choices, and no word that was typed. */
export type SavedPlan = z.infer<typeof savedPlanSchema>;

/** A stored plan; nothing when there is none, or what was stored is of another format. */
export function readSavedPlan(json: string | undefined): SavedPlan | undefined {
  return json === undefined ? undefined : savedPlanSchema.safeParse(JSON.parse(json)).data;
}
