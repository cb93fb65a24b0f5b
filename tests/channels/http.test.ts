import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_BODY } from '../../src/channels/http/body.ts';
import { isLocalRequest, isLoopbackAddress } from '../../src/channels/http/loopback.ts';
import { Product } from '../support/product.ts';

let product: Product;

beforeAll(async () => {
  product = await Product.start();
});

afterAll(() => product.remove());

interface Answer {
  decision: string;
  topics: string[];
  confidence: number;
  answer: string;
  sources: { title: string }[];
  choices: string[];
}

async function ask(body: unknown): Promise<Answer> {
  const response = await product.post('/v1/ask', body);
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

async function expectProblem(response: Response, status: number): Promise<Record<string, unknown>> {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({ type: 'about:blank', status });
  expect(JSON.stringify(problem)).not.toMatch(/at .*\.(?:ts|js):\d+/);
  return problem;
}

describe('POST /v1/ask', () => {
  it('answers a question with its topic and sources', async () => {
    const answer = await ask({ question: 'Wat is een proefplaatsing?', audience: 'employee' });
    expect(answer).toMatchObject({ decision: 'answer', topics: ['proefplaatsing'] });
    expect(answer.confidence).toBeGreaterThan(0.5);
    expect(answer.answer).toContain('in dienst');
    expect(answer.sources.length).toBeGreaterThan(0);
    expect(answer.choices.length).toBeGreaterThan(0);
  });

  it('gives each side its own answer', async () => {
    const question = 'Wat kost een deskundigenoordeel?';
    const [employee, employer] = await Promise.all([
      ask({ question, audience: 'employee' }),
      ask({ question, audience: 'employer' }),
    ]);
    expect(employee.answer).not.toBe(employer.answer);
  });

  it('says how much it reads of a long question', async () => {
    expect((await ask({ question: 'spoor '.repeat(500) })).answer).toContain('2.000');
  });

  it('says honestly that it does not know', async () => {
    expect(await ask({ question: 'Hoe bak ik een appeltaart?' })).toMatchObject({ decision: 'fallback' });
  });

  it.each([
    ['', 400, 'application/json'],
    ['{', 400, 'application/json'],
    ['"text"', 422, 'application/json'],
    ['null', 422, 'application/json'],
    ['[]', 422, 'application/json'],
    ['{}', 422, 'application/json'],
    ['{"question": 1}', 422, 'application/json'],
    ['{"question": "x", "audience": "boss"}', 422, 'application/json'],
    ['{"question": "x", "level": "C2"}', 422, 'application/json'],
    ['{"question": "x", "extra": true}', 422, 'application/json'],
    ['{"question": "x"}', 415, 'text/plain'],
    ['question=x', 415, 'application/x-www-form-urlencoded'],
  ])('refuses %j with %i', async (body, status, type) => {
    await expectProblem(await product.post('/v1/ask', body, { 'content-type': type }), status);
  });

  it('names the field and gives an example', async () => {
    const problem = await expectProblem(await product.post('/v1/ask', { question: 'x', audience: 'boss' }), 422);
    expect(problem['detail']).toMatch(/audience.*employee.*Example/);
  });

  it('takes emoji, HTML and control characters as text', async () => {
    for (const question of ['😀', '<img src=x onerror=alert(1)>', '\u0000\u0007', "'; DROP TABLE vragen; --"]) {
      expect((await ask({ question })).decision).toBe('fallback');
    }
  });

  it('refuses a body that is too large, with and without a length', async () => {
    const large = JSON.stringify({ question: 'x'.repeat(LARGEST_BODY) });
    await expectProblem(await product.post('/v1/ask', large), 413);
    const stream = new Blob([large]).stream();
    const response = await fetch(`${product.url}/v1/ask`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: stream,
      duplex: 'half',
    });
    await expectProblem(response, 413);
  });

  it('refuses a compressed body', async () => {
    await expectProblem(await product.post('/v1/ask', '{}', { 'content-encoding': 'gzip' }), 415);
  });

  it('survives a client that leaves in the middle of its body', async () => {
    const { hostname, port } = new URL(product.url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          'POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"quest',
        );
        setTimeout(() => socket.destroy(), 50);
      });
      socket.on('close', () => {
        resolve();
      });
    });
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  });

  it('answers 100 questions at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask({ question: 'Wat is spoor 2?' })));
    expect(new Set(answers.map((answer) => answer.topics[0]))).toEqual(new Set(['wat-is-spoor-2']));
  });
});

