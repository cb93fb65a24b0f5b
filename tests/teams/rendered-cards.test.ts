import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/conversation/reply.ts';
import { REAL_KNOWLEDGE } from '../support/assistant.ts';
import { launchBrowser } from '../support/browser.ts';
import { actionsOf, activityOf, cardOf, everyPart, type Part } from './card-checks.ts';
import { lastReply } from './every-reply.ts';
import { RenderedCard } from './rendered-card.ts';

/** Width of the narrowest phone in use. CSS pixels. */
const NARROW = 320;

const words = REAL_KNOWLEDGE.messages['nl-B1'];

/** What leads to the question with several answers. */
const UP_TO_SEVERAL = ['termijnen', '12-3-2026', 'nee', 'nee'];

const CARDS: Readonly<Record<string, () => Reply>> = {
  answer: () => lastReply('nl-B1', 'Is spoor 2 verplicht?'),
  'answer in English': () => lastReply('en', 'How long does spoor 2 last?'),
  choice: () => lastReply('nl-B1', 'iets met de arbo of uwv'),
  'step with a date and a form': () => lastReply('nl-B1', 'termijnen'),
  'step with several': () => lastReply('nl-A2', ...UP_TO_SEVERAL),
  'outcome with table and picture': () => lastReply('nl-B1', 'termijnen 12-3-2026'),
  'all dates': () => lastReply('en', 'termijnen 12-3-2026', 'all dates'),
};

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe.each(Object.entries(CARDS))('a card in a client: %s', (_name, reply) => {
  let card: Part;
  let shown: RenderedCard;

  beforeAll(async () => {
    card = cardFor(reply());
    shown = await RenderedCard.show(browser, card, NARROW);
  });

  afterAll(async () => {
    await shown.close();
  });

  it('is taken by the library without a remark', () => {
    expect(shown.complaints).toEqual([]);
  });

  it('shows every button, and all texts but those behind one', async () => {
    const text = await shown.visibleText();
    const open = textsOf(card, false).filter((part) => !text.includes(part));
    expect(open).toEqual([]);
    for (const { title } of actionsOf(card)) expect(await shown.button(String(title)).isVisible()).toBe(true);
  });

  it('says each picture in words', async () => {
    for (const { altText } of everyPart(card).filter(({ type }) => type === 'Image'))
      expect(await shown.card.getByAltText(String(altText), { exact: true }).count()).toBe(1);
  });

  it('is no wider than a narrow phone', async () => {
    expect(await shown.overflow()).toBe(0);
  });

  it('sends the data of the button that is pressed, and of no other', async () => {
    for (const { title, data } of submits(card)) expect(await shown.press(String(title))).toMatchObject(data as Part);
  });

  it('shows everything once what can be opened is open, and is still no wider', async () => {
    const behind = actionsOf(card).filter(({ type }) => type !== 'Action.Submit' && type !== 'Action.OpenUrl');
    for (const { title } of behind) await shown.button(String(title)).click();
    const text = await shown.visibleText();
    expect(textsOf(card, true).filter((part) => !text.includes(part))).toEqual([]);
    expect(await shown.overflow()).toBe(0);
  });
});

describe('what is filled in beside a button', () => {
  it('is sent along: a date', async () => {
    const shown = await RenderedCard.show(browser, cardFor(lastReply('nl-B1', 'termijnen')));
    await shown.card.locator('input[type=date]').first().fill('2026-03-12');
    expect(await shown.press(words.dialog.next)).toMatchObject({ date: '2026-03-12' });
    await shown.close();
  });

  it('is sent along: several choices', async () => {
    const shown = await RenderedCard.show(browser, cardFor(lastReply('nl-B1', ...UP_TO_SEVERAL)));
    const boxes = shown.card.getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    expect(await shown.press(words.dialog.next)).toMatchObject({ choice: '1,2' });
    await shown.close();
  });

  it('is sent along: a form', async () => {
    const shown = await RenderedCard.show(browser, cardFor(lastReply('nl-B1', 'termijnen')));
    await shown.button(words.dialog.form).click();
    await shown.card.locator('input[type=date]').last().fill('2026-03-12');
    const sent = (await shown.press(words.dialog.formSubmit)) as Part;
    expect(Object.values(sent)).toContain('2026-03-12');
    await shown.close();
  });
});

function cardFor(reply: Reply): Part {
  const card = cardOf(activityOf(reply));
  if (card === undefined) throw new Error('the reply is no card');
  return card;
}

/** The buttons of a card that send something; what opens within it is not among them. */
function submits(card: Part): Part[] {
  return actionsOf(card).filter(({ type }) => type === 'Action.Submit');
}

/** What a card says. @param isOpen true with what is behind a button */
function textsOf(card: Part, isOpen: boolean): string[] {
  return everyPart(shownParts(card, isOpen)).flatMap(({ type, text, label, choices, style }) => [
    ...(type === 'TextBlock' ? lines(String(text)) : []),
    ...(typeof label === 'string' ? [label] : []),
    ...(Array.isArray(choices) && style === 'expanded' ? choices.map((one) => String((one as Part)['title'])) : []),
  ]);
}

/** A card without what stands instead for older clients, and without what is behind a button unless that is open. */
function shownParts(part: unknown, isOpen: boolean): unknown {
  if (Array.isArray(part)) return part.map((one) => shownParts(one, isOpen));
  if (typeof part !== 'object' || part === null) return part;
  if ((part as Part)['isVisible'] === false && !isOpen) return {};
  const kept = Object.entries(part).filter(([name]) => name !== 'fallback' && (isOpen || name !== 'card'));
  return Object.fromEntries(kept.map(([name, value]) => [name, shownParts(value, isOpen)]));
}

function lines(text: string): string[] {
  return text
    .split(/[\r\n]+/u)
    .map((line) =>
      line
        .replace(/^- /u, '')
        .replaceAll('**', '')
        .replaceAll(/\[([^[\]]*)\]\([^)]*\)/gu, '$1')
        .replaceAll(/\s+/gu, ' ')
        .trim(),
    )
    .filter((line) => line !== '');
}
