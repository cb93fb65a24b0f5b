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
  context = await browser.newContext({ locale: 'nl-NL' });
  visitor = await Visitor.visit(context, product.url);
  await visitor.open();
});

afterEach(() => context.close());

afterAll(async () => {
  await browser.close();
  await product.remove();
});

const lost = () => visitor.panel.locator('.banner').getByText('Geen verbinding');
/** How often a text was said by the visitor. */
const said = (text: string) => visitor.messages.filter({ hasText: text }).filter({ hasText: 'Jij' }).count();

describe('a visitor whose connection goes away', () => {
  it('is told so, goes on typing, and everything is sent once when it is back', async () => {
    await context.setOffline(true);
    await visitor.field.fill('Wat is een proefplaatsing?');
    await visitor.field.press('Enter');
    await lost().waitFor();
    await visitor.field.fill('Wat is een loonsanctie?');
    await visitor.field.press('Enter');
    expect(await visitor.messages.filter({ hasText: 'wordt verstuurd' }).count()).toBe(2);
    await context.setOffline(false);
    await visitor.replies.nth(2).waitFor();
    await lost().waitFor({ state: 'hidden' });
    expect([await said('Wat is een proefplaatsing?'), await said('Wat is een loonsanctie?')]).toEqual([1, 1]);
    expect(await visitor.messages.filter({ hasText: 'wordt verstuurd' }).count()).toBe(0);
    expect(await visitor.replies.count()).toBe(3);
  });

  it('loses nothing when the page is reloaded meanwhile', async () => {
    await context.route('**/v3/directline/**', (route) => route.abort());
    await visitor.field.fill('Wat is een proefplaatsing?');
    await visitor.field.press('Enter');
    await visitor.messages.filter({ hasText: 'wordt verstuurd' }).waitFor();
    await visitor.page.reload();
    await visitor.messages.filter({ hasText: 'Wat is een proefplaatsing?' }).waitFor();
    await context.unroute('**/v3/directline/**');
    await visitor.replies.nth(1).waitFor({ timeout: 45_000 });
    expect(await said('Wat is een proefplaatsing?')).toBe(1);
  }, 60_000);

  it('is answered once when the answer to a message got lost on its way', async () => {
    let posts = 0;
    await context.route('**/activities', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      posts += 1;
      if (posts > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await visitor.field.fill('Wat is een proefplaatsing?');
    await visitor.field.press('Enter');
    await visitor.replies.nth(1).waitFor();
    await expect.poll(() => posts, { timeout: 15_000 }).toBeGreaterThanOrEqual(1);
    await visitor.say('Wat is een loonsanctie?');
    expect(await said('Wat is een proefplaatsing?')).toBe(1);
    expect(await visitor.replies.count()).toBe(3);
  });

  it('reads on by asking when streams do not get through', async () => {
    const other = await browser.newContext({ locale: 'nl-NL' });
    try {
      await other.routeWebSocket(/stream/, (socket) => socket.close());
      const patient = await Visitor.visit(other, product.url);
      await patient.launcher.click();
      await patient.replies.first().waitFor({ timeout: 45_000 });
      await patient.say('Hoe lang duurt spoor 2?');
      expect(await patient.lastReply.textContent()).toContain('Hoe lang spoor 2 duurt');
    } finally {
      await other.close();
    }
  }, 60_000);
});

describe('a server that restarts', () => {
  it('finds the conversation where it was', async () => {
    const { port } = new URL(product.url);
    await visitor.say('termijnen');
    await visitor.press('1. Ik ben werknemer');
    const before = await visitor.messages.count();
    await product.stop('SIGKILL');
    await visitor.field.fill('2-11-2026');
    await visitor.field.press('Enter');
    await lost().waitFor();
    product = await Product.start({ DATA_DIR: product.dataDir, PORT: port });
    await visitor.messages.filter({ hasText: 'Ik lees: maandag 2 november 2026' }).waitFor({ timeout: 45_000 });
    expect(await visitor.messages.count()).toBe(before + 2);
  }, 90_000);
});
