import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '..', '..');

/** As the scripts in package.json start it: what was compiled before is not compiled again. */
const FLAGS = ['--import', pathToFileURL(join(ROOT, 'src', 'compile-cache.js')).href];

export interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command-line tool of the product to its end, as a person would. */
export function run(
  tool: string,
  args: readonly string[] = [],
  input = '',
  env: Readonly<Record<string, string>> = {},
): Run {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...FLAGS, join(ROOT, 'src', 'cli', `${tool}.ts`), ...args],
    {
      cwd: ROOT,
      env: { ...process.env, ...env },
      input,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return { status, stdout, stderr };
}

/** A folder for data that holds no more than the content as it was read before: reading it takes seconds. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'spoor2-test-'));
  const cache = join(ROOT, 'data', 'cache');
  if (existsSync(cache)) cpSync(cache, join(folder, 'cache'), { recursive: true });
  return folder;
}

/** A running server of the product on a free port, with its own folder for data. */
export class Product {
  readonly url: string;
  readonly dataDir: string;
  readonly #process: ChildProcess;
  readonly #log: string[];

  private constructor(url: string, dataDir: string, process: ChildProcess, log: string[]) {
    this.url = url;
    this.dataDir = dataDir;
    this.#process = process;
    this.#log = log;
  }

  static async start(env: Record<string, string> = {}): Promise<Product> {
    const dataDir = env['DATA_DIR'] ?? newDataDir();
    const child = spawn(process.execPath, [...FLAGS, join(ROOT, 'src', 'main.ts')], {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], PORT: '0', ...env, DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log: string[] = [];
    const url = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        log.push(chunk.toString());
        const found = /ready on (http:\/\/[^ ]+)/.exec(log.join(''))?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => {
        reject(new Error(`the server stopped: ${log.join('')}`));
      });
    });
    return new Product(url, dataDir, child, log);
  }

  /** Everything the server wrote so far. */
  log(): string {
    return this.#log.join('');
  }

  /** Stops the server as an administrator does (SIGTERM) or as a power cut does (SIGKILL); the data stays. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return this.#process.exitCode;
    const exit = once(this.#process, 'exit');
    this.#process.kill(signal);
    const [code] = (await exit) as [number | null];
    return code;
  }

  async remove(): Promise<void> {
    await this.stop('SIGKILL');
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }
}
