/** Why there was no answer. `silent` is all that says nothing certain, such as a limit that passed. */
export type Failure = 'certificate' | 'noHttps' | 'refused' | 'unknownName' | 'silent';

export type Outcome = { kind: 'answer'; status: number; body: string } | { kind: 'failure'; failure: Failure };

/** How long an answer may take. Milliseconds. */
export const ANSWER_LIMIT = 5_000;

/** How the codes of failed connections begin, by what they mean. */
const FAILURES: readonly [start: RegExp, failure: Failure][] = [
  [/^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_|ERR_TLS_CERT_)/, 'certificate'],
  [/^(?:ERR_SSL_|EPROTO)/, 'noHttps'],
  [/^ECONNREFUSED/, 'refused'],
  [/^ENOTFOUND/, 'unknownName'],
];

/**
 * One request, to its end. It follows no redirect: what is sent goes to this address only. Never throws.
 *
 * @param limit how long it may take, in milliseconds
 */
export async function request(url: string, init: RequestInit, limit: number): Promise<Outcome> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(limit) });
    return { kind: 'answer', status: response.status, body: await response.text() };
  } catch (error) {
    const code = codeOf(error);
    return { kind: 'failure', failure: FAILURES.find(([start]) => start.test(code))?.[1] ?? 'silent' };
  }
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

/** The object in a JSON text; nothing when there is none. */
export function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
