import { DatabaseError as ReportedError } from 'pg';

/**
 * What a failure means for the statement: it was not sent, as the database could not be reached; the database undid it, and
 * the same again may succeed; the database refused it; or nobody knows whether it took effect.
 */
export type Failure = 'unreachable' | 'undone' | 'refused' | 'unknown';

/** A failed statement, without what a database adds to it: rows and values have no place in a log. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly failure: Failure;
  /** SQLSTATE, or the code of a failed connection. */
  readonly code: string | undefined;

  constructor(message: string, failure: Failure, code?: string) {
    super(message);
    this.failure = failure;
    this.code = code;
  }
}

/** A serialization failure and a deadlock: rolled back, and the same statement may pass now. */
const UNDONE = new Set(['40001', '40P01']);

/** The server ends, or does not yet take connections, or has no room for one more. */
const AWAY = new Set(['57P01', '57P02', '57P03', '53300']);

/** A connection that could not be made; for an address that cannot be read there never will be one. */
export function connectingFailed(error: unknown): DatabaseError {
  const isAway = error instanceof ReportedError ? AWAY.has(error.code ?? '') : !(error instanceof TypeError);
  return failed(error, isAway ? 'unreachable' : 'refused');
}

/** A statement that was sent and did not end well. */
export function statementFailed(error: unknown): DatabaseError {
  if (!(error instanceof ReportedError)) return failed(error, 'unknown');
  const code = error.code ?? '';
  if (UNDONE.has(code)) return failed(error, 'undone');
  return failed(error, AWAY.has(code) ? 'unknown' : 'refused');
}

function failed(error: unknown, failure: Failure): DatabaseError {
  // Node wraps the refusals of several addresses of one host in an error without words.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const code = first instanceof Error && 'code' in first && typeof first.code === 'string' ? first.code : undefined;
  const message = first instanceof Error ? first.message : String(first);
  return new DatabaseError(message, failure, code);
}
