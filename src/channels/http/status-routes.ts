import type { Server } from 'restify';
import { openApiDocument } from './openapi.ts';
import { readiness, type ReadinessParts } from './readiness.ts';
import { handle } from './server.ts';

/** `/healthz` (the process answers), `/readyz` (it can take messages and store) and the description of the API. */
export function addStatusRoutes(server: Server, parts: ReadinessParts): void {
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
    const answer = await readiness(parts);
    res.send(answer.status === 'ready' ? 200 : 503, answer);
  });
  for (const [path, handler] of [
    ['/healthz', live],
    ['/readyz', ready],
  ] as const) {
    server.get(path, handler);
    server.head(path, handler);
  }
}
