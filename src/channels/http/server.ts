import type { Logger } from 'pino';
import restify, { type Request, type RequestHandler, type Response, type Server } from 'restify';
import { problemOf, sendProblem, type ProblemForm } from './problem.ts';

/** A handler that answers or throws; what it throws becomes a problem document. */
export type Handler = (req: Request, res: Response) => Promise<void> | void;

/** Adds a handler to a route: restify wants two parameters of an asynchronous one. */
export function handle(handler: Handler): RequestHandler {
  return async (req: Request, res: Response) => {
    await handler(req, res);
  };
}

/** How long a client may take to send a request. Milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/** A sealed plan stands in an address; the router's own limit is shorter. Characters. */
const LONGEST_PARAMETER = 4_000;

/** What every answer carries: our answers are for the one who asked, and for no page to embed or sniff. */
const SECURITY_HEADERS = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/**
 * A server without routes: errors as problem documents, security headers, and a log that holds no message text.
 *
 * @param formOf how clients of a path expect an error
 */
export function createHttpServer(logger: Logger, formOf: (path: string) => ProblemForm = () => sendProblem): Server {
  const options = { name: '', ignoreTrailingSlash: true, maxParamLength: LONGEST_PARAMETER };
  const server = restify.createServer(options);
  server.server.headersTimeout = REQUEST_TIMEOUT;
  server.server.requestTimeout = REQUEST_TIMEOUT;
  server.pre((req, res, next) => {
    // The framework reads the address with what the client says the host is; one it cannot read would end the process.
    if (isReadable(req)) {
      next();
      return;
    }
    res.writeHead(400, { 'Content-Length': '0' });
    res.end();
    next(false);
  });
  // Only WebSockets take over a connection; whoever offers anything else is answered as if it had not.
  Object.assign(server.server, {
    shouldUpgradeCallback: ({ headers }: Request) => headers.upgrade?.toLowerCase() === 'websocket',
  });
  server.pre((_req, res, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) res.setHeader(name, value);
    next();
  });
  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    const problem = problemOf(error);
    if (problem.status >= 500)
      logger.error({ route: routeName(req), error: errorSummary(causeOf(error)) }, 'request failed');
    if (!res.headersSent) {
      // What is left of a refused body is not read: the connection ends with the answer.
      if (problem.status === 413) res.setHeader('Connection', 'close');
      formOf(req.path())(res, problem);
    }
    done();
  });
  server.on('after', (req: Request, res: Response) => {
    logger.info(
      { method: req.method, route: routeName(req), status: res.statusCode, ms: Date.now() - req.time() },
      'request',
    );
  });
  return server;
}

function isReadable(req: Request): boolean {
  try {
    req.getUrl();
    return true;
  } catch {
    return false;
  }
}

/** The route's own path: what a client wrote in an address may be personal. */
function routeName(req: Request): string {
  const path = (req.getRoute() as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'unknown';
}

/** What went wrong behind an error. */
function causeOf(error: unknown): unknown {
  return error instanceof Error ? (error.cause ?? error) : error;
}

/** Kind and place of an error. Its message may quote what a person typed. */
export function errorSummary(error: unknown): { name: string; at: string } {
  if (!(error instanceof Error)) return { name: typeof error, at: '' };
  const at = error.stack?.split('\n').find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)) ?? '';
  return { name: error.name, at: at.trim() };
}
