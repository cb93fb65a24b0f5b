import type { Citation } from '../../knowledge/knowledge.ts';
import { escapeHtml, linkHtml, markdownHtml } from '../../shared/html.ts';
import type { Language } from '../../shared/level.ts';
import { pageHtml, type PageAddress } from './page.ts';

/** A page about the assistant itself, in one language. */
export interface AboutWords {
  title: string;
  lead: string;
  parts: readonly AboutPart[];
}

export interface AboutPart {
  title: string;
  /** In the assistant's small Markdown. */
  text: string;
  /** What follows the text, each on a line of its own. */
  links?: readonly Citation[];
}

export interface AboutPage {
  /** Where the page stands in each language. */
  addresses: Readonly<Record<Language, string>>;
  at: PageAddress;
  language: Language;
  words: AboutWords;
  /** Addresses of style sheets. */
  styles: readonly string[];
}

const OTHER: Readonly<Record<Language, { language: Language; name: string }>> = {
  nl: { language: 'en', name: 'Read this page in English' },
  en: { language: 'nl', name: 'Lees deze pagina in het Nederlands' },
};

/** A page that people read before they trust the assistant, with the way to the other language. */
export function aboutPage({ addresses, at, language, words, styles }: AboutPage): string {
  const other = OTHER[language];
  return pageHtml({
    language,
    at,
    title: `${words.title} – Spoor 2-assistent`,
    styles,
    main: `<h1>${escapeHtml(words.title)}</h1>
<p class="lead">${escapeHtml(words.lead)}</p>
<p><a href="${addresses[other.language]}" lang="${other.language}" hreflang="${other.language}" rel="alternate">${other.name}</a></p>
${words.parts.map(partHtml).join('\n')}`,
  });
}

function partHtml({ title, text, links = [] }: AboutPart): string {
  const items = links.map((link) => `<li>${linkHtml(link.title, link.url)}</li>`);
  return `<section>
<h2>${escapeHtml(title)}</h2>
${markdownHtml(text)}
${items.length === 0 ? '' : `<ul>${items.join('\n')}</ul>\n`}</section>`;
}
