import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Server } from 'restify';
import { addAsset, Asset, type AssetOptions } from '../http/asset.ts';
import { HttpProblem } from '../http/problem.ts';

/** Where the build writes the widget. */
const WIDGET_FOLDER = join(import.meta.dirname, '..', '..', '..', 'dist', 'widget');

/** The build names a panel by the first characters of its digest, at least this many. */
const SHORTEST_VERSION = 8;

/**
 * The widget's two scripts, for pages of any site: the small one that a page names, and the panel, which that one asks for
 * under an address that changes with it.
 *
 * @param folder where they were built
 */
export function addWidgetFiles(server: Server, folder: string = WIDGET_FOLDER): void {
  const loader = builtScript(join(folder, 'widget.js'));
  const panel = builtScript(join(folder, 'panel.js'));
  addAsset(server, '/widget.js', () => loader('short'));
  // While servers are replaced one by one, a page may ask one for what only the other has: that is not to be kept.
  addAsset(server, '/widget/panel.js', (req) => panel(asksFor(req, panel('none')) ? 'forGood' : 'none'));
}

/** Whether an address names the very content that it gets. */
function asksFor(req: Request, { digest }: Asset): boolean {
  const version = new URLSearchParams(req.getQuery()).get('v') ?? '';
  return version.length >= SHORTEST_VERSION && digest.startsWith(version);
}

/** A script that is read when it is first asked for: the server also works before the widget is built. */
function builtScript(path: string): (cache: AssetOptions['cache']) => Asset {
  const assets = new Map<AssetOptions['cache'], Asset>();
  return (cache) => {
    const known = assets.get(cache);
    if (known !== undefined) return known;
    const asset = new Asset(readBuilt(path), {
      type: 'text/javascript; charset=utf-8',
      cache,
      headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' },
    });
    assets.set(cache, asset);
    return asset;
  };
}

function readBuilt(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new HttpProblem(503, 'The chat widget is not built.', 'Run "npm run build:widget" on the server.');
  }
}
