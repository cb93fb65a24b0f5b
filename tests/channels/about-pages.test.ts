import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AboutWords } from '../../src/channels/web/about-page.ts';
import { contactLinks, type Operator } from '../../src/channels/web/operator.ts';
import { privacyWords } from '../../src/channels/web/privacy-words.ts';
import { termsWords } from '../../src/channels/web/terms-words.ts';
import { newSession } from '../../src/conversation/session.ts';
import { turn } from '../../src/conversation/turn.ts';
import { escapeHtml } from '../../src/shared/html.ts';
import { smallAssistant, TODAY } from '../support/assistant.ts';
import { Product } from '../support/product.ts';

const PAGES = [
  ['/privacy', 'nl', '/privacy/english'],
  ['/privacy/english', 'en', '/privacy'],
  ['/voorwaarden', 'nl', '/voorwaarden/english'],
  ['/voorwaarden/english', 'en', '/voorwaarden'],
] as const;

const NAME = 'Bureau <Vooruit> & Co';

const ENVIRONMENT = {
  ORGANISATION_NAME: NAME,
  CONTACT_NAME: 'de balie',
  CONTACT_PHONE: '012-345',
  CONTACT_MAIL: 'privacy@bureau.example',
  CONTACT_URL: 'https://www.bureau.example/contact',
};

const OPERATORS: Readonly<Record<string, Operator>> = {
  'nothing is known of': {},
  'only the name is known of': { organisationName: NAME },
  'only a contact is known of': { contact: { mail: 'privacy@bureau.example' } },
};

let product: Product;

beforeAll(async () => {
  product = await Product.start(ENVIRONMENT);
});

afterAll(() => product.remove());

const html = async (path: string) => (await fetch(product.url + path)).text();

describe.each(PAGES)('%s', (path, language, other) => {
  it('is there for everyone, in its language, and leads to the other', async () => {
    const response = await fetch(product.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('cache-control')).toBe('public, max-age=600');
    const page = await response.text();
    expect(page).toContain(`<html lang="${language}">`);
    expect(page.match(/<h1[ >]/g)).toHaveLength(1);
    expect(page).toContain(`<a href="${other}" lang="${language === 'nl' ? 'en' : 'nl'}"`);
  });

  it('has no script, and no style that its policy would refuse', async () => {
    const response = await fetch(product.url + path);
    expect(await response.text()).not.toMatch(/<script|<style| style="| on[a-z]+="/);
    expect(response.headers.get('content-security-policy')).not.toMatch(/script-src|unsafe/);
  });

  it('leads to addresses that exist', async () => {
    const page = await html(path);
    const own = new Set([...page.matchAll(/ href="(\/[^"]*)"/g)].map(([, address = '']) => address));
    expect(own).toContain(other);
    for (const address of own) expect((await fetch(product.url + address)).status, address).toBe(200);
  });

  it('names who runs the assistant, and how to reach the contact', async () => {
    const page = await html(path);
    expect(page).toContain(escapeHtml(NAME));
    expect(page).not.toContain(NAME);
    for (const text of [
      'de balie',
      'href="tel:012345"',
      'href="mailto:privacy@bureau.example"',
      ENVIRONMENT.CONTACT_URL,
    ])
      expect(page).toContain(text);
  });
});

describe('every page', () => {
  it.each(['/', '/vragen', '/gesprek'])('%s leads to both', async (path) => {
    const page = await html(path);
    for (const address of ['/privacy', '/voorwaarden']) expect(page).toContain(`<a href="${address}">`);
  });

  it('leads to them in its own language', async () => {
    const page = await html('/vragen/english');
    for (const address of ['/privacy/english', '/voorwaarden/english']) expect(page).toContain(`<a href="${address}">`);
  });
});

describe.each(Object.entries(OPERATORS))('where %s who runs the assistant', (_name, operator) => {
  const named = operator.organisationName !== undefined;
  const reachable = operator.contact !== undefined;

  it.each([
    ['nl', privacyWords, /nog niet ingevuld bij wie/, /naam is hier nog niet ingevuld/],
    ['en', privacyWords, /Whom you can ask .* has not been filled in/, /name has not been filled in/],
    ['nl', termsWords, undefined, /is hier nog niet ingevuld/],
    ['en', termsWords, undefined, /has not been filled in here yet/],
  ] as const)('the page in %s says so, and invents nobody', (language, words, noContact, noName) => {
    const { parts } = words(operator, language);
    const text = parts.map((part) => part.text).join('\n');
    expect(noName.test(text)).toBe(!named);
    expect(text.includes(NAME)).toBe(named);
    if (noContact !== undefined) expect(noContact.test(text)).toBe(!reachable);
    expect(text).not.toContain('undefined');
    const links = parts.flatMap((part) => part.links ?? []).map(({ url }) => url);
    expect(links.some((url) => url?.startsWith('mailto:'))).toBe(reachable);
  });
});

describe('the words of the pages', () => {
  it('have the same parts in both languages', () => {
    const shape = ({ parts }: AboutWords) =>
      parts.map(({ text, links = [] }) => ({
        items: text.match(/^- /gm)?.length ?? 0,
        paragraphs: text.split('\n\n').length,
        links: links.map(({ url }) => url?.replace('/english', '')),
      }));
    for (const words of [privacyWords, termsWords]) expect(shape(words({}, 'en'))).toEqual(shape(words({}, 'nl')));
  });

  it.each([
    ['nl', 'vergeet mij'],
    ['en', 'forget me'],
  ] as const)('in %s name a command that deletes the conversation', (language, command) => {
    const said = privacyWords({}, language).parts.map(({ text }) => text);
    expect(said.join('\n')).toContain(`“${command}”`);
    expect(turn({ text: command }, newSession(), TODAY, smallAssistant()).effects).toEqual([{ kind: 'forget' }]);
  });
});

describe('the contact', () => {
  it.each([
    ['+31 (0)12 345', 'tel:+3112345'],
    ["012-345 (ook 's avonds)", 'tel:012345'],
  ])('is called at the right number: %s', (phone, url) => {
    expect(contactLinks({ contact: { phone } })).toEqual([{ title: phone, url }]);
  });

  it('is nobody when nobody is set', () => {
    expect(contactLinks({})).toEqual([]);
  });
});
