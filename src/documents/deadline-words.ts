import { Temporal } from 'temporal-polyfill';
import { dateText } from '../dates/date-text.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Actor, Deadline } from '../rules/deadline.ts';
import type { Value } from '../rules/finding.ts';
import type { Audience } from '../shared/audience.ts';
import { languageOf, type Level } from '../shared/level.ts';
import { textAt, type TextByLevel } from '../shared/text-at.ts';

/** For whom words are chosen. */
export interface WordReader {
  level: Level;
  audience: Audience;
}

/** What a deadline is called. */
export function deadlineTitle(
  { id, number }: Pick<Deadline, 'id'> & { number?: number | undefined },
  { level, audience }: WordReader,
  { deadlines }: Knowledge,
): string {
  return textAt(deadlines.deadlines[id].title, level, audience).replace('{number}', String(number ?? ''));
}

/** What to do about a deadline, and what if it is missed. */
export function deadlineTexts(
  { id, afterContract }: Pick<Deadline, 'id' | 'afterContract'>,
  { deadlines }: Knowledge,
): { do: TextByLevel; missed?: TextByLevel | undefined; unverified?: TextByLevel | undefined } {
  const texts = deadlines.deadlines[id];
  return afterContract === true && texts.afterContract !== undefined ? texts.afterContract : texts;
}

/** Those who act, as a reader calls them: "jij en je werkgever". */
export function actorsText(
  actors: readonly Actor[],
  { level, audience }: WordReader,
  { deadlines }: Knowledge,
): string {
  const names = actors.map((actor) => textAt(deadlines.actors[actor], level, audience));
  const and = languageOf(level) === 'en' ? 'and' : 'en';
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1) ?? ''}`;
}

/** How a deadline was reached, one sentence a step. */
export function derivationTexts({ derivation }: Deadline, reader: WordReader, knowledge: Knowledge): string[] {
  return derivation.map(({ step, values }) => filledText(knowledge.deadlines.steps[step], values, reader, knowledge));
}

/** A text with its values in the place of `{names}`: dates in full, deadlines by their title, actors by what they are called. */
export function filledText(
  text: TextByLevel,
  values: Readonly<Record<string, Value>>,
  reader: WordReader,
  knowledge: Knowledge,
): string {
  const filled = textAt(text, reader.level, reader.audience).replaceAll(
    /\{([a-z]+)\}/gi,
    (placeholder, name: string) => {
      const value = values[name];
      return value === undefined ? placeholder : valueText(value, reader, knowledge);
    },
  );
  return filled.replaceAll(
    /(?<![\d.,])1 (dagen|weken|maanden|days|weeks|months)\b/g,
    (_, unit: keyof typeof ONE) => `1 ${ONE[unit]}`,
  );
}

/** What one of a unit is called: texts are written for more. */
const ONE = { dagen: 'dag', weken: 'week', maanden: 'maand', days: 'day', weeks: 'week', months: 'month' } as const;

function valueText(value: Value, reader: WordReader, knowledge: Knowledge): string {
  const language = languageOf(reader.level);
  if (typeof value === 'number') return value.toLocaleString(language);
  if (value instanceof Temporal.PlainDate) return dateText(value, language);
  if ('deadline' in value) return deadlineTitle({ id: value.deadline, number: value.number }, reader, knowledge);
  return actorsText(value.actors, reader, knowledge);
}
