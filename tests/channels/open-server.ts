import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createHttpServer, type ServerOptions } from '../../src/channels/http/server.ts';
import { createLogger } from '../../src/telemetry/logger.ts';

type Server = ReturnType<typeof createHttpServer>;

export interface OpenServer {
  url: string;
  /** Everything that was logged so far. */
  log: () => string;
  close: () => Promise<void>;
}

/** A server of ours on a free port of this machine, in this process. @param add adds its routes */
export async function openServer(add: (server: Server) => void, options: ServerOptions = {}): Promise<OpenServer> {
  const lines: string[] = [];
  const server = createHttpServer(
    createLogger('info', { write: (line: string) => lines.push(line) }),
    undefined,
    options,
  );
  add(server);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    log: () => lines.join(''),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.server.closeAllConnections();
      }),
  };
}
