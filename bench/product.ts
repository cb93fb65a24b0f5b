import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { composeAssistant, today } from '../src/compose.ts';
import { newSession } from '../src/conversation/session.ts';
import { turn } from '../src/conversation/turn.ts';

const ROUNDS = 3;

const dataDir = mkdtempSync(join(tmpdir(), 'spoor2-bench-'));
const assistant = composeAssistant({ dataDir });
const phrasings = assistant.knowledge.topics.flatMap(({ questions }) => questions);
const outside = assistant.knowledge.outOfScope;
const messages = [...phrasings.map(withSlip), ...outside];

/** One letter changed, at a place that depends on the text only: the repair has work to do, and each run is the same. */
function withSlip(text: string, index: number): string {
  const at = (index * 7) % text.length;
  return `${text.slice(0, at)}x${text.slice(at + 1)}`;
}

function measure(name: string, work: (text: string) => unknown, texts: readonly string[]): void {
  for (const text of texts.slice(0, 300)) work(text);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const text of texts) {
      const start = performance.now();
      work(text);
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  const quantile = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(3);
  console.log(
    `${name.padEnd(34)} p50 ${quantile(0.5)} ms   p99 ${quantile(0.99)} ms   worst ${quantile(1)} ms   (${times.length} times)`,
  );
}

const session = newSession();
console.log(
  `${assistant.knowledge.topics.length} topics, ${phrasings.length} phrasings, ${outside.length} out-of-scope examples\n`,
);
measure('match a question', (text) => assistant.match(text), messages);
measure('a whole turn', (text) => turn({ text }, session, today(), assistant), messages);
const huge = ['a', 'spoor ', 'x y ', '\u200b', 'zelfmoord '].map((part) =>
  part.repeat(Math.ceil(100_000 / part.length)),
);
measure('a turn with a 100 kB message', (text) => turn({ text }, session, today(), assistant), huge);
await measureStart();

/** Starts the real server on content it has seen, and reads how long it took and what memory it holds once it is quiet (Linux only). */
async function measureStart(): Promise<void> {
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
  rmSync(dataDir, { recursive: true });
}
