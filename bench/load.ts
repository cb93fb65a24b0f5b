import { randomBytes } from 'node:crypto';

import { setTimeout } from 'node:timers/promises';
import { keepContent, readQuestions } from './direct-line.ts';
import { Line, Person } from './person.ts';
import { BenchPostgres } from './postgres.ts';
import { ratioLine, type MeasuredRound } from './rounds.ts';
import { PRODUCT, ServedProgram } from './served.ts';
import { talkOf } from './talk.ts';
import { timing } from './timing.ts';

/** Counted; one more goes before them, to warm up. */
const ROUNDS = 4;

/** How long a round lasts, and the one that warms up. Milliseconds. */
const ROUND = 12_000;
const WARM_UP = 4_000;

/** Between two measurements, for what the one before left to do. Milliseconds. */
const PAUSE = 500;

/** So many people talk at the same time. */
const AT_ONCE = 32;

const SETUPS = ['SQLite', 'PostgreSQL', 'two processes'] as const;
type SetupName = (typeof SETUPS)[number];

/** Servers on one store. */
interface Setup {
  servers: readonly ServedProgram[];
  /** What the database server worked, when there is one; in milliseconds. */
  databaseCpu?: () => number;
}

/** CPU of the servers together. Milliseconds. */
interface Round extends MeasuredRound {
  databaseCpu: number;
  clientCpu: number;
}

/** Messages a second over Direct Line on each store, in turn, so that a busy machine slows all. Takes about three minutes. */
export async function benchLoad(dataDir: string): Promise<void> {
  const questions = await readQuestions();
  await keepContent(dataDir);
  const postgres = await BenchPostgres.start();
  const setups = await startSetups(dataDir, postgres);
  const rounds: Record<SetupName, Round[]> = { SQLite: [], PostgreSQL: [], 'two processes': [] };
  let people = 0;
  try {
    for (let number = 0; number <= ROUNDS; number += 1) {
      for (const place of SETUPS.keys()) {
        const name = SETUPS[(number + place) % SETUPS.length] ?? 'SQLite';
        await setTimeout(PAUSE);
        const round = await runRound(setups[name], number === 0 ? WARM_UP : ROUND);
        if (number > 0) rounds[name].push(round);
      }
    }
  } finally {
    await Promise.all(Object.values(setups).flatMap(({ servers }) => servers.map((server) => server.stop())));
    await postgres.stop();
  }
  print(rounds);

  async function runRound({ servers, databaseCpu = () => 0 }: Setup, length: number): Promise<Round> {
    const lines = servers.map(({ port }) => new Line(port));
    const times: number[] = [];
    const cpu = () => servers.reduce((sum, server) => sum + server.cpu(), 0);
    const before = { servers: cpu(), database: databaseCpu(), client: process.cpuUsage() };
    const start = performance.now();
    const end = start + length;
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, place) => talkUntil(end, lines[place % lines.length], times)),
    );
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(before.client);
    for (const line of lines) line.close();
    return {
      times,
      wall,
      serverCpu: cpu() - before.servers,
      databaseCpu: databaseCpu() - before.database,
      clientCpu: (user + system) / 1000,
    };
  }

  /** One person after the other. @throws Error when a message was not answered once */
  async function talkUntil(end: number, line: Line | undefined, times: number[]): Promise<void> {
    while (line !== undefined && performance.now() < end) {
      people += 1;
      const talk = talkOf(people, questions);
      const person = await Person.come(line, people);
      const ids: string[] = [];
      for (const text of talk) {
        if (performance.now() >= end) break;
        const start = performance.now();
        ids.push(await person.say(text));
        times.push(performance.now() - start);
      }
      const answers = (await person.read()).map(({ replyToId }) => replyToId);
      if (ids.some((id) => answers.filter((answered) => answered === id).length !== 1))
        throw new Error(
          `a message was not answered once: ${ids.map((id) => answers.filter((answered) => answered === id).length).join(' ')}`,
        );
    }
  }
}

async function startSetups(dataDir: string, postgres: BenchPostgres): Promise<Record<SetupName, Setup>> {
  const keys = randomBytes(32).toString('base64');
  const start = (log: string, databaseUrl?: string) =>
    ServedProgram.start(PRODUCT, log, {
      // The content that was read stands in the folder itself.
      DATA_DIR: dataDir,
      TRUST_PROXY: '1',
      SIGNING_KEYS: keys,
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    });
  const shared = await postgres.newDatabase('shared');
  const databaseCpu = () => postgres.cpu();
  return {
    SQLite: { servers: [await start('sqlite')] },
    PostgreSQL: { servers: [await start('postgres', await postgres.newDatabase('alone'))], databaseCpu },
    'two processes': { servers: [await start('one', shared), await start('other', shared)], databaseCpu },
  };
}

function print(rounds: Readonly<Record<SetupName, readonly Round[]>>): void {
  console.log(
    `\nDirect Line messages, ${AT_ONCE} conversations at once, questions and dialog turns; each is answered once when its request is.`,
  );
  console.log(
    `${ROUNDS} rounds of ${ROUND / 1000} s in turn. The client, the servers and PostgreSQL (which syncs to the disk) share this machine: two processes share its cores, too. CPU: milliseconds a message. Ratio to SQLite: median of the rounds.`,
  );
  console.log(
    `${''.padEnd(14)}   per s    p50 ms    p99 ms   server CPU   PostgreSQL CPU   client CPU   messages   slowest round, fastest`,
  );
  for (const name of SETUPS) {
    console.log(line(name, rounds[name]));
    if (name !== 'SQLite') console.log(ratioLine(5, rounds[name], rounds.SQLite));
  }
}

function line(name: string, rounds: readonly Round[]): string {
  const { times, quantile } = timing(rounds.flatMap((round) => round.times));
  const sum = (figure: (round: Round) => number) => rounds.reduce((total, round) => total + figure(round), 0);
  const speeds = rounds.map((round) => (1000 * round.times.length) / round.wall);
  const each = (figure: (round: Round) => number) => (sum(figure) / times.length).toFixed(2);
  return [
    name.padEnd(14),
    ((1000 * times.length) / sum(({ wall }) => wall)).toFixed(0).padStart(7),
    quantile(0.5).toFixed(2).padStart(9),
    quantile(0.99).toFixed(2).padStart(9),
    each(({ serverCpu }) => serverCpu).padStart(12),
    each(({ databaseCpu }) => databaseCpu).padStart(16),
    each(({ clientCpu }) => clientCpu).padStart(12),
    String(times.length).padStart(10),
    `   ${Math.min(...speeds).toFixed(0)}, ${Math.max(...speeds).toFixed(0)}`,
  ].join(' ');
}
