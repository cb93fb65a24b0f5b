import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Product } from '../support/product.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([Product.start(), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await product.remove();
});

describe('typing in the widget', () => {
  it('costs no more work in a long conversation than in a short one', async () => {
    const page = await browser.newPage();
    await page.goto(product.url);
    await page.getByRole('button', { name: /^Stel je vraag/ }).click();
    await page.getByRole('article').first().waitFor();
    const short = await callsOf(page, () => typeSome(page));
    for (const [place, question] of ['Hoe lang duurt spoor 2?', 'Wat is een loonsanctie?', 'termijnen'].entries()) {
      await page.getByRole('textbox').fill(question);
      await page.keyboard.press('Enter');
      await page
        .getByRole('article')
        .nth(2 * place + 2)
        .waitFor();
    }
    const long = await callsOf(page, () => typeSome(page));
    // Room for announcements that go away meanwhile: each redraws the conversation once.
    expect(long).toBeLessThan(1.5 * short);
  });
});

async function typeSome(page: Page): Promise<void> {
  await page.getByRole('textbox').focus();
  await page.keyboard.type('een lange vraag '.repeat(12));
}

/** How often functions of the panel are called during an action. */
async function callsOf(page: Page, action: () => Promise<void>): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await action();
  const { result } = await session.send('Profiler.takePreciseCoverage');
  await session.detach();
  return result
    .filter(({ url }) => url.includes('/widget/'))
    .flatMap(({ functions }) => functions)
    .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
}
