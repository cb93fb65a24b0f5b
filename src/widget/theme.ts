import { accentColours, parseSrgb, type Rgb } from './accent.ts';

const DEFAULT_ACCENT: Rgb = [0.043, 0.361, 0.333];

/**
 * Sets the colours that follow from the accent: the page's `--spoor2-accent`, else the setting, else our own.
 *
 * @param frame in the document, or there is nothing to compute with
 */
export function applyAccent(frame: HTMLElement, setting: string | undefined): void {
  const variable = getComputedStyle(frame).getPropertyValue('--spoor2-accent').trim();
  const wanted = variable === '' ? setting : variable;
  const { accent, onAccent, textOnLight, textOnDark } = accentColours(
    (wanted === undefined ? undefined : rgbOf(wanted, frame)) ?? DEFAULT_ACCENT,
  );
  frame.style.setProperty('--accent', accent);
  frame.style.setProperty('--on-accent', onAccent);
  frame.style.setProperty('--accent-on-light', textOnLight);
  frame.style.setProperty('--accent-on-dark', textOnDark);
}

/** Any colour of CSS: the browser works out which it is. */
function rgbOf(colour: string, frame: HTMLElement): Rgb | undefined {
  frame.style.color = `color-mix(in srgb, ${colour}, ${colour})`;
  const rgb = parseSrgb(getComputedStyle(frame).color);
  frame.style.removeProperty('color');
  return rgb;
}
