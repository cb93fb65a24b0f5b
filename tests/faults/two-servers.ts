import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Visitor, type Shown } from '../directline/visitor.ts';
import type { Connector } from '../support/connector.ts';
import { Balancer } from './balancer.ts';
import { versionOf, type Home } from './home.ts';
import { ServerProcess } from './server-process.ts';
import { deliver } from './thrice.ts';
import { tollOf, tollOnTheWeb, type Toll } from './toll.ts';

const QUESTION = 'Hoe lang duurt spoor 2?';

/** Who talk while servers are replaced. */
const TALKERS = 6;

/** Before a message that nobody took is sent again. Milliseconds. */
const PAUSE = 20;

/** Two processes on one database. */
export class TwoServers {
  readonly home: Home;
  #one: ServerProcess;
  #other: ServerProcess;

  private constructor(home: Home, one: ServerProcess, other: ServerProcess) {
    this.home = home;
    this.#one = one;
    this.#other = other;
  }

  static async start(home: Home): Promise<TwoServers> {
    const [one, other] = await Promise.all([ServerProcess.start(home), ServerProcess.start(home)]);
    return new TwoServers(home, one, other);
  }

  get one(): ServerProcess {
    return this.#one;
  }

  get other(): ServerProcess {
    return this.#other;
  }

  async stop(): Promise<void> {
    await Promise.all([this.#one.stop(), this.#other.stop()]);
  }

  /** A message that comes to both, three times each and at the same time. */
  async sayToBoth(): Promise<Toll> {
    const here = await Visitor.come(this.#one.url);
    const there = movedTo(this.#other, here);
    const before = await versionOf(this.home, here.conversation);
    const ids = await Promise.all(
      [here, there, here, there, here, there].map((visitor) => visitor.said(QUESTION, 'same')),
    );
    const saved = (await versionOf(this.home, here.conversation)) - before;
    const toll = tollOnTheWeb([...new Set(ids)], saved, await here.readAll());
    return { ...toll, messages: 1, effects: toll.effects + new Set(ids).size - 1 };
  }

  /** The same through the Bot Framework. */
  async deliverToBoth(connector: Connector): Promise<Toll> {
    const conversation = randomUUID();
    const before = connector.sent.length;
    const [one, other] = [this.#one, this.#other];
    const responses = await Promise.all(
      [one, other, one, other, one, other].map((server) =>
        deliver(server, connector.message(QUESTION, 'm1', conversation)),
      ),
    );
    return tollOf({
      messages: responses.every(({ status }) => status === 200) ? 1 : 0,
      answers: connector.sent.length - before,
      effects: await versionOf(this.home, conversation),
      waiting: 0,
    });
  }

  /** Messages of one conversation at the same time, by turns to both. @returns the toll, and all that stands there */
  async crowd(count: number): Promise<{ toll: Toll; all: Shown[] }> {
    const here = await Visitor.come(this.#one.url);
    const there = movedTo(this.#other, here);
    const before = await versionOf(this.home, here.conversation);
    const ids = await Promise.all(
      Array.from({ length: count }, (_, number) => (number % 2 === 0 ? here : there).said(QUESTION)),
    );
    const saved = (await versionOf(this.home, here.conversation)) - before;
    const all = await here.readAll();
    return { toll: tollOnTheWeb(ids, saved, all), all };
  }

  /**
   * Replaces both, one after the other, while people talk through a balancer.
   *
   * @returns the toll for each person, and how often a message was sent again because nobody took it
   */
  async replaceUnderLoad(): Promise<{ tolls: Toll[]; resent: number }> {
    const servers = new Set([this.#one, this.#other]);
    const balancer = await Balancer.start(() => [...servers].map(({ port }) => port));
    const visitors = await Promise.all(Array.from({ length: TALKERS }, () => Visitor.come(balancer.url)));
    const before = await this.#versionsOf(visitors);
    let isLoading = true;
    let resent = 0;
    const talks = Promise.all(
      visitors.map(async (visitor) => {
        const ids: string[] = [];
        while (isLoading) ids.push(await insistently(visitor));
        return ids;
      }),
    );
    for (const old of [...servers]) {
      const fresh = await ServerProcess.start(this.home);
      servers.add(fresh);
      servers.delete(old);
      await old.stop();
    }
    isLoading = false;
    const said = await talks;
    balancer.stop();
    [this.#one, this.#other] = [...servers] as [ServerProcess, ServerProcess];
    const after = await this.#versionsOf(visitors);
    const tolls = await Promise.all(
      visitors.map(async (visitor, place) =>
        tollOnTheWeb(
          said[place] ?? [],
          (after[place] ?? 0) - (before[place] ?? 0),
          await movedTo(this.#one, visitor).readAll(),
        ),
      ),
    );
    return { tolls, resent };

    /** Sends a message as a client does: again, under the same name, when nobody took it. */
    async function insistently(visitor: Visitor): Promise<string> {
      const name = randomUUID();
      for (;;) {
        try {
          return await visitor.said(QUESTION, name);
        } catch {
          resent += 1;
          await setTimeout(PAUSE);
        }
      }
    }
  }

  #versionsOf(visitors: readonly Visitor[]): Promise<number[]> {
    return Promise.all(visitors.map(({ conversation }) => versionOf(this.home, conversation)));
  }
}

/** The same visitor, at another server. */
export function movedTo(server: ServerProcess, { conversation, token }: Visitor): Visitor {
  return new Visitor(server.url, { conversationId: conversation, token });
}
