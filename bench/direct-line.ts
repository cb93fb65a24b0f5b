import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { WebSocket } from 'ws';
import type { Bot } from '../src/channels/directline/conversations.ts';
import { openDirectLine } from '../src/channels/directline/index.ts';
import { LIMITS, type Limits } from '../src/channels/directline/limits.ts';
import type { Limit } from '../src/channels/http/limits.ts';
import { DIRECT_LINE_PATH, WIDGET_TOKEN_PATH } from '../src/channels/directline/paths.ts';
import { DataAddresses } from '../src/channels/data-addresses.ts';
import { PlanAddresses } from '../src/channels/documents.ts';
import { sendDirectLineError } from '../src/channels/http/problem.ts';
import { createHttpServer } from '../src/channels/http/server.ts';
import { Inbox } from '../src/channels/inbox.ts';
import { readJsonLines } from '../src/cli/batch.ts';
import { composeAssistant, today } from '../src/compose.ts';
import { plain } from '../src/conversation/reply.ts';
import { labelledQuestionSchema } from '../src/evaluation/question.ts';
import { FileKeyRing, secretsFor } from '../src/store/key-ring.ts';
import { openSqliteStore } from '../src/store/sqlite/store.ts';
import { ratioLine, type MeasuredRound } from './rounds.ts';
import { timing } from './timing.ts';

const QUESTIONS = join(import.meta.dirname, '..', 'tests', 'evaluation', 'questions.jsonl');

const COMPILE_CACHE = join(import.meta.dirname, '..', 'src', 'compile-cache.js');

const HOST = '127.0.0.1';

/** Counted; one more goes before them, to warm up. */
const ROUNDS = 6;

/** Between two measurements, for what the one before left to do. Milliseconds. */
const PAUSE = 200;

const BEYOND_REACH = 1e9;

const LIFTED = Object.fromEntries(
  Object.entries<Limit | number>({ ...LIMITS }).map(([name, limit]) => [
    name,
    typeof limit === 'number' ? BEYOND_REACH : { ...limit, times: BEYOND_REACH },
  ]),
) as unknown as Limits;

/** Says back what was said: what the endpoint costs by itself. */
const ECHO: Bot = {
  receive: ({ text }, { send }) => send([{ level: 'nl-B1', sections: [plain(text)] }]),
  greet: (_incoming, { send }) => send([{ level: 'nl-B1', sections: [plain('Zeg iets.')] }]),
};

type BotName = 'assistant' | 'echo';

/** One way to use the endpoint. */
interface Measure {
  name: string;
  /** So many conversations at the same time, each asking its questions one after the other. */
  visitors: number;
  questions: number;
  streams: boolean;
  /** @returns how long it took, in milliseconds */
  step: (visitor: Visitor, question: string) => Promise<number>;
}

const post = (visitor: Visitor, question: string) => timed(() => visitor.post(question));
const hear = (visitor: Visitor, question: string) => visitor.postAndHear(question);

const MEASURES: readonly Measure[] = [
  { name: 'post, 32 at once', visitors: 32, questions: 16, streams: false, step: post },
  { name: 'post, one at a time', visitors: 1, questions: 100, streams: false, step: post },
  { name: 'reply on a stream, 32 at once', visitors: 32, questions: 16, streams: true, step: hear },
  { name: 'reply on a stream, one at a time', visitors: 1, questions: 100, streams: true, step: hear },
  {
    name: 'post and poll the reply, 32 at once',
    visitors: 32,
    questions: 16,
    streams: false,
    step: (visitor, question) =>
      timed(async () => {
        await visitor.post(question);
        await visitor.poll();
      }),
  },
  {
    name: 'poll with nothing new, 32 at once',
    visitors: 32,
    questions: 64,
    streams: false,
    step: (visitor) => timed(() => visitor.poll()),
  },
];

/** What one measurement gives. Times in milliseconds. */
interface Round extends MeasuredRound {
  clientCpu: number;
}

