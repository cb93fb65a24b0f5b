import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttpServer } from '../../src/channels/http/server.ts';
import { questionsPage, type QuestionsPage } from '../../src/channels/web/questions-page.ts';
import { QUESTION_ADDRESSES } from '../../src/channels/web/questions-words.ts';
import { SUGGESTIONS } from '../../src/channels/web/suggestions.ts';
import { GROUP_TITLES, groupTopics } from '../../src/channels/web/topic-groups.ts';
import { addWidgetFiles } from '../../src/channels/web/widget-files.ts';
import { newSession } from '../../src/conversation/session.ts';
import { turn } from '../../src/conversation/turn.ts';
import { answerFor, citations, titleAt } from '../../src/knowledge/knowledge.ts';
import { KNOWLEDGE_FOLDER } from '../../src/knowledge/load.ts';
import { AUDIENCES } from '../../src/shared/audience.ts';
import { escapeHtml, markdownHtml } from '../../src/shared/html.ts';
import { LEVELS } from '../../src/shared/level.ts';
import { REAL_KNOWLEDGE, realAssistant, SMALL_KNOWLEDGE, TODAY } from '../support/assistant.ts';
import { Product } from '../support/product.ts';

const PAGES = ['/', '/gesprek', ...Object.values(QUESTION_ADDRESSES)];

let product: Product;

beforeAll(async () => {
  product = await Product.start();
});

afterAll(() => product.remove());

const get = (path: string, headers: Record<string, string> = {}) => fetch(product.url + path, { headers });
const html = async (path: string) => (await get(path)).text();

function unescape(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

const attributes = (page: string, name: string) =>
  [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value = '']) => unescape(value));

describe.each(LEVELS)('all questions at %s', (level) => {
  const path = QUESTION_ADDRESSES[level];
  let page: string;

  beforeAll(async () => {
    page = await html(path);
  });

  /** The part of the page about a topic or signpost. */
  const article = (id: string) => page.split(`<article id="${id}">`)[1]?.split('</article>')[0] ?? '';

  it('has every topic with the answer for each side and its sources', () => {
    for (const topic of REAL_KNOWLEDGE.topics) {
      const shown = article(topic.id);
      expect(shown).toContain(escapeHtml(titleAt(topic, level)));
      for (const audience of AUDIENCES) expect(shown).toContain(markdownHtml(answerFor(topic, audience, level).text));
      for (const { title } of citations(topic, REAL_KNOWLEDGE.sources)) expect(shown).toContain(escapeHtml(title));
    }
  });

  it('has every subject that others answer, with their addresses', () => {
    for (const signpost of REAL_KNOWLEDGE.signposts) {
      const shown = article(signpost.id);
      expect(shown).toContain(markdownHtml(signpost.text[level]));
      for (const { name } of signpost.addresses) expect(shown).toContain(escapeHtml(name));
    }
  });

  it('tells search engines each question with its answer', () => {
    const script = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    expect(script).not.toContain('<');
    const data = JSON.parse(script) as {
      '@type': string;
      mainEntity: { '@type': string; name: string; acceptedAnswer: { '@type': string; text: string } }[];
    };
    expect(data['@type']).toBe('FAQPage');
    expect(data.mainEntity.map(({ name }) => name).sort()).toEqual(
      REAL_KNOWLEDGE.topics.map((topic) => titleAt(topic, level)).sort(),
    );
    for (const topic of REAL_KNOWLEDGE.topics) {
      const question = data.mainEntity.find(({ name }) => name === titleAt(topic, level));
      for (const audience of AUDIENCES)
        expect(question?.acceptedAnswer.text).toContain(markdownHtml(answerFor(topic, audience, level).text));
    }
  });

  it('is written in its language and leads to the other levels', () => {
    expect(page).toContain(`<html lang="${level === 'en' ? 'en' : 'nl'}">`);
    for (const other of Object.values(QUESTION_ADDRESSES)) expect(attributes(page, 'href')).toContain(other);
    expect(page).toContain('<meta name="description"');
    expect(page).not.toContain('noindex');
  });

  it('is kept for ten minutes, and not sent again when nothing changed', async () => {
    const first = await get(path);
    expect(first.headers.get('cache-control')).toBe('public, max-age=600');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]+"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const again = await get(path, { 'if-none-match': known });
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(tag);
      expect(await again.text()).toBe('');
    }
    expect((await get(path, { 'if-none-match': '"other"' })).status).toBe(200);
  });
});

