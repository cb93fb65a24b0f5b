import { randomUUID } from 'node:crypto';
import { Visitor } from '../directline/visitor.ts';
import type { Connector } from '../support/connector.ts';
import type { MortalHouse } from './death.ts';
import { versionOf, type Home } from './home.ts';
import type { ServerProcess } from './server-process.ts';
import { tollOnTheWeb, type Toll } from './toll.ts';

/** What is said has an effect that would show when it came twice. */
export const TALK = ['termijnen', 'ik ben werknemer', '12 maart 2025', 'nee', 'terug', 'nee', 'weet ik niet', 'geen'];

/** What a talk did, and what it ended with. */
export interface Talked {
  toll: Toll;
  lastWords: string;
}

/** Delivers a message of the Bot Framework; once more when the connection breaks, as channels do. */
export function deliver({ url }: ServerProcess, activity: object): Promise<Response> {
  const send = () =>
    fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
  return send().catch(send);
}

/** Says each message of a talk three times on the web, in a row or at the same time, and all of them once more after a restart. */
export async function talkThriceOnTheWeb(house: MortalHouse, home: Home): Promise<Talked> {
  const visitor = await Visitor.come((await house.alive()).url);
  const before = await versionOf(home, visitor.conversation);
  const ids = new Set<string>();
  await thrice(async (text, name) => ids.add(await visitor.said(text, name)));
  await house.restart();
  for (const [number, text] of TALK.entries()) ids.add(await visitor.said(text, `n${number}`));
  const all = await visitor.readAll();
  const saved = (await versionOf(home, visitor.conversation)) - before;
  // A message that got two names was taken for two.
  const toll = tollOnTheWeb([...ids], saved, all);
  const doubled = ids.size - TALK.length;
  return {
    toll: { ...toll, messages: TALK.length, effects: toll.effects + doubled },
    lastWords: all.at(-1)?.text ?? '',
  };
}

/** The same through the Bot Framework. */
export async function talkThriceInTeams(house: MortalHouse, home: Home, connector: Connector): Promise<Talked> {
  const conversation = randomUUID();
  const before = connector.sent.length;
  let refused = 0;
  const say = async (text: string, name: string) => {
    const { status } = await deliver(await house.alive(), connector.message(text, name, conversation));
    if (status !== 200) refused += 1;
  };
  await thrice(say);
  await house.restart();
  for (const [number, text] of TALK.entries()) await say(text, `n${number}`);
  const saved = await versionOf(home, conversation);
  const answers = connector.sent.length - before;
  const toll = {
    messages: TALK.length,
    lost: Math.max(0, refused, TALK.length - saved, TALK.length - answers),
    effects: Math.max(0, saved - TALK.length),
    answers: Math.max(0, answers - TALK.length),
  };
  return { toll, lastWords: connector.texts().at(-1) ?? '' };
}

async function thrice(say: (text: string, name: string) => Promise<unknown>): Promise<void> {
  for (const [number, text] of TALK.entries()) {
    const name = `n${number}`;
    if (number % 2 === 0) for (let time = 0; time < 3; time += 1) await say(text, name);
    else await Promise.all([1, 2, 3].map(() => say(text, name)));
  }
}
