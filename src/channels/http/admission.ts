import type { Request } from 'restify';

const waiting = new WeakMap<Request, () => void>();

/** Has something done once the body of a request was read: until then a client holds no more than its connection. */
export function onceRead(req: Request, admit: () => void): void {
  waiting.set(req, admit);
}

/** The body of a request was read. @throws what the one that waited for it throws */
export function wasRead(req: Request): void {
  const admit = waiting.get(req);
  waiting.delete(req);
  admit?.();
}
