import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';
import { timing } from './timing.ts';

const ROUNDS = 5;

const WEBCHAT = join(import.meta.dirname, 'webchat');

/** A phone of some years ago on a slow mobile network. */
const PHONE = { latency: 150, downloadThroughput: (1.6e6 / 8) | 0, uploadThroughput: (750e3 / 8) | 0, cpu: 4 };

/** As the server compresses its own files. */
const OUR_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

interface Candidate {
  name: string;
  /** The page that shows it, opened. */
  page: (server: string) => string;
}

interface Visit {
  /** Time until the bot's welcome can be read and the field takes text. Milliseconds. */
  ready: number;
  requests: number;
  /** What came over the line until then, compressed. Bytes. */
  transferred: number;
  /** Memory of scripts. Bytes. */
  heap: number;
}

const CANDIDATES: readonly Candidate[] = [
  { name: 'our widget', page: (server) => `<script src="${server}/widget.js" data-open defer></script>` },
  { name: 'webchat-minimal 4.18.1', page: (server) => webChatPage('webchat-minimal.js', server) },
  { name: 'webchat 4.18.1', page: (server) => webChatPage('webchat.js', server) },
];

/** Transfer, requests and time until a visitor can talk, beside Microsoft's Web Chat on the same server, on a slow phone. @param dataDir where the content was read before */
export async function benchWidget(dataDir: string): Promise<void> {
  installWebChat();
  const site = await openSite();
  const product = await startProduct(dataDir, site.origin);
  const browser = await launchBrowser();
  try {
    const visits = new Map(CANDIDATES.map(({ name }) => [name, [] as Visit[]]));
    // Side by side in each round, so that a busy machine slows down all of them.
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { name, page } of CANDIDATES) {
        site.body = page(product.url);
        visits.get(name)?.push(await visit(browser, site.origin));
      }
    }
    console.log(`\n${'until the welcome can be read'.padEnd(34)} transferred  requests     time  script memory`);
    for (const [name, measured] of visits) {
      const middle = (value: (visit: Visit) => number) => timing(measured.map(value)).quantile(0.5);
      console.log(
        `${name.padEnd(34)} ${(middle((one) => one.transferred) / 1000).toFixed(1).padStart(8)} kB  ${middle(
          (one) => one.requests,
        )
          .toFixed(0)
          .padStart(
            8,
          )}  ${(middle((one) => one.ready) / 1000).toFixed(2).padStart(5)} s  ${(middle((one) => one.heap) / 1e6).toFixed(1).padStart(10)} MB`,
      );
    }
  } finally {
    await browser.close();
    product.child.kill();
    site.server.close();
    site.server.closeAllConnections();
  }
}

async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    const seen = { requests: 0, transferred: 0 };
    devTools.on('Network.requestWillBeSent', () => (seen.requests += 1));
    devTools.on('Network.loadingFinished', ({ encodedDataLength }) => (seen.transferred += encodedDataLength));
    const { cpu, ...network } = PHONE;
    await devTools.send('Network.enable');
    await devTools.send('Network.emulateNetworkConditions', { offline: false, ...network });
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    const start = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await page.getByText('Ik ben de spoor 2-assistent').first().waitFor({ timeout: 120_000 });
    await page.getByRole('textbox').first().fill('Wanneer start spoor 2?', { timeout: 120_000 });
    const ready = performance.now() - start;
    const { usedSize } = await devTools.send('Runtime.getHeapUsage');
    return { ready, ...seen, heap: usedSize };
  } finally {
    await context.close();
  }
}

function webChatPage(file: string, server: string): string {
  return `<div id="webchat" role="main" style="height: 100vh"></div><script src="/${file}"></script><script>
(async () => {
  const response = await fetch('${server}/widget/token', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
  const { token } = await response.json();
  const directLine = WebChat.createDirectLine({ token, domain: '${server}/v3/directline' });
  WebChat.renderWebChat({ directLine, locale: 'nl-NL' }, document.getElementById('webchat'));
})();
</script>`;
}

/** Another site: it serves the page and Web Chat, compressed as our server compresses. */
async function openSite(): Promise<{ origin: string; server: Server; body: string }> {
  const files = new Map(
    ['webchat.js', 'webchat-minimal.js'].map((file) => [
      `/${file}`,
      brotliCompressSync(readFileSync(join(WEBCHAT, 'node_modules/botframework-webchat/dist', file)), OUR_BROTLI),
    ]),
  );
  const site = { origin: '', server: createServer(), body: '' };
  site.server.on('request', (req, res) => {
    const script = files.get(req.url ?? '');
    if (script !== undefined) {
      res.writeHead(200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Content-Encoding': 'br' });
      res.end(script);
    } else if (req.url === '/') {
      res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
      res.end(
        `<!doctype html><html lang="nl"><meta name="viewport" content="width=device-width"><title>Bureau</title><body>${site.body}`,
      );
    } else {
      res.writeHead(404);
      res.end();
    }
  });
  site.server.listen(0, 'localhost');
  await once(site.server, 'listening');
  site.origin = `http://localhost:${(site.server.address() as AddressInfo).port}`;
  return site;
}

async function startProduct(dataDir: string, origin: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', 'src', 'main.ts')], {
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, ALLOWED_ORIGINS: origin },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /ready on (http:\/\/[^ ]+)/.exec(chunk.toString())?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => {
      reject(new Error('the server did not start'));
    });
  });
  child.removeAllListeners('exit');
  return { url, child };
}

function installWebChat(): void {
  if (existsSync(join(WEBCHAT, 'node_modules'))) return;
  console.error('Installing Web Chat in bench/webchat/node_modules ...');
  execFileSync('npm', ['ci', '--prefix', WEBCHAT, '--no-audit', '--no-fund'], { stdio: 'inherit' });
}
