import { setTimeout } from 'node:timers/promises';
import { Caller, keepContent, MeasuredServer, readQuestions, Visitor, type Held } from './direct-line.ts';
import { timing, type Timing } from './timing.ts';

const LEVELS = [1_000, 5_000, 10_000];

/** The limits of the product stand, so the visitors come from many addresses. */
const PER_ADDRESS = 20;

/** So many come in at the same time. */
const AT_ONCE = 64;

/** Who talk while the others are idle. */
const TALKERS = 20;

/** Messages of each talker before anything counts. */
const WARM_UP = 20;

/** A little over the server's heartbeat. Milliseconds. */
const WATCHED = 35_000;

const MESSAGE_EVERY = 250;

/** What the server remembers of a minute, for its limits, is gone after so long. Milliseconds. */
const FORGOTTEN_AFTER = 65_000;

/** Open files that a process needs beside the streams. */
const OTHER_FILES = 500;

/** What was seen while nobody came or went. */
interface Watched extends Held {
  replies: Timing;
  /** Share of one core. */
  load: number;
}

/** Memory of Direct Line with idle streams, and how soon a reply comes beside them. Takes about six minutes. */
export async function benchIdleStreams(dataDir: string): Promise<void> {
  const allowed = mostOpenFiles() - OTHER_FILES;
  const levels = LEVELS.filter((level) => level <= allowed);
  if (levels.length < LEVELS.length)
    console.log(`\n${mostOpenFiles()} open files are allowed (ulimit -n): counts above ${allowed} are left out.`);
  const questions = await readQuestions();
  await keepContent(dataDir);
  const server = await MeasuredServer.start('assistant', 'own', dataDir);
  try {
    const talkers = await comeIn(server.port, TALKERS, 0);
    for (const question of questions.slice(0, WARM_UP))
      await Promise.all(talkers.map((talker) => talker.postAndHear(question)));
    console.log(
      `\nIdle streams, each of its own conversation, watched for ${WATCHED / 1000} s while ${TALKERS} others talk, ${1000 / MESSAGE_EVERY} messages a second`,
    );
    console.log(
      `${'idle'.padEnd(16)} sockets   opened in   CPU each   resident   kB each   heap in use   kB each   reply p50        p99      worst   server CPU`,
    );
    const none = await watch();
    print('none', none);
    const ownBefore = process.memoryUsage().rss;
    let idle: Visitor[] = [];
    for (const level of levels) await fill(level);
    const own = (process.memoryUsage().rss - ownBefore) / 1024 / idle.length;
    const most = idle.length;
    await empty();
    await fill(most);
    await empty();
    console.log(`The clients, in a process apart: ${own.toFixed(1)} kB each.`);
    for (const talker of talkers) talker.leave();
    await setTimeout(1_000);
    console.log(`When the talkers have left too, ${(await server.held()).connections} sockets are open.`);

    async function fill(level: number): Promise<void> {
      const start = performance.now();
      const before = await server.cpu();
      const came = level - idle.length;
      idle.push(...(await comeIn(server.port, came, TALKERS + idle.length)));
      const seconds = (performance.now() - start) / 1000;
      const cpu = ((await server.cpu()) - before) / came;
      print(String(level), await watch(), { streams: level, seconds, cpu });
      const gone = idle.filter(({ isListening }) => !isListening).length;
      if (gone > 0) console.log(`${gone} of them were closed meanwhile`);
    }

    async function empty(): Promise<void> {
      for (const visitor of idle) visitor.leave();
      idle = [];
      await setTimeout(FORGOTTEN_AFTER);
      print('none any more', await watch());
    }

    async function watch(): Promise<Watched> {
      const before = await server.cpu();
      const start = performance.now();
      const times: number[] = [];
      const replies: Promise<unknown>[] = [];
      for (let at = 0; performance.now() - start < WATCHED; at += 1) {
        const talker = talkers[at % TALKERS];
        const question = questions[at % questions.length] ?? '';
        if (talker) replies.push(talker.postAndHear(question).then((time) => times.push(time)));
        await setTimeout(MESSAGE_EVERY);
      }
      await Promise.all(replies);
      const load = ((await server.cpu()) - before) / (performance.now() - start);
      return { ...(await server.held()), replies: timing(times), load };
    }

    function print(name: string, seen: Watched, opened?: { streams: number; seconds: number; cpu: number }): void {
      const each = (bytes: number) =>
        opened === undefined ? ''.padStart(9) : (bytes / 1024 / opened.streams).toFixed(1).padStart(9);
      const ms = (share: number) => `${seen.replies.quantile(share).toFixed(1).padStart(7)} ms`;
      console.log(
        [
          name.padEnd(16),
          String(seen.connections).padStart(7),
          (opened === undefined ? '' : `${opened.seconds.toFixed(1)} s`).padStart(11),
          (opened === undefined ? '' : `${opened.cpu.toFixed(2)} ms`).padStart(10),
          megabytes(seen.resident).padStart(10),
          each(seen.resident - none.resident),
          megabytes(seen.heap).padStart(13),
          each(seen.heap - none.heap),
          ` ${ms(0.5)}`,
          ms(0.99),
          ms(1),
          `${(100 * seen.load).toFixed(1)}%`.padStart(12),
        ].join(' '),
      );
    }
  } finally {
    await server.stop();
  }
}

/** Opens the streams of new visitors. @param before how many came in earlier: the addresses go on from there */
async function comeIn(port: number, count: number, before: number): Promise<Visitor[]> {
  const callers = new Map<number, Caller>();
  const callerOf = (visitor: number) => {
    const place = Math.floor(visitor / PER_ADDRESS);
    const caller = callers.get(place) ?? new Caller(port, `127.0.${1 + (place >> 8)}.${place & 0xff}`);
    callers.set(place, caller);
    return caller;
  };
  const visitors: Visitor[] = [];
  const coming = Array.from({ length: count }, (_, at) => callerOf(before + at)).values();
  const oneAfterTheOther = async () => {
    for (const caller of coming) {
      const visitor = await Visitor.open(caller);
      await visitor.listen();
      visitors.push(visitor);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, oneAfterTheOther));
  for (const caller of callers.values()) caller.close();
  return visitors;
}

/** How many files and sockets this process may have open. */
function mostOpenFiles(): number {
  const { userLimits } = process.report.getReport() as { userLimits: { open_files: { soft: number | string } } };
  const { soft } = userLimits.open_files;
  return typeof soft === 'number' ? soft : Number.POSITIVE_INFINITY;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
