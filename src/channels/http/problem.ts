import type { Response } from 'restify';

/** An error as RFC 9457 describes it: what is wrong, in words that name the cure. */
export interface Problem {
  status: number;
  title: string;
  detail?: string;
}

/** A problem that a handler throws to end the request with. */
export class HttpProblem extends Error {
  readonly problem: Problem;

  constructor(status: number, title: string, detail?: string) {
    super(title);
    this.problem = detail === undefined ? { status, title } : { status, title, detail };
  }
}

export function sendProblem(res: Response, problem: Problem): void {
  const body = JSON.stringify({ type: 'about:blank', ...problem });
  res.sendRaw(problem.status, body, { 'Content-Type': 'application/problem+json; charset=utf-8' });
}

/** The problem behind whatever a handler or the router threw. Nothing of an unexpected error is told. */
export function problemOf(error: unknown): Problem {
  if (error instanceof HttpProblem) return error.problem;
  const status = statusOf(error);
  switch (status) {
    case 404:
      return { status, title: 'There is nothing at this address.', detail: 'See /v1/openapi.json for what there is.' };
    case 405:
      return {
        status,
        title: 'This address does not take that method.',
        detail: 'The Allow header names the methods it takes.',
      };
    default:
      return status >= 400 && status < 500
        ? { status, title: 'The request cannot be handled.' }
        : { status: 500, title: 'Something went wrong on our side.', detail: 'Please try again in a minute.' };
  }
}

function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}
