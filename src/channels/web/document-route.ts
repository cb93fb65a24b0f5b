import type { Response, Server } from 'restify';
import type { Temporal } from 'temporal-polyfill';
import { calendar, calendarRows } from '../../documents/calendar.ts';
import { withoutRepeats } from '../../documents/make-plan.ts';
import { PLAN_PAGE_CSS, planPage } from '../../documents/plan-page.ts';
import { timelineSvg } from '../../documents/timeline-picture.ts';
import { addAsset, Asset } from '../http/asset.ts';
import { HttpProblem } from '../http/problem.ts';
import { handle } from '../http/server.ts';
import { DOCUMENT_FILES, type PlanAddresses } from '../documents.ts';

/**
 * `/d/...`: the calendar file, the picture and the page of a sealed plan.
 *
 * @param isOff whether dates are switched off for now, as they may be wrong
 */
export function addDocumentRoutes(
  server: Server,
  addresses: PlanAddresses,
  today: () => Temporal.PlainDate,
  isOff: () => boolean = () => false,
): void {
  const style = new Asset(PLAN_PAGE_CSS, { type: 'text/css; charset=utf-8', cache: 'short' });
  addAsset(server, '/plan.css', () => style);
  server.get(
    '/d/:token/:file',
    handle(async (req, res) => {
      const { token, file } = req.params as { token: string; file: string };
      if (isOff())
        throw new HttpProblem(503, 'Deze datums worden nagekeken.', 'Probeer het later nog eens.', { retryAfter: 60 });
      const opened = addresses.open(token, today(), new Date());
      // What to do is said in the language of most readers: who opens an old address sees no other page.
      if (opened.kind === 'expired')
        throw new HttpProblem(
          410,
          'Deze link is verlopen.',
          'Reken de datums opnieuw uit; dan krijg je een nieuwe link.',
        );
      const { plan } = opened.kind === 'ok' ? opened : { plan: undefined };
      if (plan === undefined)
        throw new HttpProblem(404, 'Deze link klopt niet.', 'Kopieer de hele link, of reken de datums opnieuw uit.');
      switch (file) {
        case DOCUMENT_FILES.calendar:
          if (calendarRows(plan).length === 0)
            throw new HttpProblem(404, 'Alle datums zijn voorbij.', 'Er is niets om in een agenda te zetten.');
          send(res, calendar(plan, new Date()), 'text/calendar; charset=utf-8', file);
          return;
        case DOCUMENT_FILES.picture:
          send(res, timelineSvg(withoutRepeats(plan)), 'image/svg+xml; charset=utf-8');
          return;
        case DOCUMENT_FILES.bitmap: {
          // Loaded when first needed: most conversations ask for no picture.
          const { PNG_TIMELINE_WIDTH, timelinePng } = await import('../../documents/timeline-png.ts');
          const svg = timelineSvg(withoutRepeats(plan), { width: PNG_TIMELINE_WIDTH });
          send(res, timelinePng(svg), 'image/png');
          return;
        }
        case DOCUMENT_FILES.page: {
          const links = { calendar: DOCUMENT_FILES.calendar, picture: DOCUMENT_FILES.bitmap };
          send(res, planPage(withoutRepeats(plan), { ...links, stylesheet: '/plan.css' }), 'text/html; charset=utf-8');
          return;
        }
        default: {
          // One date: the file has the name of its row.
          const row = plan.rows.find(({ id }) => `${id}.ics` === file);
          if (row !== undefined) {
            send(res, calendar(plan, new Date(), [row.id]), 'text/calendar; charset=utf-8', file);
            return;
          }
          throw new HttpProblem(404, 'Deze link klopt niet.', 'Kopieer de hele link, of reken de datums opnieuw uit.');
        }
      }
    }),
  );
}

function send(res: Response, body: string | Uint8Array, type: string, download?: string): void {
  res.sendRaw(200, typeof body === 'string' ? body : Buffer.from(body), {
    'Content-Type': type,
    'X-Robots-Tag': 'noindex',
    // A chat on another site shows the picture.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    ...(download !== undefined && { 'Content-Disposition': `attachment; filename="${download}"` }),
  });
}
