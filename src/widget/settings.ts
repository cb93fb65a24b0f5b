import type { Level } from '../shared/level.ts';
import { isWebAddress } from './address.ts';

/** How a site wants the widget. */
export interface Settings {
  name: string;
  colour?: string;
  position: 'right' | 'left';
  theme?: 'light' | 'dark';
  /** Absent: the visitor has not chosen and the site does not say. */
  level?: Level;
  privacyUrl?: string;
  open: boolean;
}

const LEVEL_NAMES: Readonly<Record<string, Level>> = { b1: 'nl-B1', a2: 'nl-A2' };

/**
 * The settings in a script tag's data attributes. What is not known is left out, with a warning for the site's maker.
 *
 * @param isColour whether the browser knows a text as a colour
 */
export function readSettings(
  data: Readonly<Partial<Record<string, string>>>,
  isColour: (text: string) => boolean,
): { settings: Settings; warnings: readonly string[] } {
  const warnings: string[] = [];
  const check = (name: string, isAllowed: (text: string) => boolean, allowed: string): string | undefined => {
    const value = data[name]?.trim();
    if (value === undefined || isAllowed(value)) return value;
    warnings.push(`spoor2: data-${attributeName(name)}="${value}" is ignored; allowed: ${allowed}`);
    return undefined;
  };
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | undefined =>
    check(name, (text) => values.some((value) => value === text), values.join(', ')) as Value | undefined;

  const name = check('name', (text) => text !== '' && text.length <= 60, 'a name of 1 to 60 characters');
  const colour = check('colour', isColour, 'a CSS colour, such as #0b5c55');
  const privacyUrl = check('privacyUrl', isWebAddress, 'an address that begins with https:// or http://');
  const theme = oneOf('theme', ['light', 'dark']);
  const level = levelOf(oneOf('language', ['nl', 'en']), oneOf('level', ['b1', 'a2']));
  return {
    settings: {
      name: name ?? 'Spoor 2-assistent',
      position: oneOf('position', ['right', 'left']) ?? 'right',
      open: data['open'] !== undefined && data['open'] !== 'false',
      ...(colour !== undefined && { colour }),
      ...(theme !== undefined && { theme }),
      ...(level !== undefined && { level }),
      ...(privacyUrl !== undefined && { privacyUrl }),
    },
    warnings,
  };
}

/** English has one level: a reading level of Dutch says nothing about it. */
function levelOf(language: 'nl' | 'en' | undefined, level: 'b1' | 'a2' | undefined): Level | undefined {
  if (language === 'en') return 'en';
  if (level !== undefined) return LEVEL_NAMES[level];
  return language === 'nl' ? 'nl-B1' : undefined;
}

function attributeName(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
