import type { Server } from 'restify';
import { z } from 'zod';
import { LEVELS, type Level } from '../../shared/level.ts';
import { parseBody, readOptionalJson } from '../http/body.ts';
import { HttpProblem } from '../http/problem.ts';
import { handle } from '../http/server.ts';
import { postedActivity, watermarkNumber } from './activity.ts';
import type { DirectLine } from './direct-line.ts';
import { DIRECT_LINE_PATH, WIDGET_TOKEN_PATH } from './paths.ts';
import type { Grant } from './tokens.ts';

const visitorRequest = z.object({ level: z.enum(LEVELS).optional(), resume: z.string().max(4_000).optional() });

const user = z.object({
  id: z.string().max(200).startsWith('dl_', 'an id that starts with dl_').optional(),
  name: z.string().max(200).optional(),
});
const trustedOrigins = z.array(z.string().max(300)).max(20).optional();
const generateRequest = z.object({ user: user.optional(), trustedOrigins });
const startRequest = z.object({
  // A client with a token cannot choose its id, so whatever it says here is not looked at.
  user: z.unknown().optional(),
  locale: z.string().max(100).optional(),
  trustedOrigins,
});

/** `/v3/directline/...` and `/widget/token`: Direct Line 3.0 over HTTP. */
export function addDirectLineRoutes(server: Server, directLine: DirectLine): void {
  server.post(
    WIDGET_TOKEN_PATH,
    handle(async (req, res) => {
      directLine.requireOrigin(req);
      const { level, resume } = parseBody(visitorRequest, await readOptionalJson(req), '{"level": "nl-B1"}');
      res.send(200, await directLine.welcomeVisitor(req, level, resume));
    }),
  );
  server.post(
    `${DIRECT_LINE_PATH}/tokens/generate`,
    handle(async (req, res) => {
      const caller = await directLine.caller(req);
      if (caller.kind !== 'program')
        throw new HttpProblem(403, 'Only a holder of the secret may make tokens.', 'Set DIRECTLINE_SECRET.');
      const body = parseBody(generateRequest, await readOptionalJson(req), '{"user": {"id": "dl_1"}}');
      res.send(200, await directLine.issue(directLine.newGrant(body.user?.id, body.trustedOrigins)));
    }),
  );
  server.post(
    `${DIRECT_LINE_PATH}/tokens/refresh`,
    handle(async (req, res) => {
      const caller = await directLine.caller(req);
      if (caller.kind === 'program')
        throw new HttpProblem(403, 'A secret cannot be refreshed.', 'Send a token.', { code: 'BadToken' });
      res.send(200, await directLine.issue(caller.grant));
    }),
  );
  server.post(
    `${DIRECT_LINE_PATH}/conversations`,
    handle(async (req, res) => {
      const caller = await directLine.caller(req);
      const body = parseBody(startRequest, await readOptionalJson(req), '{"locale": "nl-NL"}');
      const grant: Grant =
        caller.kind === 'visitor'
          ? caller.grant
          : directLine.newGrant(
              parseBody(user, body.user ?? {}, '{"user": {"id": "dl_1"}}').id,
              body.trustedOrigins ?? [],
            );
      const { started, opened } = await directLine.start(req, grant, levelOf(body.locale));
      res.send(started ? 201 : 200, opened);
    }),
  );
  server.get(
    `${DIRECT_LINE_PATH}/conversations/:id`,
    handle(async (req, res) => {
      const grant = await grantOf(req);
      const { watermark } = queryOf(req);
      res.send(
        200,
        await directLine.reconnect(req, grant, watermark === null ? undefined : watermarkNumber(watermark)),
      );
    }),
  );
  server.get(
    `${DIRECT_LINE_PATH}/conversations/:id/activities`,
    handle(async (req, res) => {
      const grant = await grantOf(req);
      res.send(200, await directLine.read(grant, watermarkNumber(queryOf(req).watermark)));
    }),
  );
  server.post(
    `${DIRECT_LINE_PATH}/conversations/:id/activities`,
    handle(async (req, res) => {
      const grant = await grantOf(req);
      const activity = parseBody(
        postedActivity,
        await readOptionalJson(req),
        '{"type": "message", "from": {"id": "user"}, "text": "Wanneer start spoor 2?"}',
      );
      res.send(200, { id: await directLine.post(req, grant, activity) });
    }),
  );
  server.post(
    `${DIRECT_LINE_PATH}/conversations/:id/upload`,
    handle(async (req) => {
      await grantOf(req);
      throw new HttpProblem(415, 'The assistant takes no files.', 'Type your question instead.');
    }),
  );
  server.get(
    `${DIRECT_LINE_PATH}/conversations/:id/stream`,
    handle(() => {
      throw new HttpProblem(426, 'A stream is a WebSocket.', 'Open the streamUrl with a WebSocket client.', {
        code: 'UpgradeRequired',
      });
    }),
  );

  async function grantOf(req: Parameters<Parameters<typeof handle>[0]>[0]): Promise<Grant> {
    return directLine.grantFor(await directLine.caller(req), (req.params as { id: string }).id);
  }
}

/** A language that a client names; nothing when it leaves the choice to us. */
function levelOf(locale: string | undefined): Level | undefined {
  return locale !== undefined && /^en\b/i.test(locale) ? 'en' : undefined;
}

function queryOf(req: { getQuery: () => string }): { watermark: string | null } {
  return { watermark: new URLSearchParams(req.getQuery()).get('watermark') };
}
