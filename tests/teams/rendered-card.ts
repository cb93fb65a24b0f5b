import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright-core';
import type { Part } from './card-checks.ts';

const LIBRARY = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');

/** One pixel. The library takes a picture away that does not load. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** About as Teams shows cards: its font, its sizes, its width on a phone, at most six actions below each other. */
const HOST = {
  fontFamily: '"Segoe UI", system-ui, sans-serif',
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  actions: { maxActions: 6, actionsOrientation: 'vertical', actionAlignment: 'stretch', buttonSpacing: 8 },
  supportsInteractivity: true,
};

/** The host's part: Markdown as cards have it, and what is pressed. The library leaves both to the page. */
const HOST_SCRIPT = String.raw`
  window.pressed = [];
  const inline = (text) => text
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>');
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const lines = text.split(/\r\n?|\n/);
    const isList = lines.every((line) => line.startsWith('- '));
    result.outputHtml = isList
      ? '<ul>' + lines.map((line) => '<li>' + inline(line.slice(2)) + '</li>').join('') + '</ul>'
      : '<p>' + lines.map(inline).join('<br>') + '</p>';
    result.didProcess = true;
  };
  window.showCard = (json, host) => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(host);
    card.onExecuteAction = (action) => window.pressed.push(action.data ?? action.url);
    const context = new AdaptiveCards.SerializationContext();
    card.parse(json, context);
    const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
    const wrong = card.validateProperties().validationEvents.map(({ message }) => message);
    document.querySelector('main').replaceChildren(card.render());
    return [...events, ...wrong];
  };
`;

const PAGE = `<!doctype html><html lang="nl"><meta charset="utf-8"><title>Kaart</title>
<style>body { margin: 0; font: 14px/1.4 "Segoe UI", system-ui, sans-serif } main { padding: 12px }
button, input, select { font: inherit; white-space: normal }
button { padding: 6px 12px; border: 1px solid #c4c4c4; border-radius: 4px; background: #fff } ul { padding-left: 20px; margin: 0 } p { margin: 0 }</style>
<main></main></html>`;

/** A page on which Microsoft's library shows a card, as a client does. */
export class RenderedCard {
  readonly page: Page;
  /** What the library has to say against the card. */
  readonly complaints: readonly string[];

  private constructor(page: Page, complaints: readonly string[]) {
    this.page = page;
    this.complaints = complaints;
  }

  /**
   * @param width of the page, in CSS pixels
   * @param picture a PNG file in the place of every picture: they lie on servers that are not there
   */
  static async show(browser: Browser, card: Part, width = 320, picture = DOT): Promise<RenderedCard> {
    const page = await browser.newPage({ viewport: { width, height: 800 }, locale: 'nl-NL' });
    await page.route(/^https?:/, (route) => route.fulfill({ contentType: 'image/png', body: picture }));
    await page.setContent(PAGE);
    await page.addScriptTag({ path: LIBRARY });
    await page.addScriptTag({ content: HOST_SCRIPT });
    const complaints = await page.evaluate(`showCard(${JSON.stringify(card)}, ${JSON.stringify(HOST)})`);
    return new RenderedCard(page, complaints as string[]);
  }

  get card(): Locator {
    return this.page.locator('main');
  }

  button(name: string): Locator {
    return this.card.getByRole('button', { name, exact: true });
  }

  /** What a person reads now, with one space between words. */
  async visibleText(): Promise<string> {
    return (await this.card.innerText()).replaceAll(/\s+/gu, ' ');
  }

  /** How far the page is wider than its window. CSS pixels. */
  async overflow(): Promise<number> {
    return Number(await this.page.evaluate('document.documentElement.scrollWidth - innerWidth'));
  }

  /** The data of the button pressed last. */
  async pressed(): Promise<unknown> {
    return this.page.evaluate('pressed.at(-1)');
  }

  /** Presses a button and gives what it sends. */
  async press(name: string): Promise<unknown> {
    await this.button(name).click();
    return this.pressed();
  }

  /** A picture of the card alone, in a PNG file. */
  async picture(path: string): Promise<void> {
    await this.card.screenshot({ path });
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}
