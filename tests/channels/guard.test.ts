import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { addBotRoute, type BotRouteParts } from '../../src/channels/bot/route.ts';
import { addDirectLineRoutes } from '../../src/channels/directline/routes.ts';
import { addAskRoute } from '../../src/channels/http/ask-route.ts';
import { within } from '../../src/channels/within.ts';
import { readOptionalJson } from '../../src/channels/http/body.ts';
import { addDeadlinesRoute } from '../../src/channels/http/deadlines-route.ts';
import { addDialogsRoute } from '../../src/channels/http/dialogs-route.ts';
import { addGuard, DOOR_LIMITS, GUARDED, type DoorLimits } from '../../src/channels/http/guard.ts';
import { Load } from '../../src/channels/http/load.ts';
import { addMetricsRoute } from '../../src/channels/http/metrics-route.ts';
import { isSecret } from '../../src/channels/http/secret.ts';
import { handle } from '../../src/channels/http/server.ts';
import { addStatusRoutes } from '../../src/channels/http/status-routes.ts';
import { addConversationRoute } from '../../src/channels/web/conversation-route.ts';
import { addDocumentRoutes } from '../../src/channels/web/document-route.ts';
import { PlanAddresses } from '../../src/channels/documents.ts';
import { noMetrics, type Metrics } from '../../src/telemetry/metrics.ts';
import { createMetrics } from '../../src/telemetry/prometheus.ts';
import { smallAssistant, TODAY } from '../support/assistant.ts';
import { openServer, type OpenServer } from './open-server.ts';

let servers: OpenServer[] = [];

async function open(...settings: Parameters<typeof openServer>): Promise<OpenServer> {
  const server = await openServer(...settings);
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

const post = (url: string, body: unknown = { question: 'onduidelijk' }, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const few = { times: 2, within: 60 };

/** The doors of the product that know no person, with limits that a test can reach. */
function guarded(limits: Partial<DoorLimits> = {}, load = new Load(), metrics: Metrics = noMetrics) {
  return open((server) => {
    const assistant = smallAssistant();
    const addresses = new PlanAddresses(() => [Buffer.alloc(32, 'k')], '', assistant.knowledge);
    addGuard(server, { load, trustedProxies: 1, limits: { ...DOOR_LIMITS, ...limits }, metrics });
    addAskRoute(server, assistant, () => TODAY);
    addDeadlinesRoute(server, assistant, addresses, () => TODAY);
    addDialogsRoute(server, assistant, () => TODAY);
    addConversationRoute(server, assistant, addresses, () => TODAY, '/site.css');
    addStatusRoutes(server, { check: () => Promise.resolve(), isBusy: () => load.isFull });
  });
}

describe('too often from one address', () => {
  it('is a problem that says when to come back, over all doors for programs together', async () => {
    const limited: string[] = [];
    const { url } = await guarded({ requestsPerAddress: few }, undefined, {
      ...noMetrics,
      limited: (limit) => limited.push(limit),
    });
    expect((await post(`${url}/v1/ask`)).status).toBe(200);
    expect((await post(`${url}/v1/deadlines`, {})).status).toBe(422);
    const refused = await post(`${url}/v1/ask`);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ status: 429, title: 'That is too often.' });
    expect((await post(`${url}/v1/dialogs/x`)).status).toBe(429);
    expect((await post(`${url}/v1/ask`, undefined, { 'x-forwarded-for': '192.0.2.7' })).status).toBe(200);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(limited).toEqual(['requestsPerAddress', 'requestsPerAddress']);
  });

  it('is a page in words on the page without scripts', async () => {
    const { url } = await guarded({ pagesPerAddress: few });
    const send = () => fetch(`${url}/gesprek`, { method: 'POST', body: new URLSearchParams({ vraag: 'onduidelijk' }) });
    await send();
    expect((await send()).status).toBe(200);
    const refused = await send();
    expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'text/html; charset=utf-8']);
    const wait = refused.headers.get('retry-after') ?? '';
    const page = await refused.text();
    expect(page).toContain(`Wacht ${wait} seconden`);
    expect(page).toContain(`Wait ${wait} seconds`);
    expect((await fetch(`${url}/gesprek`)).status).toBe(200);
  });

  it('says in words on that page what else was wrong', async () => {
    const { url } = await guarded();
    const long = await fetch(`${url}/gesprek`, {
      method: 'POST',
      body: new URLSearchParams({ vraag: 'x'.repeat(70_000) }),
    });
    expect([long.status, await long.text()]).toEqual([413, expect.stringContaining('Je bericht is te lang')]);
  });
});

