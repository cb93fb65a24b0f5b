import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Response, Server } from 'restify';
import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../../conversation/assistant.ts';
import { ask } from '../../conversation/ask.ts';
import { AUDIENCES } from '../../shared/audience.ts';
import { DEFAULT_LEVEL } from '../../shared/level.ts';
import { readForm } from '../http/body.ts';
import { handle } from '../http/server.ts';
import { homePage, type HomePage } from './home-page.ts';

/** `/`: one question at a time in a browser, without scripts and without anything kept. */
export function addHomeRoute(server: Server, assistant: Assistant, today: () => Temporal.PlainDate): void {
  const messages = assistant.knowledge.messages[DEFAULT_LEVEL];
  const style = readFileSync(join(import.meta.dirname, 'home.css'));
  const show = (res: Response, page: HomePage) => {
    res.sendRaw(200, homePage(page, messages), { 'Content-Type': 'text/html; charset=utf-8' });
  };
  server.get(
    '/',
    handle((_req, res) => {
      show(res, { question: '', replies: [] });
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
      const question = form.get('vraag') ?? '';
      const audience = AUDIENCES.find((one) => one === form.get('wie'));
      const { replies } = ask({ text: question, audience }, today(), assistant);
      show(res, { question, audience, replies });
    }),
  );
}
