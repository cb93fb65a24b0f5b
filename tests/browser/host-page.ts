import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The site of a bureau, on an origin of its own, with a policy as strict as it gets. */
export class HostPage {
  readonly origin: string;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  }

  /** @param body what the page holds, once it is known where the product runs */
  static async open(body: () => string, policy: () => string): Promise<HostPage> {
    const server = createServer((_req, res) => {
      res.setHeader('Content-Type', 'text/html; charset=utf-8');
      res.setHeader('Content-Security-Policy', policy());
      res.end(
        `<!doctype html><html lang="nl"><title>Bureau</title><body><main><h1>Bureau</h1>${body()}</main></body></html>`,
      );
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    return new HostPage(server);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
