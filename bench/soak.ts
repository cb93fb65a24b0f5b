import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { keepContent, readQuestions } from './direct-line.ts';
import { Line, Person } from './person.ts';
import { BenchPostgres } from './postgres.ts';
import { HOST, PRODUCT, ServedProgram } from './served.ts';
import { talkOf } from './talk.ts';
import { teamsMessage } from './teams-message.ts';
import { trendOf } from './trend.ts';

/** Two hours of a busy service, two messages a second, in so many slices. */
const SLICES = 30;

/** In each slice: people on a website, people in Teams, messages of those without scripts, questions over HTTP, pages. */
const WEB = 24;
const TEAMS = 8;
const FORMS = 60;
const ASKED = 60;
const PAGES = 30;

/** So much of its talk someone says in a conversation: 12 messages in most. */
const SAID = 12;

/** So many things happen at the same time. */
const AT_ONCE = 12;

/** After each slice, before its rubbish is collected, and after. Milliseconds. */
const REST = 1_000;

/** At the end: what is remembered for a minute is forgotten. Milliseconds. */
const LAST_REST = 75_000;

/** How long the channel keeps a connection that nothing goes over. Milliseconds. */
const CONNECTION_KEPT = 600_000;

/** How often is looked. Milliseconds. */
const LOOK_EVERY = 500;

/** This share of the slices, at the beginning, does not count for the slope: caches fill, code is compiled. */
const SETTLING = 1 / 3;

const PATHS = ['/', '/vragen', '/privacy', '/voorwaarden', '/gesprek', '/widget.js', '/healthz', '/readyz'];

/** What a server says of itself. Memory in bytes. */
interface State {
  resident: number;
  heap: number;
  handles: number;
  streams: number;
  /** The slowest hundredth of the event loop's rounds since it was asked before. Milliseconds. */
  lag: number;
}

/** What was seen during a slice and the rest after it. */
interface Sample extends State {
  /** How many messages were handled by then. */
  messages: number;
}

/**
 * Two hours' worth of mixed use pressed together into minutes, on each store, at the same time: does memory grow. What a process
 * remembers for a minute or a day is not forgotten meanwhile, so the growth is more than it would be in an hour.
 */
export async function benchSoak(dataDir: string): Promise<void> {
  const questions = await readQuestions();
  await keepContent(dataDir);
  const postgres = await BenchPostgres.start();
  const connector = await startConnector();
  const keys = randomBytes(32).toString('base64');
  const start = (log: string, env: Readonly<Record<string, string>>) =>
    ServedProgram.start(
      PRODUCT,
      `soak-${log}`,
      { DATA_DIR: dataDir, TRUST_PROXY: '1', SIGNING_KEYS: keys, ...env },
      { collects: true },
    );
  const servers = {
    SQLite: await start('sqlite', {}),
    PostgreSQL: await start('postgres', { DATABASE_URL: await postgres.newDatabase('soak') }),
  };
  try {
    console.log(
      `\nMixed use, ${SLICES} times: ${WEB} conversations on the web (stream, poll, vote, forget, left open), ${TEAMS} through the Bot Framework, ${FORMS} messages by form, ${ASKED} by /v1/ask, ${PAGES} pages. Both stores at the same time. Memory is read after each time, once rubbish was collected.`,
    );
    await Promise.all(
      Object.entries(servers).map(async ([name, server]) => {
        const seen = await soak(server, questions, connector.url);
        print(name, seen);
      }),
    );
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    connector.stop();
    await postgres.stop();
  }
}

/** What was seen before, after each slice, and after the last rest. */
interface Seen {
  before: State;
  slices: readonly Sample[];
  after: State;
  conversations: number;
}

async function soak(server: ServedProgram, questions: readonly string[], connectorUrl: string): Promise<Seen> {
  const line = new Line(server.port);
  let [people, messages, conversations] = [0, 0, 0];
  const before = await held(server, line);
  const slices: Sample[] = [];
  for (let slice = 0; slice < SLICES; slice += 1) {
    const work = atOnce([
      ...Array.from({ length: WEB }, (_, kind) => () => visit(kind)),
      ...Array.from({ length: TEAMS }, () => chat),
      ...Array.from({ length: FORMS }, () => fillIn),
      ...Array.from({ length: ASKED }, () => ask),
      ...Array.from({ length: PAGES }, (_, page) => () => look(PATHS[page % PATHS.length] ?? '/')),
    ]);
    const lag = await worstLag(line, work);
    slices.push({ messages, ...(await held(server, line)), lag });
  }
  await setTimeout(LAST_REST);
  const after = await held(server, line);
  line.close();
  return { before, slices, after, conversations };

  /** Someone on a website. @param kind by which they differ in what they do */
  async function visit(kind: number): Promise<void> {
    people += 1;
    conversations += 1;
    const person = await Person.come(line, people);
    const stream = kind % 2 === 0 ? await openStream(person.streamUrl) : undefined;
    for (const text of talkOf(people, questions).slice(0, SAID)) {
      const id = await person.say(text);
      messages += 1;
      if (stream !== undefined) continue;
      const answer = (await person.read()).find(({ replyToId }) => replyToId === id);
      if (answer === undefined) throw new Error('a message was not answered');
      if (kind % 4 === 1) await person.vote(answer.id);
    }
    if (kind % 6 === 0) {
      await person.say('vergeet mij');
      messages += 1;
    }
    if (kind % 4 === 0) stream?.close();
    // The others go away without a word, in the middle of a dialog.
    else stream?.terminate();
  }

  /** Someone in Teams. */
  async function chat(): Promise<void> {
    people += 1;
    conversations += 1;
    const name = `soak-${people}`;
    for (const [step, text] of talkOf(people, questions).slice(0, SAID).entries()) {
      await expectOk(line.send('POST', '/api/messages', { body: teamsMessage(name, step, text, connectorUrl) }));
      messages += 1;
    }
  }

  async function fillIn(): Promise<void> {
    const vraag = questions[(messages += 1) % questions.length] ?? '';
    await expectOk(line.send('POST', '/gesprek', { body: new URLSearchParams({ vraag }), from: '10.255.0.1' }));
  }

  async function ask(): Promise<void> {
    const question = questions[(messages += 1) % questions.length] ?? '';
    await expectOk(line.send('POST', '/v1/ask', { body: { question }, from: '10.255.0.2' }));
  }

  async function look(path: string): Promise<void> {
    await expectOk(line.send('GET', path, { from: '10.255.0.3' }));
  }
}

