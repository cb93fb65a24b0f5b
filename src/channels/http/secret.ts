import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Whether a text is one of the secrets; how long that takes tells nothing of them. */
export function isSecret(text: string, secrets: readonly string[]): boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest();
  return secrets.map((secret) => timingSafeEqual(digest(text), digest(secret))).includes(true);
}

/** The token or secret that a request brings; nothing when it brings none. */
export function bearerOf({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  return /^Bearer ([\w.~+/=-]+)$/i.exec(headers.authorization ?? '')?.[1];
}
