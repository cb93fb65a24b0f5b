import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { Product } from '../support/product.ts';
import { Visitor } from './visitor.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'images');
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** The pictures of the README: what each shows, and how to get there. */
const PICTURES: Readonly<Record<string, [BrowserContextOptions, (visitor: Visitor) => Promise<void>]>> = {
  'widget-desktop': [
    { viewport: DESKTOP },
    async (visitor) => {
      await visitor.open();
      await visitor.say('Is spoor 2 verplicht?');
      await visitor.press('1. Ik ben werknemer');
    },
  ],
  'widget-phone': [
    PHONE,
    async (visitor) => {
      await visitor.open();
      await visitor.say('termijnen');
      await visitor.press('1. Ik ben werknemer');
    },
  ],
  'widget-phone-dates': [
    PHONE,
    async (visitor) => {
      await visitor.open();
      await visitor.say('termijnen 2-11-2026 werknemer');
      await visitor.lastReply.getByRole('img').scrollIntoViewIfNeeded();
      await visitor.page.waitForTimeout(500);
    },
  ],
  'widget-dark': [
    { viewport: DESKTOP, colorScheme: 'dark' },
    async (visitor) => {
      await visitor.open();
      await visitor.say('iets met de arbo of uwv');
    },
  ],
  'widget-english': [
    { viewport: DESKTOP },
    async (visitor) => {
      await visitor.open();
      await visitor.press('English');
      await visitor.say('How long does spoor 2 last?');
    },
  ],
};

async function take(browser: Browser, url: string, name: string): Promise<void> {
  const [options, steps] = PICTURES[name] ?? [];
  if (options === undefined || steps === undefined) return;
  const context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce', ...options });
  const visitor = await Visitor.visit(context, url);
  await steps(visitor);
  await visitor.page.waitForTimeout(300);
  await visitor.page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await context.close();
}

const [product, browser] = await Promise.all([Product.start(), launchBrowser()]);
try {
  for (const name of Object.keys(PICTURES)) await take(browser, product.url, name);
} finally {
  await browser.close();
  await product.remove();
}