describe('other addresses', () => {
  it('has a problem document for an address that does not exist', async () => {
    await expectProblem(await fetch(`${product.url}/nergens/Jansenlaan`), 404);
    await expectProblem(await fetch(`${product.url}/%ff`), 404);
  });

  it('names the methods that an address takes', async () => {
    const response = await fetch(`${product.url}/v1/ask`);
    expect(response.headers.get('allow')).toContain('POST');
    await expectProblem(response, 405);
  });

  it('describes itself as OpenAPI, with schemas for every reference', async () => {
    const document = JSON.stringify(await (await fetch(`${product.url}/v1/openapi.json`)).json());
    const { openapi, paths, components } = JSON.parse(document) as {
      openapi: string;
      paths: Record<string, unknown>;
      components: { schemas: Record<string, unknown> };
    };
    expect(openapi).toMatch(/^3\.1/);
    expect(Object.keys(paths)).toEqual(['/v1/ask', '/v1/deadlines', '/v1/dialogs/{id}', '/healthz', '/readyz']);
    const references = [...document.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(0);
    for (const name of references) expect(components.schemas).toHaveProperty(name);
  });

  it('is live and ready', async () => {
    expect(await (await fetch(`${product.url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect(await (await fetch(`${product.url}/readyz`)).json()).toEqual({
      status: 'ready',
      parts: { store: 'ok', shutdown: 'no', load: 'ok' },
    });
  });

  it('is not ready while the store cannot be written, and ready again after', async () => {
    const blocker = new DatabaseSync(join(product.dataDir, 'conversations.db'));
    blocker.exec('BEGIN EXCLUSIVE');
    try {
      const response = await fetch(`${product.url}/readyz`);
      expect([response.status, await response.json()]).toMatchObject([
        503,
        { status: 'not ready', parts: { store: 'cannot be used', shutdown: 'no', load: 'ok' } },
      ]);
    } finally {
      blocker.exec('ROLLBACK');
      blocker.close();
    }
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  });
});

describe('the page without scripts', () => {
  it('answers a question without scripts, and shows what was typed as text', async () => {
    const response = await fetch(`${product.url}/gesprek`, {
      method: 'POST',
      body: new URLSearchParams({ vraag: '<b>Wat is een proefplaatsing?</b>' }),
    });
    const page = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page).toContain('&lt;b&gt;Wat is een proefplaatsing?&lt;/b&gt;');
    expect(page).not.toContain('<b>');
    expect(page).toContain('Wie ben jij?');
  });

  it('has a form that a screen reader can name', async () => {
    const page = await (await fetch(`${product.url}/gesprek`)).text();
    expect(page).toContain('<html lang="nl">');
    expect(page).toContain('<label for="vraag">');
    expect(page).toContain('id="vraag"');
  });
});

describe('the log', () => {
  it('holds requests, and no word that was typed', async () => {
    await product.post('/v1/ask', { question: 'Jansenlaan spoor 2' });
    await product.post('/v1/ask', '{"question": "Jansenlaan');
    await fetch(`${product.url}/?q=Jansenlaan`);
    expect(product.log()).toContain('"route":"/v1/ask"');
    expect(product.log()).not.toContain('Jansenlaan');
    expect(product.log()).not.toContain('node_modules');
  });
});

describe('start and stop', () => {
  it('ends on SIGTERM without an error', async () => {
    const other = await Product.start();
    expect(await other.stop('SIGTERM')).toBe(0);
    await other.remove();
  });

  it.each([
    ['a port that is in use', () => ({ PORT: new URL(product.url).port }), /port is in use.*PORT/],
    ['a port that is no number', () => ({ PORT: 'http' }), /PORT: found "http", allowed: a number/],
    ['a password without an app id', () => ({ MICROSOFT_APP_PASSWORD: 'x' }), /MICROSOFT_APP_ID/],
  ])('says what is wrong with %s', async (_name, env, message) => {
    const start = Product.start(env());
    await expect(start).rejects.toThrow(message);
    await expect(start).rejects.not.toThrow(/ at .*\.ts:\d+/);
  });

  it('says that the folder for data cannot be used', async () => {
    await expect(Product.start({ DATA_DIR: '/dev/null' })).rejects.toThrow(
      /DATA_DIR: found "\/dev\/null", allowed: a folder/,
    );
  });
});

describe('a request from this machine', () => {
  const request = (remoteAddress: string, headers: Record<string, string> = {}) =>
    isLocalRequest({ headers, socket: { remoteAddress } });

  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])('may come from %s', (address) => {
    expect(request(address)).toBe(true);
  });

  it.each(['10.0.0.1', '192.168.1.1', '2001:db8::1', '::ffff:10.0.0.1', '', 'localhost'])(
    'does not come from %s',
    (address) => {
      expect(request(address)).toBe(false);
      expect(isLoopbackAddress(address)).toBe(false);
    },
  );

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])('does not come through a proxy (%s)', (header) => {
    expect(request('127.0.0.1', { [header]: '127.0.0.1' })).toBe(false);
  });
});

describe('a request that no server can read', () => {
  /** The first line of the answer to raw bytes; empty when the connection just ends. */
  const answerTo = (request: string) =>
    new Promise<string>((resolve) => {
      const { hostname, port } = new URL(product.url);
      let answer = '';
      const socket = connect(Number(port), hostname, () => socket.write(request));
      socket.on('data', (chunk) => (answer += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(answer.split('\r\n')[0] ?? '');
      });
      socket.setTimeout(3_000, () => socket.destroy());
    });

  it.each([
    'GET / HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: a:99999999\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: %\r\nConnection: close\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    'GET http://a:99999/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n',
    'POST /widget/token HTTP/1.1\r\nHost: [\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
    'OPTIONS // HTTP/1.1\r\nHost: //\r\nConnection: close\r\n\r\n',
  ])('%j is refused, and others are served on', async (request) => {
    expect(await answerTo(request)).toMatch(/^(?:HTTP\/1\.1 4\d\d|$)/);
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  });

  it('is answered over HTTP/1.1 when it offers another protocol than WebSocket', async () => {
    const answer = await answerTo(
      'GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\n\r\n',
    );
    expect(answer).toBe('HTTP/1.1 200 OK');
  });
});