async function expectOk(answering: ReturnType<Line['send']>): Promise<void> {
  const { status, text } = await answering;
  if (status >= 400) throw new Error(`a request was refused: ${status} ${text.slice(0, 200)}`);
}

/** Does all of it, some at the same time. */
async function atOnce(tasks: readonly (() => Promise<void>)[]): Promise<void> {
  const left = tasks.values();
  const work = async () => {
    for (const task of left) await task();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function openStream(url: string): Promise<WebSocket> {
  const stream = new WebSocket(url, { perMessageDeflate: false });
  await once(stream, 'open');
  return stream;
}

/** Takes what the bot sends, as the Bot Framework's own service does. */
async function startConnector(): Promise<{ url: string; stop: () => void }> {
  let taken = 0;
  const server = createServer((req, res) => {
    req.resume();
    req.once('end', () => {
      res.writeHead(200, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify({ id: String((taken += 1)) }));
    });
  });
  // A connection that this side closes just when the bot uses it again costs a message another delivery.
  server.keepAliveTimeout = CONNECTION_KEPT;
  server.listen(0, HOST);
  await once(server, 'listening');
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function stateOf(line: Line): Promise<State> {
  const { text } = await line.send('GET', '/metrics');
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  return {
    resident: value('process_resident_memory_bytes'),
    heap: value('nodejs_heap_size_used_bytes'),
    handles: value('nodejs_active_handles_total'),
    streams: value('spoor2_streams'),
    lag: 1000 * value('nodejs_eventloop_lag_p99_seconds'),
  };
}

/** Waits until something has ended. @returns the worst lag meanwhile, in milliseconds */
async function worstLag(line: Line, ends: Promise<unknown>): Promise<number> {
  const progress = { isOver: false };
  const over = ends.finally(() => {
    progress.isOver = true;
  });
  let worst = 0;
  await stateOf(line);
  do {
    await Promise.race([setTimeout(LOOK_EVERY), over]);
    worst = Math.max(worst, (await stateOf(line)).lag);
  } while (!progress.isOver);
  await over;
  return worst;
}

/** What a server holds once its rubbish was collected. */
async function held(server: ServedProgram, line: Line): Promise<State> {
  await setTimeout(REST);
  server.collectRubbish();
  await setTimeout(REST);
  return stateOf(line);
}

function print(name: string, { before, slices, after, conversations }: Seen): void {
  const last = slices.at(-1);
  if (last === undefined) return;
  const counted = slices.slice(Math.floor(slices.length * SETTLING));
  console.log(`\n${name}: ${last.messages} messages in ${conversations} conversations`);
  console.log(
    `${''.padEnd(14)}    start   slices: first, where the slope begins, last   after ${LAST_REST / 1000} s   slope per 1,000 messages   per hour's worth`,
  );
  for (const figure of ['resident', 'heap'] as const) {
    const { slope, error } = trendOf(counted.map((sample) => [sample.messages, sample[figure]]));
    const kB = (bytes: number) => ((1000 * bytes) / 1024).toFixed(0);
    const hour = (bytes: number) => ((7_200 * bytes) / 1024 ** 2).toFixed(1);
    console.log(
      [
        figure.padEnd(14),
        megabytes(before[figure]),
        megabytes(slices[0]?.[figure] ?? 0),
        megabytes(counted[0]?.[figure] ?? 0),
        megabytes(last[figure]),
        megabytes(after[figure]),
        `   ${kB(slope)} ± ${kB(error)} kB`,
        `   ${hour(slope)} ± ${hour(error)} MB`,
      ].join(' '),
    );
  }
  const lags = slices.map(({ lag }) => lag);
  console.log(
    `open handles: ${before.handles} at the start, ${last.handles} after the last slice, ${after.handles} at the end; streams: ${after.streams}; worst event loop p99 of half a second within a slice: ${Math.min(...lags).toFixed(0)} to ${Math.max(...lags).toFixed(0)} ms`,
  );
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(1)} MB`.padStart(9);
}
