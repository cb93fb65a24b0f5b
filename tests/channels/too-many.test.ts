import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { addBotRoute, type BotRouteParts } from '../../src/channels/bot/route.ts';
import type { SendBy } from '../../src/channels/inbox.ts';
import { smallAssistant } from '../support/assistant.ts';
import { openServer, type OpenServer } from './open-server.ts';

const few = { messagesPerPerson: { times: 2, within: 60 }, messagesPerConversation: { times: 4, within: 60 } };

const TOLD = 'Even rustig aan.';

let server: OpenServer;
let failing: OpenServer;
let silent: OpenServer;

function openBot(onTooMany?: BotRouteParts['onTooMany']): Promise<OpenServer> {
  return openServer((added) => {
    addBotRoute(added, {
      // It answers every message; what the assistant would say is not what is looked at.
      inbox: {
        receive: (_incoming: object, by: SendBy) =>
          by.send([{ level: 'nl-B1', sections: [{ notes: [], text: 'antwoord', sources: [] }] }]),
      } as unknown as BotRouteParts['inbox'],
      messages: smallAssistant().knowledge.messages,
      invokes: { feedback: { channelData: () => undefined } } as unknown as BotRouteParts['invokes'],
      microsoftApp: undefined,
      limits: few,
      logger: pino({ level: 'silent' }),
      ...(onTooMany !== undefined && { onTooMany }),
    });
  });
}

beforeAll(async () => {
  server = await openBot(async (context) => {
    await context.sendActivity(TOLD);
  });
  failing = await openBot(() => Promise.reject(new Error('the channel is away')));
  silent = await openBot();
});

afterAll(async () => {
  await Promise.all([server, failing, silent].map((one) => one.close()));
});

let messages = 0;

/** Delivers a message. @returns the status, and what is said to it */
async function say(at: OpenServer, person: string, conversation = person): Promise<[number, string[]]> {
  messages += 1;
  const response = await fetch(`${at.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `m${messages}`,
      channelId: 'emulator',
      deliveryMode: 'expectReplies',
      conversation: { id: conversation },
      from: { id: person },
      recipient: { id: 'bot' },
      text: 'hallo',
    }),
  });
  const body = await response.text();
  const { activities } = (body === '' ? { activities: [] } : JSON.parse(body)) as {
    activities: { type: string; text: string }[];
  };
  return [response.status, activities.filter(({ type }) => type === 'message').map(({ text }) => text)];
}

describe('who sends very many messages through a channel', () => {
  it('is told so once, then hears nothing, and the channel sees no failure', async () => {
    const heard = [];
    for (let times = 0; times < 5; times += 1) heard.push(await say(server, 'busy'));
    expect(heard).toEqual([
      [200, ['antwoord']],
      [200, ['antwoord']],
      [200, [TOLD]],
      [200, []],
      [200, []],
    ]);
    expect(await say(server, 'other')).toEqual([200, ['antwoord']]);
  });

  it('may be many people in one conversation', async () => {
    const heard = [];
    for (let person = 0; person < 6; person += 1) heard.push(await say(server, `person ${person}`, 'group'));
    expect(heard.map(([, said]) => said)).toEqual([...Array<string[]>(4).fill(['antwoord']), [TOLD], []]);
  });

  it.each([
    ['cannot be told', () => failing],
    ['is told nothing when there are no words for it', () => silent],
  ])('%s: the channel sees no failure either', async (_name, at) => {
    const heard = [];
    for (let times = 0; times < 4; times += 1) heard.push(await say(at(), 'busy'));
    expect(heard.slice(2)).toEqual([
      [200, []],
      [200, []],
    ]);
  });
});