/** Speed of Direct Line with the assistant, beside an echo on the same endpoint: in turn, so that a busy machine slows both. */
export async function benchDirectLine(dataDir: string): Promise<void> {
  const questions = await readQuestions();
  await keepContent(dataDir);
  const servers: Readonly<Record<BotName, MeasuredServer>> = {
    assistant: await MeasuredServer.start('assistant', 'lifted', dataDir),
    echo: await MeasuredServer.start('echo', 'lifted', dataDir),
  };
  console.log(
    `\nDirect Line over node:http and ws, ${ROUNDS} rounds; CPU: of one core, and milliseconds for each; ratio: median of the rounds`,
  );
  console.log(
    `${''.padEnd(36)} ${'bot'.padEnd(9)}    per s    p50 ms    p99 ms   server CPU         client CPU   times`,
  );
  try {
    for (const measure of MEASURES) {
      const rounds: Record<BotName, Round[]> = { assistant: [], echo: [] };
      for (let number = 0; number <= ROUNDS; number += 1) {
        const order: BotName[] = number % 2 === 0 ? ['assistant', 'echo'] : ['echo', 'assistant'];
        for (const bot of order) {
          await setTimeout(PAUSE);
          const round = await runRound(servers[bot], measure, questions, number);
          if (number > 0) rounds[bot].push(round);
        }
      }
      printMeasure(measure.name, rounds);
    }
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
  }
}

async function runRound(
  server: MeasuredServer,
  { visitors: count, questions: each, streams, step }: Measure,
  questions: readonly string[],
  number: number,
): Promise<Round> {
  const caller = new Caller(server.port);
  const visitors = await Promise.all(Array.from({ length: count }, () => Visitor.open(caller)));
  for (const visitor of visitors) await (streams ? visitor.listen() : visitor.poll());
  const before = await server.cpu();
  const ownCpu = process.cpuUsage();
  const times: number[] = [];
  const wall = await timed(() =>
    Promise.all(
      visitors.map(async (visitor, place) => {
        const first = (number * count + place) * each;
        for (let at = first; at < first + each; at += 1)
          times.push(await step(visitor, questions[at % questions.length] ?? ''));
      }),
    ),
  );
  const clientCpu = cpuTime(process.cpuUsage(ownCpu));
  const after = await server.cpu();
  for (const visitor of visitors) visitor.leave();
  return { times, wall, serverCpu: after - before, clientCpu };
}

function printMeasure(name: string, { assistant, echo }: Record<BotName, Round[]>): void {
  console.log(line(name, 'assistant', assistant));
  console.log(line('', 'echo', echo));
  console.log(ratioLine(36, assistant, echo));
}

function line(name: string, bot: string, rounds: readonly Round[]): string {
  const { times, quantile } = timing(rounds.flatMap((round) => round.times));
  const sum = (figure: (round: Round) => number) => rounds.reduce((total, round) => total + figure(round), 0);
  const wall = sum((round) => round.wall);
  const cpu = (total: number) =>
    `${((100 * total) / wall).toFixed(0).padStart(4)}% ${(total / times.length).toFixed(2).padStart(6)} ms`;
  return [
    name.padEnd(36),
    bot.padEnd(9),
    ((1000 * times.length) / wall).toFixed(0).padStart(7),
    quantile(0.5).toFixed(2).padStart(9),
    quantile(0.99).toFixed(2).padStart(9),
    `  ${cpu(sum((round) => round.serverCpu))}`,
    `    ${cpu(sum((round) => round.clientCpu))}`,
    String(times.length).padStart(7),
  ].join(' ');
}

/** The held-back questions, as texts. */
export async function readQuestions(): Promise<string[]> {
  return (await readJsonLines([QUESTIONS], labelledQuestionSchema)).map(({ q }) => q);
}

