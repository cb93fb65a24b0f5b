import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const TOOL = join(HERE, 'node_modules', '@microsoft', 'm365agentsplayground', 'cli.js');

/** Its own switch for telemetry leaves on that of the library it counts with. */
const SILENT = { APPLICATION_INSIGHTS_NO_STATSBEAT: 'true' };

/** A running Agents Playground that plays Microsoft Teams for one bot. It opens no browser and sends no telemetry. */
export class Playground {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #output: string[];

  private constructor(url: string, process: ChildProcess, folder: string, output: string[]) {
    this.url = url;
    this.#process = process;
    this.#folder = folder;
    this.#output = output;
  }

  /** @param endpoint address of the bot's messages */
  static async start(endpoint: string): Promise<Playground> {
    install();
    // It keeps a log of its own in the folder where it starts.
    const folder = mkdtempSync(join(tmpdir(), 'spoor2-playground-'));
    const child = spawn(
      process.execPath,
      [TOOL, '--app-endpoint', endpoint, '--channel-id', 'msteams', '--port', '0', '--disable-telemetry'],
      {
        cwd: folder,
        env: { PATH: process.env['PATH'], TEAMSAPPTESTER_BROWSER: 'none', ...SILENT },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const output: string[] = [];
    const port = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        output.push(chunk.toString());
        const found = /Listening on (\d+)/.exec(output.join(''))?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => {
        reject(new Error(`the Playground stopped: ${output.join('')}`));
      });
    });
    return new Playground(`http://127.0.0.1:${port}`, child, folder, output);
  }

  /** What it wrote besides that it is ready. */
  output(): string {
    return this.#output
      .join('')
      .replace(/^Listening on \d+$/m, '')
      .trim();
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      const exit = once(this.#process, 'exit');
      this.#process.kill('SIGKILL');
      await exit;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function install(): void {
  if (existsSync(TOOL)) return;
  execFileSync('npm', ['ci', '--prefix', HERE, '--no-audit', '--no-fund', '--ignore-scripts'], { stdio: 'inherit' });
}
