import { once } from 'node:events';
import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import type { IncomingActivity } from '../src/channels/bot/activity.ts';
import { BotAdapter } from '../src/channels/bot/adapter.ts';
import { readJson } from '../src/channels/http/body.ts';
import { createHttpServer, handle } from '../src/channels/http/server.ts';
import { keepContent, readQuestions } from './direct-line.ts';
import { ratioLine, type MeasuredRound } from './rounds.ts';
import { HOST, PRODUCT, ServedProgram } from './served.ts';
import { talkOf } from './talk.ts';
import { teamsMessage } from './teams-message.ts';
import { timing } from './timing.ts';

/** Counted; one more goes before them, to warm up. */
const ROUNDS = 7;

/** Between two measurements, for what the one before left to do. Milliseconds. */
const PAUSE = 200;

type BotName = 'assistant' | 'echo';

/** So many conversations at the same time, each `talks` times one after the other. */
interface Measure {
  name: string;
  conversations: number;
  talks: number;
}

const MEASURES: readonly Measure[] = [
  { name: '32 conversations at once', conversations: 32, talks: 1 },
  { name: 'one conversation at a time', conversations: 1, talks: 6 },
];

/**
 * Turns through `/api/messages`, beside a bot on the same adapter that only says back what was said: in turn, so that a
 * busy machine slows both. A turn is done when its activity is answered, which is after its reply was taken (Linux only).
 */
export async function benchBot(dataDir: string): Promise<void> {
  const questions = await readQuestions();
  await keepContent(dataDir);
  const connector = await Connector.start();
  const servers: Readonly<Record<BotName, ServedProgram>> = {
    assistant: await ServedProgram.start(PRODUCT, 'assistant', { DATA_DIR: dataDir }),
    echo: await ServedProgram.start(import.meta.filename, 'echo', { DATA_DIR: dataDir }),
  };
  console.log(
    `\nTurns through /api/messages, ${ROUNDS} rounds; CPU: of one core, and milliseconds a turn; ratio: median of the rounds`,
  );
  console.log(`${''.padEnd(28)} ${'bot'.padEnd(9)}    per s    p50 ms    p99 ms          server CPU   turns`);
  try {
    for (const measure of MEASURES) {
      const rounds: Record<BotName, MeasuredRound[]> = { assistant: [], echo: [] };
      for (let number = 0; number <= ROUNDS; number += 1) {
        const order: BotName[] = number % 2 === 0 ? ['assistant', 'echo'] : ['echo', 'assistant'];
        for (const bot of order) {
          await setTimeout(PAUSE);
          const round = await runRound(servers[bot], connector, measure, questions, number);
          if (number > 0) rounds[bot].push(round);
        }
      }
      printMeasure(measure.name, rounds);
    }
  } finally {
    await Promise.all(Object.values(servers).map((server) => server.stop()));
    connector.stop();
  }
}

/** @throws Error when a turn got no reply */
async function runRound(
  server: ServedProgram,
  connector: Connector,
  { name, conversations, talks }: Measure,
  questions: readonly string[],
  number: number,
): Promise<MeasuredRound> {
  const agent = new Agent({ keepAlive: true });
  const times: number[] = [];
  const talk = async (place: number) => {
    const first = (number * conversations + place) * talks;
    for (let at = first; at < first + talks; at += 1) {
      for (const [step, text] of talkOf(at, questions).entries()) {
        const start = performance.now();
        await deliver(agent, server.port, teamsMessage(`${name} ${at}`, step, text, connector.url));
        times.push(performance.now() - start);
      }
    }
  };
  const taken = connector.taken;
  const before = server.cpu();
  const start = performance.now();
  await Promise.all(Array.from({ length: conversations }, (_, place) => talk(place)));
  const wall = performance.now() - start;
  const serverCpu = server.cpu() - before;
  agent.destroy();
  if (connector.taken - taken < times.length) throw new Error('a turn got no reply');
  return { times, wall, serverCpu };
}

/** @throws Error when the status is none of success */
function deliver(agent: Agent, port: number, sent: object): Promise<void> {
  const body = JSON.stringify(sent);
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
  const req = request({ agent, host: HOST, port, method: 'POST', path: '/api/messages', headers });
  return new Promise((resolve, reject) => {
    req.once('error', reject);
    req.once('response', (res) => {
      res.resume();
      res.once('error', reject);
      res.once('end', () => {
        if (res.statusCode === 200) resolve();
        else reject(new Error(`/api/messages: ${res.statusCode ?? ''}`));
      });
    });
    req.end(body);
  });
}

function printMeasure(name: string, { assistant, echo }: Record<BotName, MeasuredRound[]>): void {
  console.log(line(name, 'assistant', assistant));
  console.log(line('', 'echo', echo));
  console.log(ratioLine(28, assistant, echo));
}

function line(name: string, bot: string, rounds: readonly MeasuredRound[]): string {
  const { times, quantile } = timing(rounds.flatMap((round) => round.times));
  const sum = (figure: (round: MeasuredRound) => number) => rounds.reduce((total, round) => total + figure(round), 0);
  const [wall, cpu] = [sum((round) => round.wall), sum((round) => round.serverCpu)];
  return [
    name.padEnd(28),
    bot.padEnd(9),
    ((1000 * times.length) / wall).toFixed(0).padStart(8),
    quantile(0.5).toFixed(2).padStart(9),
    quantile(0.99).toFixed(2).padStart(9),
    `   ${((100 * cpu) / wall).toFixed(0).padStart(4)}% ${(cpu / times.length).toFixed(2).padStart(7)} ms`,
    String(times.length).padStart(7),
  ].join(' ');
}

/** Takes the replies, as the Bot Framework's own service does. */
class Connector {
  readonly url: string;
  /** How many replies it took. */
  taken = 0;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://${HOST}:${(server.address() as AddressInfo).port}`;
    server.on('request', (req, res) => {
      req.resume();
      req.once('end', () => {
        this.taken += 1;
        const body = JSON.stringify({ id: String(this.taken) });
        res.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': body.length });
        res.end(body);
      });
    });
  }

  static async start(): Promise<Connector> {
    const server = createServer();
    server.listen(0, HOST);
    await once(server, 'listening');
    return new Connector(server);
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** The bare bot: the same server and the same adapter, and nothing between them but the text. */
function serveEcho(): void {
  const logger = pino({ base: null });
  const server = createHttpServer(logger);
  const adapter = new BotAdapter(undefined);
  server.post(
    '/api/messages',
    handle(async (req, res) => {
      const received = (await readJson(req)) as IncomingActivity;
      const answer = await adapter.run(received, async (context) => {
        await context.sendActivity(context.activity.text);
      });
      res.send(answer?.status ?? 200);
    }),
  );
  server.listen(0, HOST, () => {
    logger.info(`ready on ${server.url}`);
  });
}

if (import.meta.main) serveEcho();