/** How long work takes. Milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Milliseconds of all threads. */
function cpuTime({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** HTTP over connections that stay open. `fetch` costs a client three times as much. */
export class Caller {
  readonly port: number;
  readonly localAddress: string | undefined;
  readonly #agent = new Agent({ keepAlive: true });

  /** @param localAddress from where it calls; any when absent */
  constructor(port: number, localAddress?: string) {
    this.port = port;
    this.localAddress = localAddress;
  }

  /** @throws Error when the status is none of success */
  async call<T>(method: string, path: string, token: string | undefined, body: object | undefined): Promise<T> {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const req = request({
      agent: this.#agent,
      host: HOST,
      port: this.port,
      localAddress: this.localAddress,
      method,
      path,
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(sent),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
    });
    return new Promise<T>((resolve, reject) => {
      req.once('error', reject);
      req.once('response', (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.once('error', reject);
        res.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          if ((res.statusCode ?? 0) < 300) resolve(JSON.parse(text) as T);
          else reject(new Error(`${method} ${path}: ${res.statusCode ?? ''} ${text}`));
        });
      });
      req.end(sent);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

interface SentActivity {
  id: string;
  replyToId?: string;
  channelData?: { clientActivityID?: string };
}

interface SentActivities {
  activities: readonly SentActivity[];
  watermark: string;
}

/** A reply that is waited for: to the activity that the client named so. */
interface Awaited {
  mark: string;
  /** The server's name of that activity, once it was seen. */
  id?: string;
  heard: () => void;
}

/** A visitor of a page, in one conversation. */
export class Visitor {
  readonly #caller: Caller;
  readonly #token: string;
  readonly #activities: string;
  readonly #streamUrl: string;
  #watermark = '0';
  #said = 0;
  #socket: WebSocket | undefined;
  #awaited: Awaited | undefined;

  private constructor(caller: Caller, token: string, conversation: string, streamUrl: string) {
    this.#caller = caller;
    this.#token = token;
    this.#activities = `${DIRECT_LINE_PATH}/conversations/${conversation}/activities`;
    this.#streamUrl = streamUrl;
  }

  /** Comes in as the widget does. */
  static async open(caller: Caller): Promise<Visitor> {
    const { token } = await caller.call<{ token: string }>('POST', WIDGET_TOKEN_PATH, undefined, {});
    const { conversationId, streamUrl } = await caller.call<{ conversationId: string; streamUrl: string }>(
      'POST',
      `${DIRECT_LINE_PATH}/conversations`,
      token,
      {},
    );
    return new Visitor(caller, token, conversationId, streamUrl);
  }

  /** Whether the stream is open. */
  get isListening(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Opens the stream. */
  async listen(): Promise<void> {
    const { localAddress } = this.#caller;
    const socket = new WebSocket(this.#streamUrl, {
      perMessageDeflate: false,
      ...(localAddress !== undefined && { localAddress }),
    });
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      this.#hear(JSON.parse(data.toString()) as SentActivities);
    });
    await once(socket, 'open');
  }

  /** Says something; it is there once the server says so. */
  post(text: string): Promise<unknown> {
    this.#said += 1;
    return this.#caller.call('POST', this.#activities, this.#token, {
      type: 'message',
      from: { id: 'user' },
      text,
      channelData: { clientActivityID: String(this.#said) },
    });
  }

  /** Says something. @returns how long it takes until the reply stands on the stream, in milliseconds */
  async postAndHear(text: string): Promise<number> {
    const start = performance.now();
    const posted = this.post(text);
    const mark = String(this.#said);
    await new Promise<void>((heard, failed) => {
      this.#awaited = { mark, heard };
      posted.catch(failed);
    });
    const time = performance.now() - start;
    await posted;
    return time;
  }

  /** Reads what is new. */
  async poll(): Promise<void> {
    const { watermark } = await this.#caller.call<SentActivities>(
      'GET',
      `${this.#activities}?watermark=${this.#watermark}`,
      this.#token,
      undefined,
    );
    this.#watermark = watermark;
  }

  /** Closes the stream, and the connections of all who share its caller. */
  leave(): void {
    this.#socket?.terminate();
    this.#caller.close();
  }

  #hear({ activities }: SentActivities): void {
    for (const { id, replyToId, channelData } of activities) {
      const awaited = this.#awaited;
      if (awaited === undefined) return;
      if (channelData?.clientActivityID === awaited.mark) awaited.id = id;
      if (replyToId === undefined || replyToId !== awaited.id) continue;
      this.#awaited = undefined;
      awaited.heard();
    }
  }
}

/** What a measured server holds once its rubbish was collected. */
export interface Held {
  /** What the system gave it, also what it keeps for later. Bytes. */
  resident: number;
  /** What its objects take. Bytes. */
  heap: number;
  /** Open sockets, streams included. */
  connections: number;
}

/** Direct Line in a process of its own. */
export class MeasuredServer {
  readonly port: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number) {
    this.#child = child;
    this.port = port;
  }

  /** @param dataDir where the content is kept; the conversations get a new folder in it */
  static async start(bot: BotName, limits: 'own' | 'lifted', dataDir: string): Promise<MeasuredServer> {
    const child = fork(import.meta.filename, [bot, limits, dataDir], {
      // As `npm start` runs it; its log is written, and read by nobody.
      execArgv: ['--import', COMPILE_CACHE, '--max-semi-space-size=4', '--expose-gc'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new MeasuredServer(child, (await answerOf(child)) as number);
  }

  /** What all its threads worked since its start. Milliseconds. */
  async cpu(): Promise<number> {
    this.#child.send('cpu');
    return (await answerOf(this.#child)) as number;
  }

  /** Collects its rubbish, which takes time: not within a measurement of time. */
  async held(): Promise<Held> {
    this.#child.send('held');
    return (await answerOf(this.#child)) as Held;
  }

  async stop(): Promise<void> {
    this.#child.removeAllListeners('exit');
    this.#child.kill();
    await once(this.#child, 'exit');
  }
}

/** Has the content read and kept, so that no measured server has to: it takes time and memory. */
export async function keepContent(dataDir: string): Promise<void> {
  const reader = await MeasuredServer.start('echo', 'own', dataDir);
  await reader.stop();
}

function answerOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const gone = () => {
      reject(new Error('the measured server stopped'));
    };
    child.once('exit', gone);
    child.once('message', (answer) => {
      child.off('exit', gone);
      resolve(answer);
    });
  });
}

/** The measured server itself: the product's Direct Line over a store on disk. */
function serve(bot: string, limits: string, dataDir: string): void {
  const logger = pino({ base: null });
  const folder = mkdtempSync(join(dataDir, 'direct-line-'));
  const store = openSqliteStore(join(folder, 'conversations.db'));
  const assistant = composeAssistant({ dataDir });
  const keyRing = new FileKeyRing(folder, () => Temporal.Now.instant());
  const server = createHttpServer(logger, () => sendDirectLineError);
  openDirectLine(
    server,
    { origins: { allowed: [] }, secrets: [], trustedProxies: 0, limits: limits === 'lifted' ? LIFTED : LIMITS },
    {
      bot:
        bot === 'echo' ? ECHO : new Inbox({ assistant, conversations: store.conversations, locks: store.locks, today }),
      log: store.activities,
      feedback: store.feedback,
      news: store.news,
      messages: assistant.knowledge.messages,
      addresses: new PlanAddresses(secretsFor('documents', keyRing), '', assistant.knowledge),
      dataAddresses: new DataAddresses(secretsFor('personal-data', keyRing), '', assistant.knowledge.messages),
      keyRing,
      logger,
    },
  );
  process.on('message', (asked) => {
    if (asked === 'cpu') {
      process.send?.(cpuTime(process.cpuUsage()));
      return;
    }
    server.server.getConnections((_error, connections) => {
      globalThis.gc?.();
      const { rss: resident, heapUsed: heap } = process.memoryUsage();
      process.send?.({ resident, heap, connections });
    });
  });
  process.once('disconnect', () => process.exit());
  server.listen(0, HOST, () => process.send?.((server.server.address() as AddressInfo).port));
}

if (import.meta.main) {
  const [, , bot = '', limits = '', dataDir = ''] = process.argv;
  serve(bot, limits, dataDir);
}
