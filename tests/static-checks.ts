import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What is checked without running the product: side by side, as each of them uses one core. */
const CHECKS = ['lint:code', 'typecheck', 'lint:format', 'check:content'];

async function check(script: string): Promise<boolean> {
  const child = spawn('npm', ['run', '-s', script], { shell: process.platform === 'win32' });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  process.stdout.write(`${script}: ${code === 0 ? 'ok' : 'FAILED'}\n${Buffer.concat(output).toString()}`);
  return code === 0;
}

const passed = await Promise.all(CHECKS.map(check));
process.exitCode = passed.every(Boolean) ? 0 : 1;