/** A door whose turns wait until they are let go, with doors that must always work beside it. */
async function waiting(most: number) {
  let underWay = 0;
  const gate = Promise.withResolvers<undefined>();
  let refused = 0;
  const load = new Load(() => (refused += 1), most);
  const server = await open((added) => {
    addGuard(added, { load, trustedProxies: 0 });
    addStatusRoutes(added, { check: () => Promise.resolve(), isBusy: () => load.isFull });
    added.get(
      '/page',
      handle((_req, res) => {
        res.send(200);
      }),
    );
    added.post(
      '/v1/ask',
      handle(async (req, res) => {
        await readOptionalJson(req);
        underWay += 1;
        await gate.promise;
        res.send(200, {});
      }),
    );
  });
  return {
    url: server.url,
    load,
    letGo: () => {
      gate.resolve(undefined);
    },
    refused: () => refused,
    fill: (requests: number, signal?: AbortSignal) => {
      const { signal: none } = new AbortController();
      return Array.from({ length: requests }, () =>
        fetch(`${server.url}/v1/ask`, { method: 'POST', signal: signal ?? none }),
      );
    },
    underWay: (count: number) =>
      vi.waitFor(() => {
        expect(underWay).toBe(count);
      }),
  };
}

describe('too much at the same time', () => {
  it('is refused with when to come back, while pages and status work, and taken again afterwards', async () => {
    const door = await waiting(5);
    const held = door.fill(5);
    await door.underWay(5);
    const refused = await Promise.all(door.fill(20));
    for (const response of refused) {
      expect(response.status).toBe(503);
      expect(['1', '2', '3']).toContain(response.headers.get('retry-after'));
    }
    expect(door.refused()).toBe(20);
    expect((await fetch(`${door.url}/page`)).status).toBe(200);
    expect((await fetch(`${door.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${door.url}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'not ready', parts: { store: 'ok', shutdown: 'no', load: 'full' } },
    ]);
    door.letGo();
    expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await Promise.all(door.fill(5))).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await vi.waitFor(async () => {
      expect((await fetch(`${door.url}/readyz`)).status).toBe(200);
    });
  });

  it('is not what clients hold who do not send their body', async () => {
    const door = await waiting(3);
    door.letGo();
    const { port } = new URL(door.url);
    const slow = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const socket = connect(Number(port), '127.0.0.1');
        await once(socket, 'connect');
        socket.write(
          'POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
        );
        return socket;
      }),
    );
    expect((await Promise.all(door.fill(3))).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(door.refused()).toBe(0);
    for (const socket of slow) socket.destroy();
  });

  it('counts a turn for as long as it takes, also when who asked went away', async () => {
    const door = await waiting(3);
    const leaving = new AbortController();
    const held = Promise.allSettled(door.fill(3, leaving.signal));
    await door.underWay(3);
    leaving.abort();
    await held;
    expect(door.load.isFull).toBe(true);
    expect((await Promise.all(door.fill(1)))[0]?.status).toBe(503);
    door.letGo();
    await vi.waitFor(() => {
      expect(door.load.isFull).toBe(false);
    });
  });
});

describe('an answer that does not come', () => {
  it('is a problem after a while, and what comes later is not written after it', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const { url, log } = await open((server) => {
      const slow = (answer: (res: { send: (status: number, body: object) => unknown }) => void) =>
        handle(async (_req, res) => {
          late = new Promise((resolve) => setTimeout(resolve, 100));
          await late;
          answer(res);
        }, 20);
      server.post(
        '/late',
        slow((res) => res.send(200, { answer: 'too late' })),
      );
      server.post(
        '/late-failure',
        slow(() => {
          throw new Error('too late');
        }),
      );
      server.post(
        '/never',
        handle(() => new Promise(() => undefined), 20),
      );
    });
    for (const path of ['/late', '/late-failure', '/never']) {
      const response = await post(url + path);
      expect([path, response.status]).toEqual([path, 502]);
      expect(await response.json()).toMatchObject({ title: 'The answer took too long.' });
      await late;
    }
    // The process and its other answers go on.
    expect((await post(`${url}/late`)).status).toBe(502);
    expect(log()).toContain('TookTooLong');
    expect(log().match(/"msg":"request"/g)).toHaveLength(4);
  });

  it('is left alone when it ends in time, whatever comes of it', async () => {
    expect(await within(1_000, Promise.resolve('in time'))).toBe('in time');
    await expect(within(1_000, Promise.reject(new Error('its own')))).rejects.toThrow('its own');
  });
});

describe('what every answer carries', () => {
  const REQUIRED = {
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as unknown,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': expect.stringContaining('microphone=()') as unknown,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-request-id': expect.stringMatching(/^[\w-]{16}$/) as unknown,
  };

  it.each(['/healthz', '/nergens', '/v1/ask', '/gesprek'])('is there at %s', async (path) => {
    const { url } = await guarded();
    const { headers } = await fetch(url + path);
    const found = Object.fromEntries(headers);
    for (const [name, value] of Object.entries(REQUIRED)) expect([name, found[name]]).toEqual([name, value]);
    expect(found).not.toHaveProperty('strict-transport-security');
    expect(found).not.toHaveProperty('x-powered-by');
    expect(found['server'] ?? '').toBe('');
  });

  it.each([
    ['https://spoor2.example.nl', 'max-age=31536000'],
    ['http://spoor2.example.nl', null],
  ])('on %s has Strict-Transport-Security %s', async (publicUrl, value) => {
    const { url } = await open(() => undefined, { publicUrl });
    expect((await fetch(`${url}/nergens`)).headers.get('strict-transport-security')).toBe(value);
  });

  it('has a name by which an administrator finds the request, and that the client does not choose', async () => {
    const { url, log } = await guarded();
    const ask = () => fetch(`${url}/nergens/Jansenlaan`, { headers: { 'x-request-id': 'Jansenlaan' } });
    const names = [await ask(), await ask()].map(({ headers }) => headers.get('x-request-id') ?? '');
    expect(new Set(names).size).toBe(2);
    await vi.waitFor(() => {
      for (const name of names) expect(log()).toContain(`"requestId":"${name}","route":"unknown"`);
    });
    expect(log()).not.toContain('Jansenlaan');
    expect(log()).not.toContain('127.0.0.1');
  });
});

describe('readiness', () => {
  const ready = { store: 'ok', shutdown: 'no', load: 'ok' };

  async function readyz(parts: Parameters<typeof addStatusRoutes>[1], method = 'GET') {
    const { url } = await open((server) => {
      addStatusRoutes(server, parts);
    });
    const response = await fetch(`${url}/readyz`, { method });
    return { status: response.status, body: await response.text() };
  }

  const check = () => Promise.resolve();

  it('is there when every part is', async () => {
    expect(await readyz({ check })).toEqual({ status: 200, body: JSON.stringify({ status: 'ready', parts: ready }) });
    expect(await readyz({ check }, 'HEAD')).toEqual({ status: 200, body: '' });
  });

  it.each([
    ['the store fails', { check: () => Promise.reject(new Error('/secret/path')) }, { store: 'cannot be used' }],
    ['the server stops', { check, isStopping: () => true }, { shutdown: 'stopping' }],
    ['too much is under way', { check, isBusy: () => true }, { load: 'full' }],
  ])('is not there when %s, and the body says so', async (_name, parts, part) => {
    const { status, body } = await readyz(parts);
    expect([status, JSON.parse(body)]).toEqual([503, { status: 'not ready', parts: { ...ready, ...part } }]);
    expect((await readyz(parts, 'HEAD')).status).toBe(503);
  });

  it('is told also when the store never answers', async () => {
    const { status, body } = await readyz({ check: () => new Promise(() => undefined) });
    expect([status, JSON.parse(body)]).toMatchObject([503, { parts: { store: 'cannot be used' } }]);
  });
});

describe('GET /metrics', () => {
  const TOKEN = 'the-token-of-a-program-that-reads-metrics';

  const metricsAt = (tokens: readonly string[]) => {
    const metrics = createMetrics('1.2.3');
    return open(
      (server) => {
        addMetricsRoute(server, metrics, tokens);
      },
      { metrics },
    );
  };

  const elsewhere = { 'x-forwarded-for': '192.0.2.1' };

  it('is for this machine, and counts requests by route', async () => {
    const { url } = await metricsAt([]);
    await fetch(`${url}/nergens/Jansenlaan`);
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    const text = await response.text();
    expect(text).toContain('spoor2_http_requests_total{route="unknown",method="GET",status="404"} 1');
    expect(text).not.toContain('Jansenlaan');
  });

  it('is refused elsewhere, with the cure', async () => {
    const without = await fetch(`${(await metricsAt([])).url}/metrics`, { headers: elsewhere });
    expect([without.status, await without.text()]).toEqual([403, expect.stringContaining('Set METRICS_TOKEN')]);
    const { url } = await metricsAt([TOKEN]);
    for (const authorization of ['', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, `Bearer ${TOKEN.slice(1)}`]) {
      const refused = await fetch(`${url}/metrics`, { headers: { ...elsewhere, authorization } });
      expect([authorization, refused.status]).toEqual([authorization, 403]);
      expect(await refused.text()).not.toContain(TOKEN);
    }
  });

  it('is for who brings the token', async () => {
    const { url } = await metricsAt([TOKEN]);
    const response = await fetch(`${url}/metrics`, { headers: { ...elsewhere, authorization: `Bearer ${TOKEN}` } });
    expect([response.status, await response.text()]).toEqual([200, expect.stringContaining('spoor2_build_info')]);
  });
});

describe('secrets', () => {
  it.each([
    ['a', ['a'], true],
    ['b', ['a', 'b'], true],
    ['a', [], false],
    ['', [], false],
    ['', ['a'], false],
    ['aa', ['a'], false],
  ])('%j among %j: %s', (text, secrets, known) => {
    expect(isSecret(text, secrets)).toBe(known);
  });
});

describe('guarded doors', () => {
  it('are doors that the product has', async () => {
    let doors: string[] = [];
    await open((server) => {
      const assistant = smallAssistant();
      const addresses = new PlanAddresses(() => [Buffer.alloc(32, 'k')], '', assistant.knowledge);
      addAskRoute(server, assistant, () => TODAY);
      addConversationRoute(server, assistant, addresses, () => TODAY, '/site.css');
      addDocumentRoutes(server, addresses, () => TODAY);
      // Nobody comes in: only where the doors are is looked at.
      addDirectLineRoutes(server, undefined as never);
      addBotRoute(server, {} as BotRouteParts);
      doors = Object.values(server.router.getRoutes()).map(({ method, path }) => `${method} ${String(path)}`);
    });
    for (const start of GUARDED) expect(doors).toContainEqual(expect.stringMatching(`^${start}`));
  });
});
