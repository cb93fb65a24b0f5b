import { describe, expect, it } from 'vitest';
import { accentColours, contrast, parseSrgb, type Rgb } from '../../src/widget/accent.ts';
import { readSettings } from '../../src/widget/settings.ts';

const isColour = (text: string) => text.startsWith('#');

describe('the settings of a site', () => {
  it('need none', () => {
    expect(readSettings({}, isColour)).toEqual({
      settings: { name: 'Spoor 2-assistent', position: 'right', open: false },
      warnings: [],
    });
  });

  it('are read from the attributes', () => {
    const data = {
      name: 'Bureau',
      colour: '#123456',
      position: 'left',
      theme: 'dark',
      level: 'a2',
      privacyUrl: 'https://example.org/privacy',
      open: '',
    };
    expect(readSettings(data, isColour)).toEqual({ settings: { ...data, level: 'nl-A2', open: true }, warnings: [] });
  });

  it.each([
    [{ language: 'en' }, 'en'],
    [{ language: 'en', level: 'a2' }, 'en'],
    [{ language: 'nl' }, 'nl-B1'],
    [{ language: 'nl', level: 'a2' }, 'nl-A2'],
    [{ level: 'b1' }, 'nl-B1'],
  ])('%j begins at level %s', (data, level) => {
    expect(readSettings(data, isColour).settings.level).toBe(level);
  });

  it.each([
    [{ colour: 'blauw' }, /data-colour="blauw".*#0b5c55/],
    [{ position: 'top' }, /data-position="top".*right, left/],
    [{ level: 'c1' }, /data-level="c1".*b1, a2/],
    [{ language: 'de' }, /data-language="de".*nl, en/],
    [{ theme: 'blue' }, /data-theme="blue".*light, dark/],
    [{ privacyUrl: 'javascript:alert(1)' }, /data-privacy-url=.*https/],
    [{ name: '' }, /data-name="".*1 to 60/],
  ])('%j is ignored, and what is allowed is told', (data, warning) => {
    const { settings, warnings } = readSettings(data, isColour);
    expect(settings).toEqual(readSettings({}, isColour).settings);
    expect(warnings).toEqual([expect.stringMatching(warning)]);
  });
});

describe('the accent of a site', () => {
  const colours = ['#ffd500', '#0b5c55', '#777777', '#ffffff', '#000000', '#ff0000', '#00ff00'].map(
    (hex) => [hex, [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)] as const,
  );

  it.each(colours)('%s can be read, as text and below text', (_, rgb) => {
    const { accent, onAccent, textOnLight, textOnDark } = accentColours(rgb as unknown as Rgb);
    expect(contrast(parse(accent), onAccent === '#fff' ? [1, 1, 1] : [0, 0, 0])).toBeGreaterThanOrEqual(4.5);
    for (const surface of ['rgb(255 255 255)', 'rgb(243 245 245)'])
      expect(contrast(parse(textOnLight), parse(surface))).toBeGreaterThanOrEqual(4.5);
    for (const surface of ['rgb(26 33 42)', 'rgb(18 24 31)', 'rgb(34 43 54)'])
      expect(contrast(parse(textOnDark), parse(surface))).toBeGreaterThanOrEqual(4.5);
  });

  it('is read as browsers compute it, and kept within what a screen can show', () => {
    expect(parseSrgb('color(srgb 0.1 1.02 -0.01)')).toEqual([0.1, 1, 0]);
    expect(parseSrgb('color(srgb 0.1 0.2 0.3 / 0.5)')).toEqual([0.1, 0.2, 0.3]);
    expect(parseSrgb('rgb(1, 2, 3)')).toBeUndefined();
  });

  function parse(colour: string): Rgb {
    const [red = 0, green = 0, blue = 0] = colour.match(/\d+/g)?.map((part) => Number(part) / 255) ?? [];
    return [red, green, blue];
  }
});
