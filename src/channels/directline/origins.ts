import type { IncomingMessage } from 'node:http';

/** Which pages may use the chat. */
export interface OriginRule {
  /** Other sites that the administrator allows. */
  allowed: readonly string[];
  /** Where the server is reached from outside, when it is known. */
  publicUrl?: string;
}

/**
 * Whether a page may use the chat: an allowed site, or a page of this very server. A caller without an Origin is no
 * page of another site: browsers always send it there.
 */
export function isAllowedOrigin(req: Pick<IncomingMessage, 'headers'>, { allowed, publicUrl }: OriginRule): boolean {
  const { origin } = req.headers;
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  if (publicUrl !== undefined && new URL(publicUrl).origin === origin) return true;
  return (
    URL.canParse(origin) && /^https?:$/.test(new URL(origin).protocol) && new URL(origin).host === req.headers.host
  );
}

/** Whether a grant may be used from where a request comes. */
export function isGrantedOrigin(req: Pick<IncomingMessage, 'headers'>, origins: readonly string[]): boolean {
  const { origin } = req.headers;
  return origin === undefined || origins.length === 0 || origins.includes(origin);
}
