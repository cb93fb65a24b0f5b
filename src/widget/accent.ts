/** Red, green and blue, each 0 to 1. */
export type Rgb = readonly [number, number, number];

const WHITE: Rgb = [1, 1, 1];
const BLACK: Rgb = [0, 0, 0];

/** Least contrast of text with what is behind it (WCAG 2.2, 1.4.3). */
const LEGIBLE = 4.5;

/** The surfaces of the panel on which the accent may stand as text, light and dark. */
const LIGHT_SURFACE: Rgb = [0.93, 0.94, 0.94];
const DARK_SURFACE: Rgb = [0.17, 0.2, 0.24];

export interface AccentColours {
  accent: string;
  /** Text on the accent. */
  onAccent: string;
  /** The accent as text, made darker or lighter as far as reading it takes. */
  textOnLight: string;
  textOnDark: string;
}

/** The colours that follow from a site's accent, all of them legible. */
export function accentColours(accent: Rgb): AccentColours {
  return {
    accent: css(accent),
    onAccent: contrast(accent, WHITE) >= contrast(accent, BLACK) ? '#fff' : '#000',
    textOnLight: css(legible(accent, LIGHT_SURFACE, BLACK)),
    textOnDark: css(legible(accent, DARK_SURFACE, WHITE)),
  };
}

/** Contrast of two colours by WCAG 2.2: 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour mixed with another in steps until it can be read on a surface. */
function legible(colour: Rgb, surface: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = mix(colour, towards, share);
    if (contrast(mixed, surface) >= LEGIBLE) return mixed;
  }
  return towards;
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const part = (index: 0 | 1 | 2) => one[index] * (1 - share) + other[index] * share;
  return [part(0), part(1), part(2)];
}

function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function css(colour: Rgb): string {
  return `rgb(${colour.map((channel) => Math.round(channel * 255)).join(' ')})`;
}

/** Reads a colour as browsers compute one mixed in sRGB: `color(srgb 0.1 0.2 0.3)`. */
export function parseSrgb(computed: string): Rgb | undefined {
  const [red, green, blue] = /^color\(srgb ([-\d.e]+) ([-\d.e]+) ([-\d.e]+)/.exec(computed)?.slice(1).map(Number) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const clamp = (channel: number) => Math.min(1, Math.max(0, channel));
  return [clamp(red), clamp(green), clamp(blue)];
}
