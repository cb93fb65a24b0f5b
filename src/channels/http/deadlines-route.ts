import type { Server } from 'restify';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Assistant } from '../../conversation/assistant.ts';
import { QUICK_DIALOG } from '../../conversation/dialogs/book.ts';
import { isOff } from '../../conversation/switched-off.ts';
import { describeDeadline } from '../../deadlines/describe.ts';
import { deadlineKeys } from '../../deadlines/keys.ts';
import { deadlineRequest, requestOf, verzuimOf } from '../../deadlines/request.ts';
import { CaseError } from '../../rules/case-error.ts';
import { timeline } from '../../rules/timeline.ts';
import { AUDIENCES } from '../../shared/audience.ts';
import { DEFAULT_LEVEL, LEVELS } from '../../shared/level.ts';
import type { PlanAddresses } from '../documents.ts';
import { parseBody, readJson } from './body.ts';
import { HttpProblem } from './problem.ts';
import { handle } from './server.ts';

export const deadlinesRequest = deadlineRequest.extend({
  audience: z.enum(AUDIENCES).optional().meta({ description: 'For whom the words are; employee when absent' }),
  level: z.enum(LEVELS).optional().meta({ description: 'Language and reading level of the words; nl-B1 when absent' }),
});

const isoDate = z.string().meta({ format: 'date' });

export const deadlinesResponse = z.object({
  expected: z
    .record(z.string(), z.unknown())
    .meta({ description: 'Every date under its key, ISO 8601; null where it does not apply' }),
  deadlines: z.array(
    z.object({
      id: z.string(),
      number: z.number().optional(),
      title: z.string(),
      nature: z.enum(['duty', 'event']),
      date: isoDate.meta({ description: 'The safe date, inclusive' }),
      from: isoDate.optional(),
      practical: isoDate.optional().meta({ description: 'The last working day on or before the date' }),
      legalLatest: isoDate.optional(),
      actors: z.array(z.string()),
      text: z.string(),
      missed: z.string().optional(),
      unverified: z.string().optional(),
      force: z.string(),
      certainty: z.string(),
      sources: z.array(z.object({ title: z.string(), url: z.string().optional() })),
      derivation: z.array(z.string()).meta({ description: 'How the date was reached, one sentence a step' }),
    }),
  ),
  documents: z
    .object({ page: z.string(), calendar: z.string(), picture: z.string(), bitmap: z.string() })
    .optional()
    .meta({ description: 'Sealed addresses that work for a day' }),
});

/** `POST /v1/deadlines`: the dates of one case, with their derivation. Nothing is kept. */
export function addDeadlinesRoute(
  server: Server,
  assistant: Assistant,
  addresses: PlanAddresses,
  today: () => Temporal.PlainDate,
): void {
  const { knowledge } = assistant;
  server.post(
    '/v1/deadlines',
    handle(async (req, res) => {
      if (isOff(assistant, QUICK_DIALOG))
        throw new HttpProblem(503, 'Dates are switched off for now.', 'They are being checked. Try again later.', {
          retryAfter: 60,
        });
      const body = parseBody(deadlinesRequest, await readJson(req), '{"spells": [["2026-01-05", null]]}');
      const { audience = 'employee', level = DEFAULT_LEVEL, ...request } = body;
      const verzuim = verzuimOf(request);
      const reader = { audience, level, today: today() };
      const result = consistent(() => timeline(verzuim, knowledge.figures));
      const expected = deadlineKeys(verzuim, knowledge.figures);
      if (result.kind === 'unknown') {
        res.send(200, { expected, deadlines: [] });
        return;
      }
      res.send(200, {
        expected,
        deadlines: result.deadlines.map((deadline) => describeDeadline(deadline, reader, knowledge)),
        documents: addresses.of({ request: requestOf(verzuim), audience }, level, new Date()),
      });
    }),
  );
}

function consistent<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CaseError)
      throw new HttpProblem(
        422,
        'The facts contradict each other.',
        `${error.field === undefined ? '' : `${error.field}: `}${error.message}.`,
      );
    throw error;
  }
}
