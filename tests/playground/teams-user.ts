import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page, Route } from 'playwright-core';
import { SEARCH_COMMAND, SEARCH_PARAMETER } from '../../src/channels/bot/invoke/names.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PICTURES = join(ROOT, 'docs', 'images');

/** How long something may take that a person waits for; two busy cores are slow. Milliseconds. */
const PATIENCE = 15_000;

const WINDOW = { width: 1280, height: 1000 };

/** Shows a long answer at once. */
const WINDOW_OF_PICTURES = { width: 1280, height: 2400 };

/** What is longer is cut off at its end. Pixels. */
const HIGHEST_PICTURE = 1250;

/** Where a picture begins in the window, clear of the Playground's own bar. Pixels. */
const TOP = 120;

/** Room for what stands around messages in a picture: the names above, the thumbs below, the log's border beside. Pixels. */
const ABOVE = 36;
const BELOW = 44;
const BESIDE = 8;

/** Name by which the Playground shows the bot. */
const BOT = 'Test Bot';

/** What the log says while all is well; every other line is a complaint. */
const ORDINARY = [
  /^Current version: /,
  /^Connecting to your application at /,
  /^Connected\.$/,
  /^Events recording disabled\.$/,
  /^Using default configuration file\./,
  /^You can read document about /,
  /^(?:Microsoft 365 Agents Playground|User Application) ?(?:->|→) ?(?:Microsoft 365 Agents Playground|User Application) ?\w+ 20[0-2]\b/,
];

/** Somebody who talks to the bot in the Playground's Teams. */
export class TeamsUser {
  readonly page: Page;
  /** Text of each message of the bot; of a card its `fallbackText`. */
  readonly received: string[] = [];
  readonly #faults: string[] = [];
  /** In a team's channel the Playground may not show an answer that comes at once. */
  #seesReplies = true;

