import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DIALOGS } from '../../dialogs/index.ts';
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

async function visit(): Promise<Visitor> {
  context = await browser.newContext({ locale: 'nl-NL' });
  return Visitor.visit(context, product.url);
}

describe('with the keyboard only', () => {
  /** Presses Tab until something with a name has the focus; the round is never longer than this. */
  async function tabTo(visitor: Visitor, name: string, key = 'Tab'): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await visitor.focused()).startsWith(name)) return;
      await visitor.page.keyboard.press(key);
    }
    throw new Error(`the keyboard does not reach ${name}`);
  }

  it('opens, asks, closes, and the focus goes where it belongs', async () => {
    const visitor = await visit();
    await visitor.launcher.waitFor();
    await tabTo(visitor, 'button: Stel je vraag');
    await visitor.page.keyboard.press('Enter');
    await visitor.replies.first().waitFor();
    expect(await visitor.focused()).toMatch(/^textarea/);
    await visitor.page.keyboard.type('Is spoor 2 verplicht?');
    await visitor.page.keyboard.press('Enter');
    await visitor.replies.nth(1).waitFor();
    expect(await visitor.focused(), 'who types goes on typing').toMatch(/^textarea/);
    await visitor.page.keyboard.press('Escape');
    await visitor.panel.waitFor({ state: 'hidden' });
    expect(await visitor.focused()).toMatch(/Stel je vraag/);
  });

  it('hears each new reply once, with its choices', async () => {
    const visitor = await visit();
    await visitor.open();
    await visitor.say('Is spoor 2 verplicht?');
    await expect
      .poll(() => visitor.spoken.textContent())
      .toMatch(/Wie ben jij\?.*2 keuzes.*Ik ben werknemer.*Ik ben werkgever of HR/s);
    const spoken = (await visitor.spoken.textContent()) ?? '';
    expect(spoken.split('Wie ben jij?')).toHaveLength(2);
    expect(await visitor.panel.locator('[aria-live]').count(), 'one live region').toBe(1);
  });

  it.each(DIALOGS.map(({ id }) => id))(
    'goes through the dialog %s, and the focus is never lost',
    async (id) => {
      const visitor = await visit();
      await visitor.open();
      await visitor.field.focus();
      const { keyboard } = visitor.page;
      await visitor.afterReply(async () => {
        await keyboard.type(id.replaceAll('-', ' '));
        await keyboard.press('Enter');
      });
      let dated = false;
      const isOver = () => visitor.lastReply.getByRole('button', { name: 'Wijzig een antwoord' }).count();
      for (let step = 0; step < 25 && (await isOver()) === 0; step += 1) {
        const choices = visitor.lastReply.locator('.choices').getByRole('button');
        const label = (await choices.first().textContent()) ?? '';
        // One date is known; what follows from others is not.
        const isFirstDate: boolean = !dated && (await visitor.panel.getByLabel('Of kies een datum').count()) > 0;
        dated ||= isFirstDate;
        await visitor.afterReply(async () => {
          if (isFirstDate) {
            await tabTo(visitor, 'textarea');
            await keyboard.type('2-11-2026');
          } else {
            // Backwards: from the field the choices are just before it.
            await tabTo(visitor, `button: ${label.slice(0, 60)}`, 'Shift+Tab');
          }
          await keyboard.press('Enter');
        });
        await expect.poll(() => visitor.focused(), { message: `the focus after step ${step}` }).not.toBe('');
      }
      expect(await isOver(), await visitor.lastReply.innerText()).toBe(1);
    },
    90_000,
  );
});