describe('a page with all questions', () => {
  const page = (changes: Partial<QuestionsPage> = {}) =>
    questionsPage({
      knowledge: SMALL_KNOWLEDGE,
      groups: groupTopics(SMALL_KNOWLEDGE.topics, new Map(), 'nl'),
      level: 'nl-B1',
      today: TODAY,
      styles: [],
      publicUrl: undefined,
      ...changes,
    });

  it('names its own address only when the server knows it', () => {
    expect(page()).not.toContain('canonical');
    const known = page({ level: 'en', publicUrl: 'https://spoor2.example' });
    expect(known).toContain('<link rel="canonical" href="https://spoor2.example/vragen/english">');
    expect(known).toContain('hreflang="nl" href="https://spoor2.example/vragen"');
  });

  it('says which answers had to be reviewed again', () => {
    const { reviewDue } = SMALL_KNOWLEDGE.messages['nl-B1'];
    expect(page()).not.toContain(reviewDue);
    expect(page({ today: Temporal.PlainDate.from('2027-05-23') })).toContain(reviewDue);
  });

  it('says that an answer is not written at its level', () => {
    const english = page({ level: 'en' });
    expect(english).toContain(SMALL_KNOWLEDGE.messages.en.otherLevelOnly);
    expect(english).toContain('<div lang="nl"><p>Spoor 2 duurt een tijd.</p></div>');
  });

  it('has a title for every folder of topics, and shows one that has none yet', () => {
    const folders = readdirSync(KNOWLEDGE_FOLDER, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
      .map(({ name }) => name);
    expect(Object.keys(GROUP_TITLES).sort()).toEqual(folders.sort());
    const [group] = groupTopics(SMALL_KNOWLEDGE.topics.slice(0, 1), new Map([['begin', 'nieuw-onderwerp']]), 'nl');
    expect(group).toMatchObject({ title: 'nieuw onderwerp', topics: [{ id: 'begin' }] });
  });
});

describe('the demo page', () => {
  const assistant = realAssistant();

  it('asks what it suggests, and leads to the answer without scripts', async () => {
    const page = await html('/');
    const links = [...page.matchAll(/<a href="([^"]+)" data-spoor2-question="([^"]+)"/g)];
    expect(links.map(([, href = '', question = '']) => [unescape(href), unescape(question)])).toEqual(
      SUGGESTIONS.flatMap(({ suggestions }) => suggestions.map(({ href, question }) => [href, question])),
    );
    expect(links.length).toBeGreaterThanOrEqual(6);
    for (const [, href = '', question = ''] of links) {
      const { outcome, session } = turn({ text: unescape(question) }, newSession(), TODAY, assistant);
      const topic = href.split('#')[1];
      if (topic !== undefined) {
        expect(outcome).toMatchObject({ decision: 'answer', topics: [topic] });
        // At once, without asking who is asking.
        expect(session.answered).toEqual([topic]);
      } else if (href === '/gesprek') expect(session.dialog?.active).toBe(true);
      else expect(QUESTION_ADDRESSES[session.level]).toBe(href);
    }
  });

  it('loads the widget, and works without it', async () => {
    const page = await html('/');
    expect(page).toContain('<script src="/widget.js" data-name="Spoor 2-assistent" defer></script>');
    expect(page).toMatch(/<noscript>.*href="\/gesprek".*<\/noscript>/);
    expect(page).toContain('ALLOWED_ORIGINS');
  });

  it('allows scripts, styles and connections of its own origin only', async () => {
    const policy = (await get('/')).headers.get('content-security-policy');
    expect(policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
  });

  it('shows the line for another site with the address of the server', async () => {
    const other = await Product.start({ PUBLIC_URL: 'https://spoor2.example' });
    try {
      const page = await (await fetch(`${other.url}/`)).text();
      expect(page).toContain(escapeHtml('<script src="https://spoor2.example/widget.js" data-name'));
    } finally {
      await other.remove();
    }
  });
});

describe('every page', () => {
  it.each(PAGES)('%s leads to places that exist', async (path) => {
    const page = await html(path);
    const targets = attributes(page, 'href').filter((href) => /^[/#]/.test(href));
    const byAddress = Map.groupBy(new Set(targets), (target) => target.split('#')[0] ?? '');
    expect(byAddress.size).toBeGreaterThan(3);
    for (const [address, links] of byAddress) {
      const response = await get(address === '' ? path : address);
      expect(response.status, address).toBe(200);
      const ids = attributes(await response.text(), 'id');
      const anchors = links.flatMap((link) => link.split('#')[1] ?? []);
      expect(anchors.filter((anchor) => !ids.includes(anchor))).toEqual([]);
    }
  });

  it.each(PAGES)(
    '%s has one main heading, a way past the menu, no id twice and the numbers for danger',
    async (path) => {
      const page = await html(path);
      expect(page.match(/<h1[ >]/g)).toHaveLength(1);
      expect(page.match(/<main[ >]/g)).toHaveLength(1);
      expect(page).toContain('<a class="skip" href="#pagina">');
      const ids = attributes(page, 'id');
      expect(ids).toEqual([...new Set(ids)]);
      for (const number of ['112', '113', '08000113']) expect(page).toContain(`href="tel:${number}"`);
    },
  );

  it.each(PAGES)('%s has no style or script in it that its policy would refuse', async (path) => {
    const response = await get(path);
    const page = await response.text();
    expect(page).not.toMatch(/ style="|<style| on[a-z]+="|<script>/);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    if (path !== '/') expect(response.headers.get('content-security-policy')).not.toContain('script-src');
  });

  it.each(['/', '/gesprek'])('%s is not kept', async (path) => {
    const response = await get(path);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('etag')).toBeNull();
  });

  it.each(['br', 'gzip'])('comes compressed as %s, and is the same', async (encoding) => {
    for (const path of [...PAGES, '/site.css', '/plan.css']) {
      const plain = await get(path, { 'accept-encoding': 'identity' });
      const packed = await get(path, { 'accept-encoding': encoding });
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(packed.headers.get('content-encoding')).toBe(encoding);
      expect(packed.headers.get('vary')).toBe('Accept-Encoding');
      expect(Number(packed.headers.get('content-length'))).toBeLessThan(Number(plain.headers.get('content-length')));
      expect(await packed.text()).toBe(await plain.text());
    }
  });

  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['gzip;q=0, *;q=0', null],
    ['deflate', null],
  ])('takes a browser that accepts %j at its word', async (accepted, encoding) => {
    const response = await get('/vragen', { 'accept-encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(await response.text()).toContain('</html>');
  });

  it.each([...PAGES, '/site.css', '/robots.txt', '/icon.svg'])(
    '%s says what it is without sending it',
    async (path) => {
      const [whole, head] = [await get(path), await fetch(product.url + path, { method: 'HEAD' })];
      expect(head.status).toBe(200);
      expect(await head.text()).toBe('');
      for (const name of ['content-type', 'content-length', 'cache-control', 'etag'])
        expect(head.headers.get(name)).toBe(whole.headers.get(name));
    },
  );

  it('does not take an address that does not exist for another', async () => {
    for (const path of ['/vragen/duits', '/home.css', '/gesprek/1', '/widget/other.js'])
      expect((await get(path)).status).toBe(404);
  });
});

describe('style sheets, icon and rules for robots', () => {
  it('keep style sheets for good, under an address that changes with them', async () => {
    for (const href of attributes(await html('/'), 'href').filter((one) => one.includes('.css'))) {
      expect(href).toMatch(/\?v=[\w-]{8,}$/);
      expect((await get(href)).headers.get('cache-control')).toContain('immutable');
    }
  });

  it('let robots read the pages, and no plan of a person', async () => {
    const robots = await html('/robots.txt');
    for (const line of ['Allow: /', 'Disallow: /d/', 'Disallow: /v1/', 'Disallow: /v3/'])
      expect(robots.split('\n')).toContain(line);
  });
});

describe('the scripts of the widget', () => {
  const scriptOf = (name: string) => `export const name = '${name}';`;
  const versionOf = (name: string) => createHash('sha256').update(scriptOf(name)).digest('hex').slice(0, 12);

  it('say how to make them as long as they are not built, and are then for pages of any site', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spoor2-widget-'));
    const server = createHttpServer(pino({ level: 'silent' }));
    addWidgetFiles(server, folder);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        resolve();
      });
    });
    const url = `http://127.0.0.1:${server.address().port}`;
    try {
      for (const [name, path, cache] of [
        ['widget.js', '/widget.js', 'public, max-age=600'],
        ['panel.js', `/widget/panel.js?v=${versionOf('panel.js')}`, 'public, max-age=31536000, immutable'],
        ['panel.js', '/widget/panel.js?v=0123456789ab', 'no-store'],
      ] as const) {
        if (!existsSync(join(folder, name))) {
          const missing = await fetch(url + path);
          expect(missing.status).toBe(503);
          expect(missing.headers.get('cache-control')).toBe('no-store');
          expect(await missing.text()).toContain('npm run build:widget');
          writeFileSync(join(folder, name), scriptOf(name));
        }
        const script = await fetch(url + path);
        expect(await script.text()).toContain(name);
        expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
        expect(script.headers.get('cache-control')).toBe(cache);
        expect(script.headers.get('access-control-allow-origin')).toBe('*');
        expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      }
    } finally {
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
      rmSync(folder, { recursive: true });
    }
  });
});
