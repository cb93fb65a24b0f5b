import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from 'restify';
import { addAsset, Asset } from '../http/asset.ts';

/** Documents in sealed addresses and the doors for programs are of no use in a search result. */
const ROBOTS = `User-agent: *
Allow: /
Disallow: /d/
Disallow: /v1/
Disallow: /v3/
`;

/** What browsers and search engines ask for beside the pages: the icon and the rules for robots. */
export function addSiteFiles(server: Server): void {
  const icon = new Asset(readFileSync(join(import.meta.dirname, 'icon.svg')), {
    type: 'image/svg+xml',
    cache: 'short',
  });
  const robots = new Asset(ROBOTS, { type: 'text/plain; charset=utf-8', cache: 'short' });
  addAsset(server, '/icon.svg', () => icon);
  addAsset(server, '/robots.txt', () => robots);
}
