import { describe, expect, it } from 'vitest';
import { icon } from '../../src/teams-package/icons.ts';
import { teamsManifest } from '../../src/teams-package/manifest.ts';
import { places, readPng, settingsWith } from './app.ts';

/** Side of the square in the middle that the mark keeps within, after Microsoft's guideline. Pixels. */
const SAFE = 120;

describe('the icon in colour', () => {
  const picture = readPng(icon('color'));
  const { accentColor } = teamsManifest(settingsWith(), 'nl');
  const background = [...Buffer.from(accentColor.slice(1), 'hex'), 255];

  it('is 192 by 192 pixels', () => {
    expect([picture.width, picture.height]).toEqual([192, 192]);
  });

  it('fills the square with the accent colour, and has its mark in the middle', () => {
    const edge = (192 - SAFE) / 2;
    const isSafe = (place: number) => place >= edge && place < edge + SAFE;
    const outside = places(picture).filter(([x, y]) => !isSafe(x) || !isSafe(y));
    expect(outside.filter(([x, y]) => picture.pixel(x, y).join() !== background.join())).toEqual([]);
    expect(places(picture).some(([x, y]) => picture.pixel(x, y).join() === '255,255,255,255')).toBe(true);
  });
});

describe('the outline icon', () => {
  const picture = readPng(icon('outline'));

  it('is 32 by 32 pixels', () => {
    expect([picture.width, picture.height]).toEqual([32, 32]);
  });

  it('has white on nothing, and no other colour', () => {
    const pixels = places(picture).map(([x, y]) => picture.pixel(x, y));
    expect(pixels.filter(([red, green, blue, alpha]) => red !== alpha || green !== alpha || blue !== alpha)).toEqual(
      [],
    );
    expect(new Set(pixels.map(([, , , alpha]) => alpha))).toContain(0);
    expect(new Set(pixels.map(([, , , alpha]) => alpha))).toContain(255);
  });
});
