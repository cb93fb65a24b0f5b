import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response, Server } from 'restify';
import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../../conversation/assistant.ts';
import { newSession, reviveSession, type Session } from '../../conversation/session.ts';
import { turn } from '../../conversation/turn.ts';
import type { DocumentLinks, PlanAddresses } from '../documents.ts';
import { readForm } from '../http/body.ts';
import { handle } from '../http/server.ts';
import { homePage, type HomePage } from './home-page.ts';

/** `/`: a conversation in a browser without scripts. What it remembers travels in the page's form; nothing is kept. */
export function addHomeRoute(
  server: Server,
  assistant: Assistant,
  addresses: PlanAddresses,
  today: () => Temporal.PlainDate,
): void {
  const messages = assistant.knowledge.messages;
  const style = readFileSync(join(import.meta.dirname, 'home.css'));
  const links: DocumentLinks = (documents, level) => addresses.links(documents, level, new Date());
  const show = (res: Response, page: HomePage) => {
    const html = homePage(page, messages[page.session.level], links);
    res.sendRaw(200, html, { 'Content-Type': 'text/html; charset=utf-8' });
  };
  server.get(
    '/',
    handle((_req, res) => {
      show(res, { message: '', session: newSession(), replies: [] });
    }),
  );
  server.get(
    '/home.css',
    handle((_req, res) => {
      res.sendRaw(200, style, { 'Content-Type': 'text/css; charset=utf-8' });
    }),
  );
  server.post(
    '/',
    handle(async (req, res) => {
      const form = await readForm(req);
      const message = form.get('vraag') ?? '';
      const { replies, session } = turn({ text: message }, sessionOf(form.get('gesprek')), today(), assistant);
      show(res, { message, session, replies });
    }),
  );
}

/** The session in a page's form; a new one when there is none, or one that was tampered with. */
function sessionOf(field: string | null): Session {
  try {
    return reviveSession(JSON.parse(field ?? ''));
  } catch {
    return newSession();
  }
}
