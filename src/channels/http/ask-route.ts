import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Server } from 'restify';
import type { Assistant } from '../../conversation/assistant.ts';
import { ask } from '../../conversation/ask.ts';
import { LONGEST_MESSAGE } from '../../conversation/turn.ts';
import { AUDIENCES } from '../../shared/audience.ts';
import { LEVELS } from '../../shared/level.ts';
import { parseBody, readJson } from './body.ts';
import { handle } from './server.ts';

export const askRequest = z.strictObject({
  question: z
    .string()
    .meta({ description: `The question in the words of the person asking; ${LONGEST_MESSAGE} characters are read` }),
  audience: z
    .enum(AUDIENCES)
    .optional()
    .meta({ description: 'Who is asking; without it both answers are given where they differ' }),
  level: z.enum(LEVELS).optional().meta({ description: 'Language and reading level; nl-B1 when absent' }),
});

export const askResponse = z.object({
  decision: z.enum(['answer', 'clarify', 'fallback']).meta({ description: 'Answered, a choice offered, or not known' }),
  topics: z
    .array(z.string())
    .meta({ description: 'Ids of the topics, best first; for clarify those offered, for fallback none' }),
  confidence: z.number().min(0).max(1).meta({ description: 'Probability that the first topic answers the question' }),
  answer: z.string().meta({ description: 'What the assistant says: paragraphs, "- " lists and **bold**' }),
  sources: z.array(z.object({ title: z.string(), url: z.string().optional() })),
  addresses: z
    .array(z.object({ title: z.string(), url: z.string().optional() }))
    .meta({ description: 'Who answers a question that the assistant does not' }),
  choices: z.array(z.string()).meta({ description: 'What can be asked next, word for word' }),
});

/** `POST /v1/ask`: one question, one answer, nothing kept. */
export function addAskRoute(server: Server, assistant: Assistant, today: () => Temporal.PlainDate): void {
  server.post(
    '/v1/ask',
    handle(async (req, res) => {
      const { question, audience, level } = parseBody(
        askRequest,
        await readJson(req),
        '{"question": "Wanneer start spoor 2?"}',
      );
      const { replies, ...result } = ask({ text: question, audience, level }, today(), assistant);
      res.send(200, result);
    }),
  );
}
