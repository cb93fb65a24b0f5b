import type { Audience } from './audience.ts';
import type { Level } from './level.ts';

/** A text at each level: the same for everyone, or one for each audience. */
export type TextByLevel = Readonly<Record<Level, string>> | Readonly<Record<Audience, Readonly<Record<Level, string>>>>;

/** The text for a reader. */
export function textAt(text: TextByLevel, level: Level, audience: Audience): string {
  return ('employee' in text ? text[audience] : text)[level];
}
