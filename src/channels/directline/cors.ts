import type { Request, Response, Server } from 'restify';
import { isAllowedOrigin, type OriginRule } from './origins.ts';
import { isDirectLinePath } from './paths.ts';

/** How long a browser may remember what it may send. Seconds. */
const REMEMBERED = 600;

/** Lets pages of allowed sites, and no others, talk to Direct Line. */
export function addCors(server: Server, origins: OriginRule): void {
  server.pre((req: Request, res: Response, next) => {
    if (!isDirectLinePath(req.path())) {
      next();
      return;
    }
    res.setHeader('Vary', 'Origin');
    const { origin } = req.headers;
    if (origin !== undefined && isAllowedOrigin(req, origins)) {
      res.setHeader('Access-Control-Allow-Origin', origin);
      res.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    }
    if (req.method !== 'OPTIONS') {
      next();
      return;
    }
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
    res.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, x-ms-bot-agent, x-requested-with');
    res.setHeader('Access-Control-Max-Age', String(REMEMBERED));
    res.send(204);
    next(false);
  });
}
