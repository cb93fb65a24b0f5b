import { escapeHtml } from '../../shared/html.ts';
import type { Language } from '../../shared/level.ts';
import { Asset, type AssetOptions } from '../http/asset.ts';

/** The pages that every page leads to. */
export type PageAddress = '/' | '/vragen' | '/gesprek' | '/privacy' | '/voorwaarden';

/** What a page fills in; the rest is the same on every page. */
export interface Page {
  language: Language;
  /** Under which of the site's pages it belongs. */
  at: PageAddress;
  /** Name of the page in the browser's tab and in search results. */
  title: string;
  /** What search results say about it; none for a page that no search should find. */
  description?: string;
  /** Addresses of its style sheets. */
  styles: readonly string[];
  /** More elements for its head. */
  head?: readonly string[];
  /** What stands in `<main>`. */
  main: string;
}

const WORDS = {
  nl: {
    skip: 'Naar de inhoud',
    site: 'Hoofdmenu',
    questions: { href: '/vragen', text: 'Alle vragen' },
    conversation: { href: '/gesprek', text: 'Gesprek' },
    privacy: { href: '/privacy', text: 'Privacy' },
    terms: { href: '/voorwaarden', text: 'Voorwaarden' },
    about: 'Algemene uitleg, geen juridisch of medisch advies. Dit is een computerprogramma.',
    danger:
      'In levensgevaar: bel <a href="tel:112">112</a>. Denk je aan zelfdoding: bel <a href="tel:113">113</a> of <a href="tel:08000113">0800-0113</a>.',
  },
  en: {
    skip: 'Skip to content',
    site: 'Main menu',
    questions: { href: '/vragen/english', text: 'All questions' },
    conversation: { href: '/gesprek', text: 'Conversation' },
    privacy: { href: '/privacy/english', text: 'Privacy' },
    terms: { href: '/voorwaarden/english', text: 'Terms of use' },
    about: 'General information, not legal or medical advice. This is a computer program.',
    danger:
      'In danger of life: call <a href="tel:112">112</a>. Thinking of suicide: call <a href="tel:113">113</a> or <a href="tel:08000113">0800-0113</a>.',
  },
} as const;

/** A whole HTML document: the site's head, menu and foot around a page. */
export function pageHtml({ language, at, title, description, styles, head = [], main }: Page): string {
  const words = WORDS[language];
  const links = [menuLink(words.questions, at === '/vragen'), menuLink(words.conversation, at === '/gesprek')];
  const aboutLinks = [menuLink(words.privacy, at === '/privacy'), menuLink(words.terms, at === '/voorwaarden')];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${[
  ...(description === undefined ? [] : [`<meta name="description" content="${escapeHtml(description)}">`]),
  '<link rel="icon" href="/icon.svg" type="image/svg+xml">',
  ...styles.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`),
  ...head,
].join('\n')}
</head>
<body>
<a class="skip" href="#pagina">${words.skip}</a>
<header class="site">
<a class="brand" href="/"><img src="/icon.svg" alt="" width="32" height="32">Spoor 2-assistent</a>
<nav aria-label="${words.site}">
${links.join('\n')}
</nav>
</header>
<main id="pagina" tabindex="-1">
${main}
</main>
<footer class="site">
<p class="danger">${words.danger}</p>
<p>${words.about}</p>
<p>${aboutLinks.join(' · ')}</p>
</footer>
</body>
</html>
`;
}

function menuLink({ href, text }: { href: string; text: string }, current: boolean): string {
  return `<a href="${href}"${current ? ' aria-current="page"' : ''}>${text}</a>`;
}

/** What a page of ours may load: style sheets and pictures of its own origin, and no scripts. */
export const CONTENT_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** A page to serve. @param policy its Content-Security-Policy, when it needs more than style sheets and pictures */
export function pageAsset(html: string, cache: AssetOptions['cache'], policy: string = CONTENT_POLICY): Asset {
  return new Asset(html, {
    type: 'text/html; charset=utf-8',
    cache,
    headers: { 'Content-Security-Policy': policy },
  });
}
