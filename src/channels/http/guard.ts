import type { Request, Server } from 'restify';
import { noMetrics, type Metrics } from '../../telemetry/metrics.ts';
import { clientAddress } from './client-address.ts';
import { Counter, type Limit } from './limits.ts';
import type { Load } from './load.ts';
import { onceRead } from './admission.ts';
import { handle, handled, routeName } from './server.ts';

/** What one address may do at the doors that know no person and no conversation. */
export interface DoorLimits {
  /** Questions and dates over HTTP. */
  requestsPerAddress: Limit;
  /** Messages to the page without scripts. */
  pagesPerAddress: Limit;
  /** Files of a plan: a picture takes longer to make than anything else. */
  documentsPerAddress: Limit;
}

/** Many people, or all users of one program, may share an address. */
export const DOOR_LIMITS: DoorLimits = {
  requestsPerAddress: { times: 1_200, within: 60 },
  pagesPerAddress: { times: 1_200, within: 60 },
  documentsPerAddress: { times: 600, within: 60 },
};

/** A door is a method and a route; each of these stands for all doors that start so. */
const LIMITED = {
  'POST /v1/': 'requestsPerAddress',
  'POST /gesprek': 'pagesPerAddress',
  'GET /d/': 'documentsPerAddress',
} as const satisfies Record<string, keyof DoorLimits>;

const TAKE_TURNS = ['POST /v1/', 'POST /gesprek', 'POST /api/messages', 'POST /v3/directline/conversations'] as const;

/** How the doors start that are guarded here: each must be one of the server. */
export const GUARDED: readonly string[] = [...new Set([...Object.keys(LIMITED), ...TAKE_TURNS])];

export interface GuardParts {
  load: Load;
  trustedProxies: number;
  limits?: DoorLimits;
  metrics?: Metrics;
}

/**
 * Refuses at a server's doors who comes too often (429), and everyone while too much is under way (503). What is
 * no turn goes on: pages, status, metrics, and reading what was said.
 */
export function addGuard(
  server: Server,
  { load, trustedProxies, limits = DOOR_LIMITS, metrics = noMetrics }: GuardParts,
): void {
  const counters = Object.fromEntries(
    Object.entries(limits).map(([name, limit]: [string, Limit]) => [
      name,
      new Counter(limit, () => {
        metrics.limited(name);
      }),
    ]),
  ) as Record<keyof DoorLimits, Counter>;
  const inTurn = new WeakSet<Request>();
  server.use(
    handle(async (req) => {
      const door = `${req.method ?? ''} ${routeName(req)}`;
      for (const [start, limit] of Object.entries(LIMITED))
        if (door.startsWith(start)) await counters[limit].count(clientAddress(req, trustedProxies));
      if (!TAKE_TURNS.some((start) => door.startsWith(start))) return;
      onceRead(req, () => {
        load.enter();
        inTurn.add(req);
      });
    }),
  );
  // Comes when the answer has ended, also when the client went away meanwhile; the work may go on after the deadline.
  server.on('after', (req: Request) => {
    if (!inTurn.delete(req)) return;
    void handled(req).finally(() => {
      load.leave();
    });
  });
}
