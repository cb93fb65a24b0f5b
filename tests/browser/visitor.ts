import AxeBuilder from '@axe-core/playwright';
import { expect } from 'vitest';
import type { BrowserContext, Locator, Page } from 'playwright-core';

/** Words of the widget by which a visitor finds things, in any language. */
const WORDS = {
  launcher: /^(Stel je vraag|Ask your question)/,
  field: /^(Je vraag of antwoord|Your question or answer)$/,
  conversation: /^(Gesprek|Conversation)$/,
  assistant: /^(Assistent|Assistant)$/,
};

/** How long something may take that a visitor waits for; two busy cores are slow. Milliseconds. */
const PATIENCE = 15_000;

/** Somebody who uses the widget on a page: finds things by their role and name, as a person or a screen reader does. */
export class Visitor {
  readonly page: Page;
  /** What the browser complained about: errors in the console, scripts that failed, policies that were broken. */
  readonly complaints: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async visit(context: BrowserContext, url: string): Promise<Visitor> {
    const visitor = new Visitor(await context.newPage());
    await visitor.page.goto(url);
    return visitor;
  }

  get launcher(): Locator {
    return this.page.getByRole('button', { name: WORDS.launcher });
  }

  get panel(): Locator {
    return this.page.getByRole('dialog');
  }

  get field(): Locator {
    return this.panel.getByRole('textbox', { name: WORDS.field });
  }

  get conversation(): Locator {
    return this.panel.getByRole('region', { name: WORDS.conversation });
  }

  get messages(): Locator {
    return this.conversation.getByRole('article');
  }

  get replies(): Locator {
    return this.messages.filter({ has: this.page.getByRole('heading', { name: WORDS.assistant }) });
  }

  get lastReply(): Locator {
    return this.replies.last();
  }

  /** What a screen reader was told. */
  get spoken(): Locator {
    return this.panel.getByRole('status');
  }

  button(name: string | RegExp): Locator {
    return this.panel.getByRole('button', { name });
  }

  /** Opens the panel, and waits for the welcome. */
  async open(): Promise<void> {
    await this.launcher.click();
    await this.replies.first().waitFor();
  }

  /** Types a message and sends it; waits for the reply. */
  async say(text: string): Promise<void> {
    await this.afterReply(async () => {
      await this.field.fill(text);
      await this.field.press('Enter');
    });
  }

  /** Presses a button; waits for the reply. */
  async press(name: string | RegExp): Promise<void> {
    await this.afterReply(() => this.button(name).click());
  }

  /** Does something that is answered, and waits for that. */
  async afterReply(action: () => Promise<void>): Promise<void> {
    const before = await this.replies.count();
    await action();
    await this.replies.nth(before).waitFor();
  }

  /** Every rule of axe, in the state the page is in. @param part a selector; the whole page when absent */
  async expectAccessible(state: string, part?: string): Promise<void> {
    // In the page itself, as it holds no frames, and without naming what passes: it takes a third of the time.
    const axe = new AxeBuilder({ page: this.page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
    expect(found, state).toEqual([]);
  }

  /** Name of the element inside the widget that has the focus; empty when it is nowhere. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let element: Element | null = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (element === null || element === document.body) return '';
      return (
        element.tagName.toLowerCase() + (element.textContent === '' ? '' : `: ${element.textContent.slice(0, 60)}`)
      );
    });
  }
}
