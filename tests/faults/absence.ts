import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { Visitor, type Shown } from '../directline/visitor.ts';
import { Connector } from '../support/connector.ts';
import type { ServerProcess } from './server-process.ts';
import { deliver } from './thrice.ts';
import type { Toll } from './toll.ts';

const QUESTION = 'Hoe lang duurt spoor 2?';

/** How long a server may take to be ready again. Milliseconds. */
const PATIENCE = 20_000;

/** What people saw of a store that could not be used for a while. */
export interface Absence {
  /** How a message on the web was refused meanwhile. */
  refusal: { status: number; message: string };
  /** What was said in Teams meanwhile, and after it. */
  told: string;
  toldAfter: string;
  /** What `/readyz` said before, meanwhile, and after. */
  readiness: number[];
  /** What was answered when the refused message was sent again. */
  answer: string;
  /** All that stands in the conversation on the web. */
  all: Shown[];
  toll: Toll;
}

/** Talks on the web and in Teams before, while and after a store cannot be used; each of four messages is sent until it is taken. */
export async function talkThroughAbsence(
  server: ServerProcess,
  away: () => Promise<void>,
  back: () => Promise<void>,
): Promise<Absence> {
  const connector = await Connector.start();
  const chat = randomUUID();
  const visitor = await Visitor.come(server.url);
  const first = await visitor.said('termijnen');
  const readiness = [await readinessOf(server)];

  await away();
  const refused = await visitor.say('ik ben werknemer', 'one');
  const { error } = (await refused.json()) as { error?: { message: string } };
  const meanwhile = await deliver(server, connector.message(QUESTION, 'm1', chat));
  const told = connector.texts().join('\n');
  readiness.push(await readinessOf(server));
  const alive = await fetch(`${server.url}/healthz`);

  await back();
  const end = Date.now() + PATIENCE;
  while ((await readinessOf(server)) !== 200 && Date.now() < end) await setTimeout(100);
  readiness.push(await readinessOf(server));
  const second = await visitor.said('ik ben werknemer', 'one');
  const answer = (await visitor.answersTo(second)).map(({ text }) => text).join('\n');
  const all = await visitor.readAll();
  const before = connector.sent.length;
  const after = await deliver(server, connector.message(QUESTION, 'm2', chat));
  const toldAfter = connector.texts().slice(before);
  connector.stop();

  const answers = [first, second].map((id) => all.filter(({ replyToId }) => replyToId === id).length);
  const said = all.filter(({ from }) => from.role === 'user').length;
  const isTold = refused.status >= 500 && meanwhile.status === 200 && told !== '' && alive.status === 200;
  return {
    refusal: { status: refused.status, message: error?.message ?? '' },
    told,
    toldAfter: toldAfter.join('\n'),
    readiness,
    answer,
    all,
    toll: {
      messages: 4,
      lost: [...answers, isTold ? 1 : 0, after.status === 200 ? toldAfter.length : 0].filter((count) => count === 0)
        .length,
      effects: Math.max(0, said - 2),
      answers: [...answers, toldAfter.length].reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    },
  };
}

async function readinessOf({ url }: ServerProcess): Promise<number> {
  return (await fetch(`${url}/readyz`)).status;
}
