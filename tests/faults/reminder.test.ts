import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Connector } from '../support/connector.ts';
import { newHome, type Home } from './home.ts';
import { ServerProcess } from './server-process.ts';

let home: Home;
let server: ServerProcess;
let connector: Connector;

beforeAll(async () => {
  home = await newHome('SQLite');
  home = { ...home, env: { ...home.env, AT_NOON: 'yes' } };
  server = await ServerProcess.start(home);
  connector = await Connector.start();
});

afterAll(async () => {
  connector.stop();
  await server.stop();
  await home.remove();
});

/** Says something in Teams, in a chat with the bot alone. @returns what it answers */
async function say(text: string, id: string): Promise<string> {
  const message = connector.message(text, id, 'a:chat');
  const response = await fetch(`${server.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...message,
      channelId: 'msteams',
      conversation: { id: 'a:chat', conversationType: 'personal' },
    }),
  });
  expect(response.status).toBe(200);
  return connector.texts().at(-1) ?? '';
}

it('a plan that someone asked to keep is reminded of in Teams, once, also by a server that was started since', async () => {
  // The application for the WIA is due in about a week.
  const firstDay = Temporal.Now.plainDateISO('Europe/Amsterdam').subtract({ days: 641 });
  await say('ik ben werknemer', '1');
  await say(`termijnen ${firstDay.day}-${firstDay.month}-${firstDay.year}`, '2');
  expect(await say('bewaar mijn plan', '3')).toContain('Waarvoor');
  expect(await say('ja, bewaar mijn plan', '4')).toContain('eerste herinnering');
  await server.stop('SIGKILL');

  const before = connector.sent.length;
  await home.query("UPDATE outbox SET due = 1 WHERE kind = 'reminder'");
  server = await ServerProcess.start(home);
  await vi.waitFor(
    async () => {
      expect(await home.query("SELECT mark FROM outbox WHERE kind = 'reminder'")).toEqual([]);
    },
    { timeout: 20_000, interval: 50 },
  );
  const reminders = connector.texts().slice(before);
  expect(reminders.join('\n')).toContain('WIA aanvragen');
  expect(new Set(reminders).size).toBe(reminders.length);
  expect(connector.sent.slice(before).map(({ summary }) => summary)).toEqual(
    reminders.map(() => 'Herinnering van de assistent'),
  );

  expect(await say('mijn plan', '5')).toContain('WIA aanvragen');
  expect(await say('verwijder mijn plan', '6')).toContain('gewist');
  expect(await home.query('SELECT * FROM plan')).toEqual([]);
});
