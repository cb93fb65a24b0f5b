import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Spreads connections over servers, as a balancer does: each to the next one that takes it. */
export class Balancer {
  readonly #server: Server;
  readonly #ports: () => readonly number[];
  #next = 0;

  private constructor(ports: () => readonly number[]) {
    this.#ports = ports;
    this.#server = createServer({ allowHalfOpen: true }, (client) => {
      client.on('error', () => client.destroy());
      this.#forward(client, this.#ports().length);
    });
  }

  /** @param ports of the servers that are there now */
  static async start(ports: () => readonly number[]): Promise<Balancer> {
    const balancer = new Balancer(ports);
    await new Promise<void>((resolve) => balancer.#server.listen(0, '127.0.0.1', resolve));
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.#server.close();
  }

  #forward(client: Socket, attempts: number): void {
    const ports = this.#ports();
    const port = ports[(this.#next += 1) % ports.length];
    if (port === undefined || attempts === 0) {
      client.destroy();
      return;
    }
    const backend = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let isOpen = false;
    backend.once('connect', () => {
      isOpen = true;
      client.pipe(backend).pipe(client);
    });
    backend.on('error', () => {
      if (isOpen) client.destroy();
      else this.#forward(client, attempts - 1);
    });
    client.on('close', () => backend.destroy());
    backend.on('close', () => {
      if (isOpen) client.destroy();
    });
  }
}
