/**
 * Why a request did not succeed.
 *
 * - `unreachable`: no answer came
 * - `busy`: the server cannot now; the same request may succeed later
 * - `token`: the token is not, or no longer, accepted
 * - `forbidden`: the server seems not to speak with this site
 * - `gone`: there is no such conversation (any more)
 * - `refused`: the same request will never succeed
 */
export type FaultKind = 'unreachable' | 'busy' | 'token' | 'forbidden' | 'gone' | 'refused';

export class RequestFault extends Error {
  readonly kind: FaultKind;
  /** How long to wait at least before it is tried again. Milliseconds. */
  readonly wait: number;

  constructor(kind: FaultKind, wait = 0) {
    super(kind);
    this.kind = kind;
    this.wait = wait;
  }
}

/** What was thrown as a fault; anything but a fault is a network that failed. */
export function faultOf(thrown: unknown): RequestFault {
  return thrown instanceof RequestFault ? thrown : new RequestFault('unreachable');
}

/** The fault of an HTTP status. @param retryAfter the header, in seconds */
export function faultOfStatus(status: number, retryAfter: string | null): RequestFault {
  if (status === 401 || status === 403) return new RequestFault('token');
  if (status === 404) return new RequestFault('gone');
  const seconds = Number(retryAfter);
  if (status === 408 || status === 429 || status >= 500)
    return new RequestFault('busy', Number.isFinite(seconds) ? seconds * 1000 : 0);
  return new RequestFault('refused');
}
