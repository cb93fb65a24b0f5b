/** Language and reading level of what the assistant says: Dutch at CEFR B1 (the default) or A2, or English. */
export const LEVELS = ['nl-B1', 'nl-A2', 'en'] as const;

export type Level = (typeof LEVELS)[number];

export type Language = 'nl' | 'en';

/** The language that a level is written in. */
export function languageOf(level: Level): Language {
  return level === 'en' ? 'en' : 'nl';
}

export const DEFAULT_LEVEL = 'nl-B1' satisfies Level;
