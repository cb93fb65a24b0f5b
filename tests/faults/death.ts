import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Visitor } from '../directline/visitor.ts';
import type { Connector } from '../support/connector.ts';
import type { Home } from './home.ts';
import type { Moment } from './mortal-store.ts';
import { ServerProcess } from './server-process.ts';

/** Who brings the answer after the process died: the client that sends its message again, or nobody but the outbox. */
export type Rescuer = 'resent' | 'outbox';

/** What was left of one message. */
export interface Remains {
  /** How often the message stands in the conversation. */
  messages: number;
  answers: number;
  /** How often the session was saved for it. */
  effects: number;
  /** What still waits to be sent. */
  waiting: number;
}

export const WHOLE: Remains = { messages: 1, answers: 1, effects: 1, waiting: 0 };

const QUESTION = 'Hoe lang duurt spoor 2?';

/** How long the outbox may take. Milliseconds. */
const PATIENCE = 20_000;

/** After everything was there: what is doubled comes soon after. Milliseconds. */
const AFTERMATH = 300;

/** The moments of a turn over Direct Line at which a process may die, in their order. */
export const WEB_MOMENTS: readonly Moment[] = moments(
  ['activities.append', 1],
  ['conversations.open', 1],
  ['conversations.save', 1],
  ['activities.append', 2],
  ['conversations.sent', 1],
);

/** The same for a turn through the Bot Framework. */
export const BOT_MOMENTS: readonly Moment[] = moments(
  ['conversations.open', 1],
  ['conversations.save', 1],
  ['conversations.sent', 1],
);

/** Whether the answer is already in the store at a moment, so that the outbox can send it. */
export function isSaved({ step, when, nth }: Moment): boolean {
  return step === 'conversations.sent' || nth === 2 || (step === 'conversations.save' && when === 'after');
}

/** Whether the channel was told the answer while the store does not know that: nobody can tell afterwards. */
export function isSaidUnnoted({ step, when }: Moment): boolean {
  return step === 'conversations.sent' && when === 'before';
}

/** A server that dies again and again, and is started anew on the same home. */
export class MortalHouse {
  readonly #home: Home;
  #server: ServerProcess | undefined;

  constructor(home: Home) {
    this.#home = home;
  }

  async leave(): Promise<void> {
    await this.#server?.stop();
  }

  /** The server that runs now. */
  async alive(): Promise<ServerProcess> {
    this.#server ??= await ServerProcess.start(this.#home);
    return this.#server;
  }

  /** Kills the server, and starts it anew at the same address. */
  async restart(): Promise<void> {
    const server = await this.alive();
    await server.stop('SIGKILL');
    this.#server = await ServerProcess.start(this.#home, server.port);
  }

  /** Lets the server die at a moment of a message over Direct Line, starts it again, and looks what is left. */
  async dieOnTheWeb(moment: Moment, rescuer: Rescuer): Promise<Remains> {
    const { url } = await this.alive();
    const visitor = await Visitor.come(url);
    const before = await this.#versionOf(visitor.conversation);
    await this.#dieAt(moment, () => visitor.say(QUESTION, 'one'));
    if (rescuer === 'resent') await visitor.said(QUESTION, 'one');
    return this.#settled(visitor.conversation, async () => {
      const all = await visitor.readAll();
      return {
        messages: all.filter(({ channelData }) => channelData?.clientActivityID === 'one').length,
        answers: all.filter(({ from, replyToId }) => from.role === 'bot' && replyToId !== undefined).length,
        effects: (await this.#versionOf(visitor.conversation)) - before,
      };
    });
  }

  /** The same for a message through the Bot Framework, as its channel delivers it. */
  async dieInTeams(connector: Connector, moment: Moment, rescuer: Rescuer): Promise<Remains> {
    const server = await this.alive();
    const conversation = randomUUID();
    const before = connector.sent.length;
    const post = () =>
      fetch(`${server.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(connector.message(QUESTION, 'one', conversation)),
      });
    await this.#dieAt(moment, post);
    if (rescuer === 'resent') {
      const { status } = await post();
      if (status !== 200) throw new Error(`the message was refused with ${status}`);
    }
    return this.#settled(conversation, async () => ({
      messages: 1,
      answers: connector.sent.length - before,
      effects: await this.#versionOf(conversation),
    }));
  }

  async #dieAt(moment: Moment, act: () => Promise<Response>): Promise<void> {
    const server = await this.alive();
    await server.tell({ ...moment });
    const survived = await act().then(
      () => true,
      () => false,
    );
    if (survived) throw new Error('the server lived on');
    await server.died();
    this.#server = await ServerProcess.start(this.#home, server.port);
  }

  /** Looks until nothing waits any more, and once again after that. */
  async #settled(conversation: string, look: () => Promise<Omit<Remains, 'waiting'>>): Promise<Remains> {
    const remains = async () => ({ ...(await look()), waiting: await this.#waitingIn(conversation) });
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      const { waiting, answers } = await remains();
      if (waiting === 0 && answers > 0) break;
      await setTimeout(50);
    }
    await setTimeout(AFTERMATH);
    return remains();
  }

  async #versionOf(conversation: string): Promise<number> {
    const [row] = await this.#home.query(`SELECT version FROM session WHERE conversation = '${conversation}'`);
    return Number(row?.['version'] ?? 0);
  }

  async #waitingIn(conversation: string): Promise<number> {
    const [row] = await this.#home.query(`SELECT count(*) AS count FROM outbox WHERE conversation = '${conversation}'`);
    return Number(row?.['count']);
  }
}

function moments(...steps: (readonly [string, number])[]): Moment[] {
  return steps.flatMap(([step, nth]) => (['before', 'after'] as const).map((when) => ({ step, when, nth })));
}
