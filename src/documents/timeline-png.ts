import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';

/** The largest picture: Teams shows no more, and its height bounds what drawing may cost. Pixels. */
export const LARGEST_PNG = { width: 1024, height: 1024 } as const;

/** So wide a timeline is best drawn for a PNG: most then fit without becoming smaller. Pixels. */
export const PNG_TIMELINE_WIDTH = 640;

/** Atkinson Hyperlegible (SIL Open Font License 1.1), made by the Braille Institute for people who see badly. */
const FAMILY = 'Atkinson Hyperlegible';
const PACKAGE = '@expo-google-fonts/atkinson-hyperlegible';
export const FONT_FILES = [
  '400Regular/AtkinsonHyperlegible_400Regular.ttf',
  '700Bold/AtkinsonHyperlegible_700Bold.ttf',
].map((file) => createRequire(import.meta.url).resolve(`${PACKAGE}/${file}`));

/**
 * A timeline as a PNG picture in light colours, as large as fits in 1024 by 1024 pixels. Its letters come with the
 * product: no font of the machine is used, and a character that they lack, such as an emoji, is left out or a box.
 *
 * @param svg What `timelineSvg` made: it is drawn as it is, so never what a visitor wrote.
 * @throws Error when it is no SVG.
 */
export function timelinePng(svg: string): Uint8Array {
  const { width, height } = new Resvg(svg, { font: { loadSystemFonts: false } });
  const zoom = Math.min(LARGEST_PNG.width / width, LARGEST_PNG.height / height);
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: FAMILY, sansSerifFamily: FAMILY },
  });
  return image.render().asPng();
}
