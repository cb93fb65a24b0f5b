import type { Response } from 'restify';

/** An error as RFC 9457 describes it: what is wrong, in words that name the cure. */
export interface Problem {
  status: number;
  title: string;
  detail?: string;
  /** Name by which a Direct Line client knows the error; it stays the same when the words change. */
  code?: string;
  /** After so many seconds it is worth trying again. */
  retryAfter?: number;
}

/** A problem that a handler throws to end the request with. */
export class HttpProblem extends Error {
  readonly problem: Problem;

  /** @param more `cause` is what went wrong behind it; it goes to the log, never to the client */
  constructor(
    status: number,
    title: string,
    detail?: string,
    { cause, ...more }: Pick<Problem, 'code' | 'retryAfter'> & { cause?: unknown } = {},
  ) {
    super(title, { cause });
    this.problem = { status, title, ...(detail !== undefined && { detail }), ...more };
  }
}

/** Writes a problem in the form that a client of an address expects. */
export type ProblemForm = (res: Response, problem: Problem) => void;

/** RFC 9457. */
export const sendProblem: ProblemForm = (res, { code, retryAfter, ...problem }) => {
  res.sendRaw(problem.status, JSON.stringify({ type: 'about:blank', ...problem }), {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...retryHeader(retryAfter),
  });
};

/** Direct Line 3.0: `{error: {code, message}}`. */
export const sendDirectLineError: ProblemForm = (res, { status, title, detail, code, retryAfter }) => {
  const message = detail === undefined ? title : `${title} ${detail}`;
  const error = {
    code: code ?? DIRECT_LINE_CODES[status] ?? (status >= 500 ? 'ServiceError' : 'BadArgument'),
    message,
  };
  // Direct Line has no 422: its clients know 400 as "do not send this again".
  res.sendRaw(status === 422 ? 400 : status, JSON.stringify({ error }), {
    'Content-Type': 'application/json; charset=utf-8',
    ...retryHeader(retryAfter),
  });
};

const DIRECT_LINE_CODES: Readonly<Record<number, string>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  413: 'MessageSizeTooBig',
  415: 'UnsupportedMediaType',
  429: 'TooManyRequests',
};

function retryHeader(seconds: number | undefined): Record<string, string> {
  return seconds === undefined ? {} : { 'Retry-After': String(seconds) };
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
