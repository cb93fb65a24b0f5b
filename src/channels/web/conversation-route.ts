import type { Request, Response, Server } from 'restify';
import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../../conversation/assistant.ts';
import { newSession, reviveSession, type Session } from '../../conversation/session.ts';
import { turn } from '../../conversation/turn.ts';
import type { DocumentLinks, PlanAddresses } from '../documents.ts';
import { readForm } from '../http/body.ts';
import { handle, useProblemForm } from '../http/server.ts';
import { conversationPage, type ConversationPage } from './conversation-page.ts';
import { pageAsset } from './page.ts';
import { problemPage } from './problem-page.ts';
import { addStyleSheet } from './style-sheet.ts';

/**
 * `/gesprek`: a conversation in a browser without scripts. What it remembers travels in the page's form; nothing is kept.
 *
 * @param siteStyle address of the style sheet of all pages
 */
export function addConversationRoute(
  server: Server,
  assistant: Assistant,
  addresses: PlanAddresses,
  today: () => Temporal.PlainDate,
  siteStyle: string,
): void {
  const messages = assistant.knowledge.messages;
  const styles = [siteStyle, addStyleSheet(server, 'conversation')];
  const links: DocumentLinks = (documents, level) => addresses.links(documents, level, new Date());
  const show = (req: Request, res: Response, page: ConversationPage) =>
    pageAsset(conversationPage(page, messages[page.session.level], links, styles), 'none').send(req, res);
  const empty = handle((req, res) => show(req, res, { message: '', session: newSession(), replies: [] }));
  useProblemForm(server, '/gesprek', problemPage(styles));
  server.get('/gesprek', empty);
  server.head('/gesprek', empty);
  server.post(
    '/gesprek',
    handle(async (req, res) => {
      const form = await readForm(req);
      const message = form.get('vraag') ?? '';
      const { replies, session } = turn({ text: message }, sessionOf(form.get('gesprek')), today(), assistant);
      await show(req, res, { message, session, replies });
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
