import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Product } from '../support/product.ts';
import { HostPage } from './host-page.ts';
import { Visitor } from './visitor.ts';

let product: Product;
let browser: Browser;
let site: HostPage;
let stranger: HostPage;
let context: BrowserContext;
let attributes = '';

const body = () =>
  `<a href="/elders" data-spoor2-question="Wat is een proefplaatsing?">Vraag</a><script src="${product.url}/widget.js" ${attributes} defer></script>`;
const policy = () =>
  `default-src 'none'; script-src ${product.url}; connect-src ${product.url} ${product.url.replace('http', 'ws')}; img-src ${product.url}; style-src 'none'; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'`;

beforeAll(async () => {
  [site, stranger] = await Promise.all([HostPage.open(body, policy), HostPage.open(body, policy)]);
  [product, browser] = await Promise.all([Product.start({ ALLOWED_ORIGINS: site.origin }), launchBrowser()]);
});

beforeEach(async () => {
  attributes = '';
  context = await browser.newContext({ locale: 'nl-NL' });
});

afterEach(() => context.close());

afterAll(async () => {
  site.close();
  stranger.close();
  await browser.close();
  await product.remove();
});

describe('the widget on the site of a bureau', () => {
  it('works under the strictest policy, without a complaint of the browser', async () => {
    const visitor = await Visitor.visit(context, site.origin);
    await visitor.open();
    await visitor.say('termijnen 2-11-2026 werknemer');
    const picture = visitor.lastReply.getByRole('img');
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth), { timeout: 10_000 })
      .toBeGreaterThan(200);
    const panel = await visitor.panel.evaluate((element) => getComputedStyle(element).borderRadius);
    expect(panel, 'it has its own style').not.toBe('0px');
    expect(visitor.complaints).toEqual([]);
    expect(await context.cookies()).toEqual([]);
  });

  it('has the name, language, side and colour that the page gives it', async () => {
    attributes =
      'data-name="Vraagbaak" data-language="en" data-position="left" data-colour="#7a1fa2" data-privacy-url="/privacy"';
    const visitor = await Visitor.visit(context, site.origin);
    const box = await visitor.launcher.boundingBox();
    expect(box?.x ?? 999).toBeLessThan(100);
    expect(await visitor.launcher.evaluate((button) => getComputedStyle(button).backgroundColor)).toBe(
      'rgb(122, 31, 162)',
    );
    await visitor.open();
    await visitor.panel.getByRole('heading', { name: 'Vraagbaak' }).waitFor();
    expect(await visitor.replies.first().textContent()).toMatch(/I am the spoor 2 assistant/i);
    const privacy = visitor.panel.getByRole('link', { name: /Privacy/ });
    expect(await privacy.getAttribute('href')).toBe(`${site.origin}/privacy`);
  });

  it('stays as it is when the page styles everything', async () => {
    const visitor = await Visitor.visit(context, site.origin);
    await visitor.page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { display: none !important; color: red !important; font-size: 40px !important }');
      sheet.replaceSync(
        'button, p, div { color: rgb(255, 0, 0) !important; font-size: 40px !important; text-transform: uppercase }',
      );
      document.adoptedStyleSheets.push(sheet);
    });
    await visitor.open();
    expect(await visitor.field.evaluate((field) => getComputedStyle(field).fontSize)).not.toBe('40px');
    expect(await visitor.replies.first().evaluate((reply) => getComputedStyle(reply).color)).not.toBe('rgb(255, 0, 0)');
  });

  it('is one, however often the page holds the tag', async () => {
    const visitor = await Visitor.visit(context, site.origin);
    await visitor.launcher.waitFor();
    await visitor.page.evaluate((src) => {
      const script = document.createElement('script');
      const policy = (
        window as unknown as {
          trustedTypes: { createPolicy: (name: string, rules: object) => { createScriptURL: (url: string) => string } };
        }
      ).trustedTypes.createPolicy('test', { createScriptURL: (url: string) => url });
      script.src = policy.createScriptURL(src);
      document.body.append(script);
      return new Promise((resolve) => {
        script.addEventListener('load', resolve);
      });
    }, `${product.url}/widget.js`);
    expect(await visitor.launcher.count()).toBe(1);
  });

  it('says on a site that is not allowed that it does not work there', async () => {
    const visitor = await Visitor.visit(context, stranger.origin);
    await visitor.launcher.click();
    await visitor.panel.getByText('werkt niet op deze website').first().waitFor();
  });
});
