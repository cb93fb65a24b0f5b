import { z } from 'zod';

/** A question with the topics that answer it; none when the assistant has no answer to give. */
export const labelledQuestionSchema = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
  topics: z.array(z.string()),
  /** What kind of question it is ("real", "hard", "oos"), in what language, and who asks: to look at each apart. */
  set: z.string().optional(),
  lang: z.string().optional(),
  asker: z.string().optional(),
});

export type LabelledQuestion = z.infer<typeof labelledQuestionSchema>;
