import { arch, platform } from 'node:os';
import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/** A browser of its own for tests: the packaged one on Linux x64, elsewhere the Chrome that is installed. */
export async function launchBrowser(): Promise<Browser> {
  if (platform() !== 'linux' || arch() !== 'x64') return playwright.launch({ channel: 'chrome' });
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });
}