  private constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => this.#faults.push(error.message));
    page.on('console', (message) => {
      const isOwn = !`${message.location().url} ${message.text()}`.includes('cdn.office.net');
      if (message.type() === 'error' && isOwn) this.#faults.push(message.text());
    });
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => {
        this.#note(payload.toString());
      });
    });
  }

  /** Opens the Playground, which tells the bot that it was installed in the personal chat, and who is in there. */
  static async arrive(browser: Browser, url: string): Promise<TeamsUser> {
    const page = await browser.newPage({ viewport: WINDOW, deviceScaleFactor: 2, reducedMotion: 'reduce' });
    await page.route(({ hostname }) => hostname !== '127.0.0.1', standIn);
    const user = new TeamsUser(page);
    await user.#count(() => page.goto(url), 2);
    return user;
  }

  leave(): Promise<void> {
    return this.page.close();
  }

  get replies(): Locator {
    return this.page.locator('.fai-OutputCard');
  }

  get lastReply(): Locator {
    return this.replies.last();
  }

  /** What the message extension lists. */
  get found(): Locator {
    return this.page
      .getByRole('group')
      .filter({ hasText: 'Search-Based Message Extension' })
      .getByRole('heading', { level: 1 });
  }

  /** Types a message and sends it. @returns how many messages came back */
  say(text: string): Promise<number> {
    return this.#count(async () => {
      await this.#write(text);
      await this.page.keyboard.press('Enter');
    });
  }

  /** Calls the bot by its name, as people do in a group chat or a channel. @returns how many messages came back */
  mention(text: string): Promise<number> {
    return this.#count(async () => {
      await this.#write('@');
      await this.page.getByRole('menuitem', { name: BOT }).click();
      await this.page.keyboard.type(text);
      await this.page.keyboard.press('Enter');
    });
  }

  /** Presses a button of a reply, the last when none is given. @returns how many messages came back */
  press(name: string | RegExp, reply = this.lastReply): Promise<number> {
    return this.#count(() => this.button(name, reply).click());
  }

  /** Presses it twice at once. @returns how many messages came back */
  pressTwice(name: string | RegExp): Promise<number> {
    return this.#count(() => this.button(name).dblclick(), 2);
  }

  button(name: string | RegExp, reply = this.lastReply): Locator {
    return reply.getByRole('button', { name, exact: true });
  }

  /** Goes to another conversation for the first time, where the bot is then installed. @returns how many messages came */
  goTo(conversation: string): Promise<number> {
    this.#seesReplies = !conversation.startsWith('My Team');
    return this.#count(() => this.page.getByRole('treeitem', { name: conversation }).click(), 2, 0);
  }

  /** Sends an activity from the menu. @param what its label there @returns how many messages came back */
  mock(what: string): Promise<number> {
    return this.#count(async () => {
      await this.page.getByRole('button', { name: 'Mock an Activity' }).click();
      await this.page.getByRole('menuitem').getByText(what, { exact: true }).click();
      await this.page.getByRole('button', { name: 'Send activity' }).click();
    });
  }

  /** Types in the search field of the message extension: each key is a query. The Playground reads no manifest, and is told the names. */
  async search(words: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
    await this.page.getByRole('menuitem', { name: 'Search Command' }).click();
    await this.page.getByRole('button', { name: 'Specify Command ID or Parameter' }).click();
    await this.page.getByRole('textbox', { name: 'Command ID' }).fill(SEARCH_COMMAND);
    await this.page.getByRole('textbox', { name: 'Parameter name' }).fill(SEARCH_PARAMETER);
    const field = this.page.getByRole('textbox', { name: 'Enter a search term' });
    await this.#count(() => field.pressSequentially(words), words.length);
  }

  /** Says what is wrong with the last reply, by the buttons that Teams puts below it. */
  async dislike(why: string): Promise<number> {
    await this.page.getByRole('button', { name: 'Dislike' }).last().click();
    const form = this.page.getByRole('dialog');
    await form.getByRole('textbox').fill(why);
    return this.#count(() => form.getByRole('button', { name: 'Submit' }).click());
  }

  /** What went wrong so far: in the page, or according to the log beside the conversation. */
  async complaints(): Promise<string[]> {
    const lines = (await this.#log().allInnerTexts()).map((line) =>
      line
        .replace(/^\[[^\]]*\]\s*/, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
    return [...this.#faults, ...lines.filter((line) => line !== '' && !ORDINARY.some((pattern) => pattern.test(line)))];
  }

  /**
   * Takes a picture of the conversation up to the last reply, when pictures are asked for.
   *
   * @param name of the file in docs/images
   * @param from what stands at the top of it
   */
  async picture(name: string, from = this.lastReply): Promise<void> {
    if (process.env['PICTURES'] === undefined) return;
    await this.page.setViewportSize(WINDOW_OF_PICTURES);
    await from.hover();
    await this.page.mouse.wheel(0, ((await from.boundingBox())?.y ?? 0) - TOP);
    await this.page.mouse.move(0, 0);
    await this.page.waitForTimeout(500);
    const side = this.page.getByRole('region', { name: 'Chat and Teams Channel' });
    const boxes = await Promise.all(
      [side, from, this.lastReply, this.#log().first()].map((part) => part.boundingBox()),
    );
    const [left, first, last, right] = boxes;
    if (!left || !first || !last || !right) throw new Error('nothing to take a picture of');
    const x = left.x + left.width;
    const y = first.y - ABOVE;
    const height = Math.min(last.y + last.height + BELOW - y, HIGHEST_PICTURE);
    const clip = { x, y, width: right.x - x - BESIDE, height };
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), clip });
    await this.page.setViewportSize(WINDOW);
  }

  async #write(text: string): Promise<void> {
    await this.page.getByRole('textbox').first().click();
    await this.page.keyboard.type(text);
  }

  /**
   * Does something that sends activities to the bot, waits until it has handled them, and counts what it sent meanwhile.
   *
   * @param before how many replies the page shows before they come
   */
  async #count(action: () => Promise<unknown>, activities = 1, before?: number): Promise<number> {
    const shown = before ?? (await this.replies.count());
    const [handled, sent] = await Promise.all([this.#handled().count(), this.#sent().count()]);
    await action();
    await this.#handled()
      .nth(handled + activities - 1)
      .waitFor();
    const count = (await this.#sent().count()) - sent;
    if (count > 0 && this.#seesReplies) await this.replies.nth(shown + count - 1).waitFor();
    return count;
  }

  #log(): Locator {
    return this.page.locator('[contenteditable][spellcheck="false"] > div');
  }

  /** Lines of the log about activities that the bot has handled. */
  #handled(): Locator {
    return this.#log().filter({ hasText: /Playground\s*(?:->|→)\s*User Application/ });
  }

  /** Lines of the log about messages of the bot. */
  #sent(): Locator {
    return this.#log().filter({ hasText: /User Application\s*(?:->|→)\s*Microsoft/ });
  }

  #note(frame: string): void {
    if (!frame.startsWith('{"action":"createMessage"')) return;
    const { message } = JSON.parse(frame) as {
      message: { text?: string; attachments: readonly { content: { fallbackText?: string } }[] };
    };
    this.received.push(message.text ?? message.attachments[0]?.content.fallbackText ?? '');
  }
}

/** The Playground asks the network for a typeface and little else. It gets another one instead, and nothing leaves the machine. */
async function standIn(route: Route): Promise<void> {
  const request = route.request();
  if (request.resourceType() !== 'font') return route.abort();
  const weight = /bold/.test(request.url()) ? '700Bold' : '400Regular';
  const body = readFileSync(
    join(ROOT, `node_modules/@expo-google-fonts/atkinson-hyperlegible/${weight}/AtkinsonHyperlegible_${weight}.ttf`),
  );
  return route.fulfill({ body, contentType: 'font/ttf', headers: { 'access-control-allow-origin': '*' } });
}
