import { z } from 'zod';
import { askRequest, askResponse } from './ask-route.ts';
import { deadlinesRequest, deadlinesResponse } from './deadlines-route.ts';
import { dialogRequest, dialogResponse } from './dialogs-route.ts';
import { readinessResponse } from './readiness.ts';

const problem = z.object({
  type: z.string(),
  status: z.number(),
  title: z.string(),
  detail: z.string().optional(),
});

const PROBLEMS = {
  400: 'The body is not valid JSON',
  413: 'The body is larger than 64 KB',
  415: 'The content type is not application/json',
  422: 'A field is missing, unknown or too long',
  429: 'Too many requests from one address; Retry-After says when to come back',
  503: 'Too many requests at the same time; Retry-After says when to come back',
} as const;

/** The description of the HTTP API, OpenAPI 3.1. */
export function openApiDocument(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Spoor 2-assistent',
      version: '1',
      description:
        'Sourced answers to Dutch questions about spoor 2, and the dates and duties of a case. General information, no legal advice. Nothing that is asked is kept.',
    },
    paths: {
      '/v1/ask': {
        post: {
          operationId: 'ask',
          summary: 'Ask one question',
          requestBody: { required: true, content: json('AskRequest') },
          responses: {
            200: { description: 'What the assistant makes of the question', content: json('AskResponse') },
            ...problems(),
          },
        },
      },
      '/v1/deadlines': {
        post: {
          operationId: 'deadlines',
          summary: 'Work out the dates of one case',
          requestBody: { required: true, content: json('DeadlinesRequest') },
          responses: {
            200: { description: 'Every date with its sources and derivation', content: json('DeadlinesResponse') },
            ...problems(),
          },
        },
      },
      '/v1/dialogs/{id}': {
        post: {
          operationId: 'dialog',
          summary:
            'A guided dialog with all its answers at once; GET /v1/dialogs lists the dialogs and their questions',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: { required: true, content: json('DialogRequest') },
          responses: {
            200: {
              description: 'The outcome, or the first question without an answer that can stand',
              content: json('DialogResponse'),
            },
            404: {
              description: 'There is no such dialog',
              content: { 'application/problem+json': schemaRef('Problem') },
            },
            ...problems(),
          },
        },
      },
      '/healthz': {
        get: {
          operationId: 'live',
          summary: 'Whether the process answers',
          responses: { 200: { description: 'It does', content: json('Status') } },
        },
      },
      '/readyz': {
        get: {
          operationId: 'ready',
          summary: 'Whether the assistant can take messages and store',
          responses: {
            200: { description: 'It can', content: json('Readiness') },
            503: { description: 'It cannot; the body says which part is not ready', content: json('Readiness') },
          },
        },
      },
    },
    components: {
      schemas: {
        AskRequest: z.toJSONSchema(askRequest, { io: 'input' }),
        AskResponse: z.toJSONSchema(askResponse),
        DeadlinesRequest: z.toJSONSchema(deadlinesRequest, { io: 'input' }),
        DeadlinesResponse: z.toJSONSchema(deadlinesResponse),
        DialogRequest: z.toJSONSchema(dialogRequest, { io: 'input' }),
        DialogResponse: z.toJSONSchema(dialogResponse),
        Problem: z.toJSONSchema(problem),
        Readiness: z.toJSONSchema(readinessResponse),
        Status: z.toJSONSchema(z.object({ status: z.string() })),
      },
    },
  };
}

/** What every request with a body can end in. */
function problems() {
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([status, description]) => [
      status,
      { description, content: { 'application/problem+json': schemaRef('Problem') } },
    ]),
  );
}

function schemaRef(name: string) {
  return { schema: { $ref: `#/components/schemas/${name}` } };
}

function json(name: string) {
  return { 'application/json': schemaRef(name) };
}
