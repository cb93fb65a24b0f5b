import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { Temporal } from 'temporal-polyfill';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Product } from '../support/product.ts';
import { Playground } from './playground.ts';
import { TeamsUser } from './teams-user.ts';

/** Late in the second year, whenever this runs. */
const firstSickDay = Temporal.Now.plainDateISO('Europe/Amsterdam').subtract({ months: 20 });

const IN_WORDS = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;

/** The outcome of the dialog, as it was worked out step by step. */
let dates: string;

/** Stops what was started, also when the rest could not be. */
const stops: (() => Promise<void>)[] = [];

let product: Product;
let playground: Playground;
let browser: Browser;
let user: TeamsUser;

beforeAll(async () => {
  const port = await freePort();
  product = await Product.start({ PORT: port, PUBLIC_URL: `http://127.0.0.1:${port}` });
  stops.push(() => product.remove());
  playground = await Playground.start(`${product.url}/api/messages`);
  stops.push(() => playground.stop());
  browser = await launchBrowser();
  stops.push(() => browser.close());
  user = await TeamsUser.arrive(browser, playground.url);
});

afterEach(async () => {
  expect(await user.complaints()).toEqual([]);
  expect(playground.output()).toBe('');
  expect(product.log().split('\n').filter(isTrouble)).toEqual([]);
});

afterAll(async () => {
  for (const stop of stops.toReversed()) await stop();
});

it('welcomes once: not again when it is told twice that it was installed', async () => {
  expect(await user.lastReply.innerText()).toContain('Ik ben de spoor 2-assistent');
  await user.picture('teams-welcome');
  expect(await user.mock('Install application')).toBe(0);
  expect(await user.replies.count()).toBe(1);
});

it('asks who is asking, and answers the choice with a card, also when it is pressed twice', async () => {
  expect(await user.say('Is spoor 2 verplicht?')).toBe(1);
  expect(await user.pressTwice('1. Ik ben werknemer')).toBe(1);
  expect(await user.lastReply.innerText()).toMatch(/Antwoord voor de werknemer[^]*Ja, spoor 2 is verplicht/);
  await user.picture('teams-answer', user.page.getByText('Is spoor 2 verplicht?', { exact: true }).first());
  await user.button(/^Bronnen/).click();
  expect(await user.lastReply.getByRole('link').count()).toBeGreaterThan(1);
});

it('leads through the dialog for dates to its outcome', async () => {
  expect(await user.say('termijnen')).toBe(1);
  await user.lastReply.getByRole('combobox').fill(firstSickDay.toString());
  expect(await user.press('Verder')).toBe(1);
  expect(await user.lastReply.innerText()).toContain(`Ik lees: ${firstSickDay.toLocaleString('nl-NL', IN_WORDS)}`);
  await user.picture('teams-dialog', user.replies.nth((await user.replies.count()) - 2));
  expect(await user.press('2. Nee')).toBe(1);
  expect(await user.press('2. Nee')).toBe(1);
  expect(await user.press('10. Geen van deze')).toBe(1);
  dates = user.received.at(-1) ?? '';
  expect(dates).toContain('WIA aanvragen bij UWV');
  expect(await user.lastReply.innerText()).toContain('WIA aanvragen bij UWV');
  await user.lastReply.getByRole('img').last().waitFor();
  await user.picture('teams-dates');
});

it('works the same dates out from one form', async () => {
  expect(await user.say('opnieuw')).toBe(1);
  await user.button('Alles in één keer invullen').click();
  await user.lastReply
    .getByLabel(/eerste ziektedag/)
    .last()
    .fill(firstSickDay.toString());
  await user.picture('teams-form');
  expect(await user.press('Laat de uitkomst zien')).toBe(1);
  expect(user.received.at(-1)).toBe(dates);
});

it('says that a button of an earlier question has no effect', async () => {
  const [earlier] = await user.replies.filter({ hasText: 'Vraag 2 van 4' }).all();
  expect(await user.press('2. Nee', earlier)).toBe(1);
  expect(await user.lastReply.innerText()).toContain('Die knop hoort bij een vraag die niet meer openstaat');
});

it('thanks for what Teams’ own buttons below an answer say', async () => {
  await user.say('Wat is een loonsanctie?');
  expect(await user.dislike('niet duidelijk')).toBe(0);
  await user.page.getByRole('dialog').getByText('Thank you!').waitFor();
  await user.page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
});

it('finds an answer from the compose box, and puts it there as a card', async () => {
  await user.search('loonsanctie');
  await user.found.first().click();
  expect(await user.page.getByRole('textbox').first().innerText()).toContain('loonsanctie');
});

it.each(['Group Chat', 'My Team - General'])('works out no dates in %s, and offers to go on alone', async (place) => {
  expect(await user.goTo(place)).toBe(1);
  expect(await user.mention('termijnen 12-3-2025 werknemer')).toBe(1);
  await expect.poll(() => user.received.at(-1)).toContain('Hier lezen anderen mee');
});

it('does not welcome again who comes back', async () => {
  const again = await TeamsUser.arrive(browser, playground.url);
  expect(await again.replies.count()).toBe(0);
  expect(await again.complaints()).toEqual([]);
  await again.leave();
});

/** Whether a line of the server's log is more than a word on what goes well. Without a registration it says so at its start. */
function isTrouble(line: string): boolean {
  return /"level":[456]0/.test(line) && !line.includes('MICROSOFT_APP_ID is not set');
}

/** The server has to know its address, for the picture of the timeline in a card. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}
