import type { Server } from 'restify';
import type { ConversationStore } from '../../store/conversation-store.ts';
import { openApiDocument } from './openapi.ts';
import { HttpProblem } from './problem.ts';
import { handle } from './server.ts';

/** `/healthz` (the process runs), `/readyz` (it can also store) and the description of the API. */
export function addStatusRoutes(server: Server, store: ConversationStore): void {
  const openApi = openApiDocument();
  server.get(
    '/v1/openapi.json',
    handle((_req, res) => {
      res.send(200, openApi);
    }),
  );
  const live = handle((_req, res) => {
    res.send(200, { status: 'ok' });
  });
  const ready = handle(async (_req, res) => {
    try {
      await store.check();
    } catch {
      throw new HttpProblem(503, 'The store cannot be used.', 'Check that DATA_DIR exists, is writable, and has room.');
    }
    res.send(200, { status: 'ready' });
  });
  for (const [path, handler] of [
    ['/healthz', live],
    ['/readyz', ready],
  ] as const) {
    server.get(path, handler);
    server.head(path, handler);
  }
}
