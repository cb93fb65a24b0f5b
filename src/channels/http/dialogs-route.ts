import type { Server } from 'restify';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Assistant } from '../../conversation/assistant.ts';
import { isOff } from '../../conversation/switched-off.ts';
import { allAtOnce } from '../../conversation/dialogs/all-at-once.ts';
import { AUDIENCES } from '../../shared/audience.ts';
import { LEVELS } from '../../shared/level.ts';
import { parseBody, readJson } from './body.ts';
import { HttpProblem } from './problem.ts';
import { handle } from './server.ts';

export const dialogRequest = z.strictObject({
  answers: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).meta({
    description:
      'Answers by the name of their question: an ISO date, an option, several options, a number, or weetIkNiet',
  }),
  audience: z.enum(AUDIENCES).meta({ description: 'Who is asking' }),
  level: z.enum(LEVELS).optional().meta({ description: 'Language and reading level; nl-B1 when absent' }),
});

export const dialogResponse = z.object({
  kind: z.enum(['outcome', 'incomplete']),
  outcome: z.string().optional().meta({ description: 'Name of the outcome' }),
  question: z.string().optional().meta({ description: 'The question that has no answer, or none that can stand' }),
  reply: z
    .record(z.string(), z.unknown())
    .meta({ description: 'What the assistant says: sections with texts, tables and sources' }),
});

/** `POST /v1/dialogs/:id`: a guided dialog with all answers at once. Nothing is kept. */
export function addDialogsRoute(server: Server, assistant: Assistant, today: () => Temporal.PlainDate): void {
  server.get(
    '/v1/dialogs',
    handle((_req, res) => {
      res.send(
        200,
        assistant.dialogs.all.map(({ definition, texts }) => ({
          id: definition.id,
          version: definition.version,
          title: texts.title,
          start: definition.start,
          questions: Object.entries(definition.questions).map(([name, question]) => ({
            name,
            kind: question.kind,
            ask: texts.questions[name]?.ask,
            ...('options' in question && { options: question.options }),
          })),
        })),
      );
    }),
  );
  server.post(
    '/v1/dialogs/:id',
    handle(async (req, res) => {
      const body = parseBody(
        dialogRequest,
        await readJson(req),
        '{"audience": "employee", "answers": {"eersteZiektedag": "2026-01-05"}}',
      );
      const { id } = req.params as { id: string };
      if (isOff(assistant, id))
        throw new HttpProblem(503, 'This dialog is switched off for now.', 'It is being checked. Try again later.', {
          retryAfter: 60,
        });
      const result = allAtOnce({ id, ...body }, today(), assistant);
      if (result === undefined) throw new HttpProblem(404, 'There is no such dialog.', 'GET /v1/dialogs lists them.');
      res.send(200, result);
    }),
  );
}
