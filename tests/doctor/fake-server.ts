import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server on this machine that plays another: it answers as it is told, and remembers what it was asked. */
export class FakeServer {
  readonly url: string;
  readonly asked: { method: string; path: string; body: string }[] = [];
  /** What to answer; nothing at all when it is undefined. */
  answer: { status: number; body: string; headers?: Record<string, string> } | undefined;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('end', () => {
        this.asked.push({ method: req.method ?? '', path: req.url ?? '', body: Buffer.concat(chunks).toString() });
        if (this.answer === undefined) return;
        // Not in one chain: the HTTP framework, where it is loaded in the same process, makes writeHead return nothing.
        res.writeHead(this.answer.status, this.answer.headers);
        res.end(this.answer.body);
      });
    });
  }

  static async start(): Promise<FakeServer> {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new FakeServer(server);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
