import type { Response, Server } from 'restify';
import { escapeHtml } from '../../shared/html.ts';
import type { ConversationKey } from '../../store/conversation-store.ts';
import { DATA_FILE, type DataAddresses } from '../data-addresses.ts';
import { handle } from '../http/server.ts';
import type { PersonalData } from '../personal-data.ts';
import { CONTENT_POLICY, pageHtml } from './page.ts';

/** How people get at what is stored of them. */
export interface PersonalDataDoor {
  addresses: DataAddresses;
  /** Reads the store. */
  collect: (key: ConversationKey, now: Date) => Promise<PersonalData>;
}

/** Never from a cache, and no search finds it. */
const PRIVATE = { 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' };

const GONE = {
  expired: {
    nl: 'Deze link is verlopen',
    en: 'This link has expired',
  },
  invalid: {
    nl: 'Deze link klopt niet',
    en: 'This link is not right',
  },
} as const;

/**
 * `/d/.../mijn-gegevens.json`: all that is stored of a conversation at the moment of asking, for who was given the address.
 *
 * @param collect reads the store
 * @param siteStyle address of the style sheet of all pages
 */
export function addDataRoute(
  server: Server,
  addresses: DataAddresses,
  collect: (key: ConversationKey, now: Date) => Promise<PersonalData>,
  siteStyle: string,
): void {
  server.get(
    `/d/:token/${DATA_FILE}`,
    handle(async (req, res) => {
      const { token } = req.params as { token: string };
      const now = new Date();
      const opened = addresses.open(token, now);
      if (opened.kind !== 'ok') {
        sendGone(res, opened.kind, siteStyle);
        return;
      }
      const body = `${JSON.stringify(await collect(opened.key, now), undefined, 2)}\n`;
      res.sendRaw(200, body, {
        ...PRIVATE,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Disposition': `attachment; filename="${DATA_FILE}"`,
      });
    }),
  );
}

function sendGone(res: Response, why: keyof typeof GONE, siteStyle: string): void {
  const { nl, en } = GONE[why];
  const page = pageHtml({
    language: 'nl',
    at: '/privacy',
    title: `${nl} – Spoor 2-assistent`,
    styles: [siteStyle],
    main: `<h1>${escapeHtml(nl)}</h1>
<p>Typ “mijn gegevens” in je gesprek met de assistent. Dan krijg je een nieuwe link. Hij werkt een uur.</p>
<section lang="en">
<h2>${escapeHtml(en)}</h2>
<p>Type “my data” in your conversation with the assistant. Then you get a new link. It works for an hour.</p>
</section>`,
  });
  res.sendRaw(404, page, {
    ...PRIVATE,
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': CONTENT_POLICY,
  });
}
