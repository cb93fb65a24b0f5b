import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** Width and height in pixels, as Teams asks. */
const SIZES = { color: 192, outline: 32 } as const;

/** The icons by their names in the manifest. */
export const ICON_NAMES = { color: 'color.png', outline: 'outline.png' } as const;

/** An icon of the app as a PNG picture: in colour for the store, white on nothing for the bar at the side. */
export function icon(name: keyof typeof SIZES): Uint8Array {
  const svg = readFileSync(join(import.meta.dirname, 'icons', `${name}.svg`), 'utf8');
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: SIZES[name] }, font: { loadSystemFonts: false } });
  return image.render().asPng();
}
