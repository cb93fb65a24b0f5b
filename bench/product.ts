import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeAssistant, today } from '../src/compose.ts';
import { newSession } from '../src/conversation/session.ts';
import { turn } from '../src/conversation/turn.ts';
import { time, timingLine } from './timing.ts';

const ROUNDS = 3;

/** Time of a match and of a whole turn, start, and memory at rest. @param dataDir empty, so that the content is new */
export async function benchProduct(dataDir: string): Promise<void> {
  const fresh = performance.now();
  const assistant = composeAssistant({ dataDir });
  const ready = performance.now() - fresh;
  const phrasings = assistant.knowledge.topics.flatMap(({ questions }) => questions);
  const outside = assistant.knowledge.outOfScope;
  const messages = [...phrasings.map(withSlip), ...outside];
  const session = newSession();
  console.log(
    `${assistant.knowledge.topics.length} topics, ${phrasings.length} phrasings, ${outside.length} out-of-scope examples\n`,
  );
  console.log(
    timingLine(
      'match a question',
      time(messages, (text) => assistant.match(text), { rounds: ROUNDS }),
    ),
  );
  console.log(
    timingLine(
      'a whole turn',
      time(messages, (text) => turn({ text }, session, today(), assistant), { rounds: ROUNDS }),
    ),
  );
  console.log(`${'ready after a content change'.padEnd(34)} ${(ready / 1000).toFixed(2)} s`);
  await measureStart(dataDir);
}

/** One letter changed, at a place that depends on the text only: the repair has work to do, and each run is the same. */
function withSlip(text: string, index: number): string {
  const at = (index * 7) % text.length;
  return `${text.slice(0, at)}x${text.slice(at + 1)}`;
}

/** Starts the real server on content it has seen, and reads how long it took and what memory it holds once it is quiet (Linux only). */
async function measureStart(dataDir: string): Promise<void> {
  const main = join(import.meta.dirname, '..', 'src');
  const flags = ['--import', join(main, 'compile-cache.js'), '--max-semi-space-size=4'];
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, join(main, 'main.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir },
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready on')) resolve();
    });
    child.once('exit', () => {
      reject(new Error('the server did not start'));
    });
  });
  console.log(`${'start to ready'.padEnd(34)} ${((performance.now() - started) / 1000).toFixed(2)} s`);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid ?? 'self'}/status`, 'utf8'))?.[1];
  console.log(`${'memory at rest'.padEnd(34)} ${(Number(resident) / 1024).toFixed(0)} MB`);
  child.removeAllListeners('exit');
  child.kill();
}
