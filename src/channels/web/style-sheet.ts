import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Server } from 'restify';
import { addAsset, Asset } from '../http/asset.ts';

/**
 * Serves a style sheet of this folder.
 *
 * @param name its file name without .css
 * @returns its address, which changes with its content, so that browsers keep it for good
 */
export function addStyleSheet(server: Server, name: string): string {
  const content = readFileSync(join(import.meta.dirname, `${name}.css`));
  const asset = new Asset(content, { type: 'text/css; charset=utf-8', cache: 'forGood' });
  addAsset(server, `/${name}.css`, () => asset);
  return `/${name}.css?v=${asset.version}`;
}
