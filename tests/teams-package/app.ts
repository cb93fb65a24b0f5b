import { Resvg } from '@resvg/resvg-js';
import { readConfig } from '../../src/config.ts';
import { appSettings, type AppSettings } from '../../src/teams-package/settings.ts';

export const APP_ID = '0a1b2c3d-1111-4222-8333-444455556666';

/** Settings that are enough for a package, as an administrator gives them. */
export const ENVIRONMENT = { MICROSOFT_APP_ID: APP_ID, PUBLIC_URL: 'https://spoor2.example.nl' };

/** The settings of the app, with others in the environment beside the ones that are enough. */
export function settingsWith(env: Record<string, string> = {}): AppSettings {
  return appSettings(readConfig({ ...ENVIRONMENT, ...env }));
}

export interface Picture {
  width: number;
  height: number;
  /** Red, green, blue and alpha of a pixel, 0 to 255; colours are multiplied by alpha. */
  pixel: (x: number, y: number) => number[];
}

export function readPng(png: Uint8Array): Picture {
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  return { width, height, pixel: (x, y) => [...pixels.subarray((y * width + x) * 4, (y * width + x + 1) * 4)] };
}

/** The place of every pixel. */
export function places({ width, height }: Picture): [x: number, y: number][] {
  return Array.from({ length: width * height }, (_, place) => [place % width, Math.floor(place / width)]);
}
