import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import restify, { type Request, type RequestHandler, type Response, type Server } from 'restify';
import { errorSummary } from '../../telemetry/error-summary.ts';
import { noMetrics, type Metrics } from '../../telemetry/metrics.ts';
import { TookTooLong, within } from '../within.ts';
import { HttpProblem, problemOf, sendProblem, type ProblemForm } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

/** A handler that answers or throws; what it throws becomes a problem document. */
export type Handler = (req: Request, res: Response) => Promise<void> | void;

/** How long an answer may take: channels wait for 15 seconds. Milliseconds. */
const DEADLINE = 14_000;

/**
 * Adds a handler to a route. One that does not end is answered for: whoever asks never waits for ever.
 *
 * @param deadline how long it may take, in milliseconds
 */
export function handle(handler: Handler, deadline: number = DEADLINE): RequestHandler {
  // restify wants two parameters of an asynchronous one.
  return async (req: Request, res: Response) => {
    const work = Promise.resolve(handler(req, res));
    underWay.set(req, work);
    try {
      await within(deadline, work);
    } catch (error) {
      if (!(error instanceof TookTooLong)) throw error;
      throw new HttpProblem(502, 'The answer took too long.', 'Send the same again: it has one effect.', {
        code: 'BotError',
        cause: error,
      });
    }
  };
}

const underWay = new WeakMap<Request, Promise<void>>();

/** Resolves when the handler of a request has ended, well or not: perhaps after its answer. */
export async function handled(req: Request): Promise<void> {
  await underWay.get(req)?.catch(() => undefined);
}

/** How long a client may take to send a request. Milliseconds. */
const REQUEST_TIMEOUT = 10_000;

/** A sealed plan stands in an address; the router's own limit is shorter. Characters. */
const LONGEST_PARAMETER = 4_000;

/** Names a request in the log and to who sent it. */
const REQUEST_ID = 'X-Request-Id';

export interface ServerOptions {
  /** Where the server is reached from outside, when it is known. */
  publicUrl?: string;
  metrics?: Metrics;
}

/**
 * A server without routes: errors as problem documents, security headers, and a log that holds no message text.
 *
 * @param formOf how clients of a path expect an error
 */
export function createHttpServer(
  logger: Logger,
  formOf: (path: string) => ProblemForm = () => sendProblem,
  { publicUrl, metrics = noMetrics }: ServerOptions = {},
): Server {
  const options = { name: '', ignoreTrailingSlash: true, maxParamLength: LONGEST_PARAMETER };
  const server = restify.createServer(options);
  server.server.headersTimeout = REQUEST_TIMEOUT;
  server.server.requestTimeout = REQUEST_TIMEOUT;
  const headers = Object.entries(securityHeaders(publicUrl));
  server.pre((_req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    res.setHeader(REQUEST_ID, randomBytes(12).toString('base64url'));
    next();
  });
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
  server.on('restifyError', (req: Request, res: Response, error: unknown, done: () => void) => {
    const problem = problemOf(error);
    if (problem.status >= 500 && problem.retryAfter === undefined)
      logger.error({ ...named(req, res), error: errorSummary(causeOf(error)) }, 'request failed');
    if (!res.headersSent) {
      // What is left of a refused body is not read: the connection ends with the answer.
      if (problem.status === 413) res.setHeader('Connection', 'close');
      (chosenForms.get(res) ?? formOf(req.path()))(res, problem);
    }
    ignoreLateAnswers(res);
    done();
  });
  server.on('after', (req: Request, res: Response) => {
    const ms = Date.now() - req.time();
    logger.info({ ...named(req, res), method: req.method, status: res.statusCode, ms }, 'request');
    metrics.request({
      route: routeName(req),
      method: req.method ?? '',
      status: res.statusCode,
      seconds: ms / 1000,
    });
  });
  return server;
}

/** How an error is told at one address, when other than at the rest. */
const chosenForms = new WeakMap<Response, ProblemForm>();

/** Tells errors at one address, also those from before its handler, in a form of its own. */
export function useProblemForm(server: Server, path: string, form: ProblemForm): void {
  server.pre((req, res, next) => {
    if (req.path() === path) chosenForms.set(res, form);
    next();
  });
}

/** How a request is found in the log. */
function named(req: Request, res: Response): { requestId: unknown; route: string } {
  return { requestId: res.getHeader(REQUEST_ID), route: routeName(req) };
}

/** After the deadline a handler may yet end: its answer comes too late, and is not written after the one that was given. */
function ignoreLateAnswers(res: Response): void {
  const nothing = () => res;
  Object.assign(res, { send: nothing, sendRaw: nothing });
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
export function routeName(req: Request): string {
  const path = (req.getRoute() as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'unknown';
}

/** What went wrong behind an error. */
function causeOf(error: unknown): unknown {
  return error instanceof Error ? (error.cause ?? error) : error;
}
