import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const SOURCE = join(import.meta.dirname, '..', 'src');

/** The product itself. */
export const PRODUCT = join(SOURCE, 'main.ts');

/** As `npm start` runs the server. */
const FLAGS = ['--import', join(SOURCE, 'compile-cache.js'), '--max-semi-space-size=4'];

const COLLECTS = join(import.meta.dirname, 'collect.ts');

export const HOST = '127.0.0.1';

/** How long to wait before looking again whether a server is ready. Milliseconds. */
const READY_PAUSE = 50;

/** No start takes longer. Milliseconds. */
const READY_LIMIT = 60_000;

/** How the system counts CPU time in `/proc`. Milliseconds. */
const CPU_TICK = 10;

/** A server in a process of its own (Linux only: CPU time is read from the system). */
export class ServedProgram {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /**
   * @param program a file of TypeScript that logs "ready on" and its address
   * @param log name of the file for its log, in the folder for data
   * @param options `collects` when it must be able to collect its rubbish
   */
  static async start(
    program: string,
    log: string,
    env: Readonly<Record<string, string>> & { DATA_DIR: string },
    { collects = false } = {},
  ): Promise<ServedProgram> {
    const file = join(env.DATA_DIR, `${log}-log.txt`);
    const child = spawn(process.execPath, [...FLAGS, ...(collects ? ['--import', COLLECTS] : []), program], {
      env: { HOST, PORT: '0', ...env },
      stdio: ['ignore', openSync(file, 'w'), 'inherit'],
    });
    const end = performance.now() + READY_LIMIT;
    for (;;) {
      const port = /ready on http:\/\/[\d.]+:(\d+)/.exec(readFileSync(file, 'utf8'))?.[1];
      if (port !== undefined) return new ServedProgram(child, Number(port));
      if (child.exitCode !== null || performance.now() > end)
        throw new Error(`the measured server did not start: ${log}`);
      await setTimeout(READY_PAUSE);
    }
  }

  /** What all its threads worked since its start. Milliseconds. */
  cpu(): number {
    return cpuOf(this.#child.pid ?? process.pid);
  }

  /** Has it collect its rubbish, soon. */
  collectRubbish(): void {
    this.#child.kill('SIGUSR2');
  }

  async stop(): Promise<void> {
    this.#child.kill();
    await once(this.#child, 'exit');
  }
}

/**
 * What all threads of a process worked since its start. Milliseconds.
 *
 * @param children also what its children worked that ended meanwhile
 */
export function cpuOf(pid: number, { children = false } = {}): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // After the program's name, which may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [user, system, childrensUser, childrensSystem] = fields.slice(11, 15).map(Number);
  const own = (user ?? 0) + (system ?? 0);
  return (own + (children ? (childrensUser ?? 0) + (childrensSystem ?? 0) : 0)) * CPU_TICK;
}
