import type { Server } from 'restify';
import type { Language } from '../../shared/level.ts';
import { addAsset } from '../http/asset.ts';
import { aboutPage, type AboutWords } from './about-page.ts';
import type { Operator } from './operator.ts';
import { pageAsset, type PageAddress } from './page.ts';
import { privacyWords } from './privacy-words.ts';
import { addStyleSheet } from './style-sheet.ts';
import { termsWords } from './terms-words.ts';

const PAGES: readonly {
  at: PageAddress;
  addresses: Readonly<Record<Language, string>>;
  words: (operator: Operator, language: Language) => AboutWords;
}[] = [
  { at: '/privacy', addresses: { nl: '/privacy', en: '/privacy/english' }, words: privacyWords },
  { at: '/voorwaarden', addresses: { nl: '/voorwaarden', en: '/voorwaarden/english' }, words: termsWords },
];

/**
 * `/privacy` and `/voorwaarden`, in Dutch and English: what an app in Teams must name, and what everyone may know.
 *
 * @param siteStyle address of the style sheet of all pages
 */
export function addAboutRoutes(server: Server, operator: Operator, siteStyle: string): void {
  const styles = [siteStyle, addStyleSheet(server, 'about')];
  for (const { at, addresses, words } of PAGES)
    for (const language of ['nl', 'en'] as const) {
      const page = aboutPage({ addresses, at, language, words: words(operator, language), styles });
      const asset = pageAsset(page, 'short');
      addAsset(server, addresses[language], () => asset);
    }
}
