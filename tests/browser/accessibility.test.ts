import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Product } from '../support/product.ts';
import { Visitor } from './visitor.ts';

let product: Product;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launchBrowser()]);
});

afterEach(() => context.close());

afterAll(async () => {
  await browser.close();
  await product.remove();
});

async function visit(options: BrowserContextOptions = {}, path = '/'): Promise<Visitor> {
  context = await browser.newContext({ locale: 'nl-NL', ...options });
  return Visitor.visit(context, `${product.url}${path}`);
}

const WIDGET = 'spoor2-assistent';

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  'a desktop': { viewport: { width: 1280, height: 900 } },
  'a phone of 320 px in the dark': { viewport: { width: 320, height: 640 }, hasTouch: true, colorScheme: 'dark' },
  'forced colours': { viewport: { width: 1280, height: 900 }, forcedColors: 'active' },
};

describe.each(Object.entries(LOOKS))('on %s', (_name, options) => {
  it('every state passes every rule of axe, and nothing scrolls sideways', async () => {
    const visitor = await visit(options);
    await visitor.launcher.waitFor();
    await visitor.expectAccessible('closed');
    await visitor.open();
    await visitor.expectAccessible('welcome', WIDGET);
    await visitor.say('iets met de arbo of uwv');
    await visitor.expectAccessible('a choice', WIDGET);
    await visitor.say('Hoe lang duurt spoor 2?');
    await visitor.lastReply.locator('summary').first().click();
    await visitor.lastReply.getByRole('button', { name: 'Ja', exact: true }).click();
    await visitor.expectAccessible('an answer with open sources and a vote', WIDGET);
    await visitor.say('termijnen');
    await visitor.press('1. Ik ben werknemer');
    await visitor.expectAccessible('a question for a date', WIDGET);
    await visitor.say('termijnen 2-11-2026 werknemer');
    await visitor.expectAccessible('dates with a picture', WIDGET);
    await visitor.button('Verwijder dit gesprek').click();
    await visitor.expectAccessible('asked whether to delete', WIDGET);
    await visitor.panel.getByRole('group', { name: 'Alles wissen?' }).getByRole('button', { name: 'Nee' }).click();
    await context.setOffline(true);
    await visitor.field.fill('Wat is een loonsanctie?');
    await visitor.field.press('Enter');
    await visitor.panel.locator('.banner').waitFor();
    await visitor.expectAccessible('without connection', WIDGET);
    const wider = await visitor.conversation.evaluate((log) => log.scrollWidth - log.clientWidth);
    expect(wider).toBeLessThanOrEqual(0);
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  }, 90_000);
});

describe('every page', () => {
  it.each([
    ['/', 'light'],
    ['/', 'dark'],
    ['/gesprek', 'light'],
    ['/gesprek', 'dark'],
    ['/vragen', 'light'],
  ] as const)('%s passes every rule of axe in the %s, and does not scroll sideways', async (path, colorScheme) => {
    const visitor = await visit({ colorScheme, viewport: { width: 320, height: 640 } }, path);
    await visitor.expectAccessible(path);
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});

describe('with twice as large letters', () => {
  it('everything can still be reached, in a window of 640 by 400', async () => {
    const visitor = await visit({ viewport: { width: 640, height: 400 } });
    await visitor.page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    await visitor.open();
    await visitor.say('Is spoor 2 verplicht?');
    await visitor.press('1. Ik ben werknemer');
    for (const control of [visitor.field, visitor.button('Verstuur'), visitor.button('Sluiten')]) {
      await control.scrollIntoViewIfNeeded();
      const box = await control.boundingBox();
      expect(box).not.toBeNull();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(641);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(401);
    }
  });
});

describe('a page that is written from right to left', () => {
  it('has the widget mirrored, and nothing falls off', async () => {
    const visitor = await visit({ viewport: { width: 1280, height: 900 } });
    await visitor.page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await visitor.open();
    const box = await visitor.panel.boundingBox();
    expect(box?.x ?? -1).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1280);
    await visitor.say('Wat is een proefplaatsing?');
    expect(await visitor.conversation.evaluate((log) => log.scrollWidth - log.clientWidth)).toBeLessThanOrEqual(0);
  });
});
