import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Home } from './home.ts';
import type { Moment } from './mortal-store.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const COMPILE_CACHE = pathToFileURL(join(ROOT, 'src', 'compile-cache.js')).href;

const SERVER = ['--import', COMPILE_CACHE, join(import.meta.dirname, 'mortal-server.ts')];

/** Runs a program that may mount disks that nobody else sees. */
const OWN_MOUNTS = ['unshare', '--user', '--map-root-user', '--mount'];

/** Whether this machine lets a program mount disks for itself. */
export function canMount(): boolean {
  const [program = '', ...args] = OWN_MOUNTS;
  return spawnSync(program, [...args, 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
}

/** A server of the product in a process of its own. */
export class ServerProcess {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #output: string[];

  private constructor(url: string, child: ChildProcess, output: string[]) {
    this.url = url;
    this.#child = child;
    this.#output = output;
  }

  /** @param port 0 for any */
  static start(home: Home, port = 0): Promise<ServerProcess> {
    return ServerProcess.#start([process.execPath, ...SERVER], home, port);
  }

  /** A server whose folder for data is a disk of its own, that is small. */
  static startOnSmallDisk(home: Home, size: string): Promise<ServerProcess> {
    const script =
      'mkdir "$DATA_DIR/disk" && mount -t tmpfs -o "size=$1" tmpfs "$DATA_DIR/disk" && ln -s "$DATA_DIR/cache" "$DATA_DIR/disk/cache" && export DATA_DIR="$DATA_DIR/disk" && shift && exec "$@"';
    return ServerProcess.#start([...OWN_MOUNTS, 'sh', '-c', script, 'sh', size, process.execPath, ...SERVER], home, 0);
  }

  static async #start(command: readonly string[], home: Home, port: number): Promise<ServerProcess> {
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      cwd: tmpdir(),
      env: { PATH: process.env['PATH'], ...home.env, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', resolve as (message: unknown) => void);
      child.once('exit', () => {
        reject(new Error(`the server stopped: ${output.join('')}`));
      });
    });
    return new ServerProcess(url, child, output);
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** What it wrote so far. */
  output(): string {
    return this.#output.join('');
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Lets it die at a moment that is still to come, or changes what its disk can hold. */
  async tell(what: Moment | 'fill the disk' | 'make room'): Promise<void> {
    const heard = once(this.#child, 'message');
    this.#child.send(what);
    await heard;
  }

  /** Waits until it died. */
  async died(): Promise<void> {
    if (this.isRunning) await once(this.#child, 'exit');
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.isRunning) return;
    const exit = once(this.#child, 'exit');
    this.#child.kill(signal);
    await exit;
  }
}
