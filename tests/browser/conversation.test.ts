import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Product } from '../support/product.ts';
import { Visitor } from './visitor.ts';

let product: Product;
let browser: Browser;
let context: BrowserContext;
let visitor: Visitor;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launchBrowser()]);
});

beforeEach(async () => {
  context = await browser.newContext({ locale: 'nl-NL', acceptDownloads: true });
  visitor = await Visitor.visit(context, product.url);
});

afterEach(async () => {
  expect(visitor.complaints).toEqual([]);
  await context.close();
});

afterAll(async () => {
  await browser.close();
  await product.remove();
});

describe('a visitor of a page with the widget', () => {
  it('sends nothing to the server before opening it', async () => {
    const requests: string[] = [];
    visitor.page.on('request', (request) => requests.push(request.url()));
    await visitor.launcher.waitFor();
    expect(requests.filter((url) => /token|directline|panel/.test(url))).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });

  it('reads what is kept before the first message, asks, is asked who it is, and gets an answer with its sources', async () => {
    await visitor.open();
    expect(await visitor.conversation.textContent()).toMatch(/24 uur.*112.*113/s);
    await visitor.say('Is spoor 2 verplicht?');
    await visitor.press('1. Ik ben werknemer');
    expect(await visitor.lastReply.textContent()).toContain('Antwoord voor de werknemer');
    const sources = visitor.lastReply.locator('details');
    expect(await sources.getByRole('link').first().isVisible()).toBe(false);
    await sources.locator('summary').click();
    const link = sources.getByRole('link', { name: /Burgerlijk Wetboek/ }).first();
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/wetten\.overheid\.nl/);
    expect(await link.getAttribute('rel')).toContain('noopener');
  });

  it('chooses what was meant when that is not clear', async () => {
    await visitor.open();
    await visitor.say('iets met de arbo of uwv');
    const choices = visitor.lastReply.getByRole('group').getByRole('button');
    expect(await choices.count()).toBeGreaterThan(2);
    const title = (await choices.first().textContent())?.replace(/^1\. /, '') ?? '';
    await visitor.afterReply(() => choices.first().click());
    expect(await visitor.messages.filter({ hasText: title }).count()).toBeGreaterThan(0);
    expect(await visitor.conversation.getByRole('button', { name: 'Geen van deze' }).count(), 'old choices go').toBe(0);
  });

  it('asks a suggestion of the page by clicking it', async () => {
    await visitor.page.locator('a[data-spoor2-question]').first().click();
    await visitor.replies.nth(1).waitFor();
    expect(await visitor.lastReply.textContent()).not.toContain('Dat weet ik niet');
  });

  it('has the dates worked out, with table, picture, calendar file and derivation', async () => {
    await visitor.open();
    await visitor.say('termijnen');
    await visitor.press('1. Ik ben werknemer');
    const picker = visitor.panel.getByLabel('Of kies een datum');
    await picker.fill('2026-11-02');
    expect(await visitor.field.inputValue()).toBe('2-11-2026');
    await visitor.afterReply(() => visitor.button('Verstuur').click());
    for (let step = 0; step < 12 && (await visitor.lastReply.getByRole('img').count()) === 0; step += 1) {
      const no = visitor.lastReply.getByRole('button', { name: /Nee|Geen van deze/ });
      await visitor.afterReply(() => no.first().click());
    }
    const reply = visitor.lastReply;
    const rows = reply.getByRole('row');
    expect(await rows.count()).toBeGreaterThan(3);
    expect(await reply.getByRole('table').textContent()).toContain('2027');
    const picture = reply.getByRole('img');
    expect(await picture.getAttribute('alt')).toContain('Alle datums');
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 10_000 })
      .toBeGreaterThan(200);

    const download = visitor.page.waitForEvent('download');
    await reply.getByRole('link', { name: /agenda/ }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    const events = new ICAL.Component(ICAL.parse(file) as string).getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(5);

    await visitor.press('Hoe is dit berekend?');
    expect(await visitor.lastReply.textContent()).toContain('Dag 1 is de eerste ziektedag: maandag 2 november 2026');
  });

  it('reads simple Dutch and English after one click, the words of the widget too', async () => {
    await visitor.open();
    await visitor.press('Eenvoudig');
    await visitor.press('English');
    expect(await visitor.panel.getAttribute('lang')).toBe('en');
    await visitor.say('How long does spoor 2 last?');
    expect(await visitor.lastReply.textContent()).toMatch(/Sources.*Did this answer help/s);
    await visitor.button('Send').waitFor();
  });

  it('says that an answer helped, which is counted once, and may think again', async () => {
    await visitor.open();
    await visitor.say('Hoe lang duurt spoor 2?');
    const group = visitor.lastReply.getByRole('group', { name: 'Hielp dit antwoord?' });
    await group.getByRole('button', { name: 'Ja' }).click();
    await group.getByText('Dank je').waitFor();
    await group.getByRole('button', { name: 'Nee' }).click();
    await expect.poll(() => group.getByRole('button', { name: 'Nee' }).getAttribute('aria-pressed')).toBe('true');
  });

  it('goes on after a reload, with what stood in the field', async () => {
    await visitor.open();
    await visitor.say('termijnen');
    await visitor.press('1. Ik ben werknemer');
    await visitor.field.fill('half getypt');
    const before = await visitor.messages.allTextContents();
    await visitor.page.reload();
    await visitor.messages.nth(before.length - 1).waitFor();
    expect(await visitor.messages.allTextContents()).toEqual(before);
    expect(await visitor.field.inputValue()).toBe('half getypt');
    expect(await visitor.spoken.textContent(), 'what was said before is not read out again').toBe('');
    await visitor.say('2-11-2026');
    expect(await visitor.messages.filter({ hasText: 'Ik lees: maandag 2 november 2026' }).count()).toBe(1);
  });

  it('deletes the conversation, on the screen and on the server', async () => {
    await visitor.open();
    await visitor.say('Wat is een proefplaatsing?');
    await visitor.button('Verwijder dit gesprek').click();
    await visitor.button('Ja, wissen').click();
    await visitor.conversation.getByText('Dit gesprek is gewist').waitFor();
    expect(await visitor.conversation.textContent()).not.toContain('proefplaatsing');
    await visitor.page.reload();
    expect(await visitor.page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('proefplaatsing');
  });

  it('keeps no word about an illness on the screen of a reloaded page', async () => {
    await visitor.open();
    await visitor.say('ik heb een burn-out, moet ik naar spoor 2?');
    await visitor.page.reload();
    await visitor.replies.nth(1).waitFor();
    expect(await visitor.conversation.textContent()).toContain('niet bewaard');
    expect(await visitor.page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('burn-out');
  });
});

describe('two tabs', () => {
  it('have a conversation each', async () => {
    const other = await Visitor.visit(context, product.url);
    await visitor.open();
    await other.open();
    await visitor.say('Wat is een proefplaatsing?');
    await other.say('Wat is een loonsanctie?');
    expect(await visitor.conversation.textContent()).not.toContain('loonsanctie?');
    expect(await other.conversation.textContent()).not.toContain('Wat is een proefplaatsing?');
    expect(other.complaints).toEqual([]);
  });

  it('share it when one was opened from the other', async () => {
    await visitor.open();
    await visitor.say('Wat is een loonsanctie?');
    const [page] = await Promise.all([
      context.waitForEvent('page'),
      visitor.page.evaluate(() => {
        window.open(location.href, '_blank', '');
      }),
    ]);
    const shared = page.getByRole('dialog').getByRole('region', { name: 'Gesprek', exact: true });
    await shared.getByText('Wat is een loonsanctie?').waitFor();
    await visitor.say('Wat is een proefplaatsing?');
    await shared.getByText('Wat is een proefplaatsing?').waitFor();
  });
});
