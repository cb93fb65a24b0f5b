import { load } from 'js-yaml';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainLanguageSchema } from '../../src/knowledge/base-schemas.ts';
import { ContentFile } from '../../src/knowledge/content-file.ts';
import { deadlineTextsSchema, STEP_PLACEHOLDERS } from '../../src/knowledge/deadline-texts-schema.ts';
import type { DialogText } from '../../src/knowledge/dialog-texts-schema.ts';
import { differingNumbers, numbersOf } from '../../src/knowledge/level-facts.ts';
import { KNOWLEDGE_FOLDER } from '../../src/knowledge/load.ts';
import { formatProblems, type ContentProblem } from '../../src/knowledge/problem.ts';
import {
  difficultWords,
  measureReading,
  passiveSentences,
  READING_LIMITS,
  unexplainedTerms,
} from '../../src/lint/reading-level.ts';
import { DEADLINES, STEPS } from '../../src/rules/deadline.ts';
import { AUDIENCES, type Audience } from '../../src/shared/audience.ts';
import { languageOf, LEVELS, type Level } from '../../src/shared/level.ts';

const FILE = 'dialogs/_deadlines.yaml';
const source = readFileSync(join(KNOWLEDGE_FOLDER, '..', FILE), 'utf8');
const texts = deadlineTextsSchema.parse(load(source));
const plainLanguage = plainLanguageSchema.parse(
  load(readFileSync(join(KNOWLEDGE_FOLDER, '_plain-language.yaml'), 'utf8')),
);

function wordsFor(text: DialogText, audience: Audience, level: Level): string {
  return 'employee' in text ? text[audience][level] : text[level];
}

/** What one reader sees of a deadline, and of each step; a date is filled in as long as dates are. */
function shownTo(audience: Audience, level: Level): { name: string; text: string }[] {
  const deadlines = DEADLINES.map((id) => {
    const { title, ...rest } = texts.deadlines[id];
    const lines = [rest.do, rest.missed, rest.unverified].flatMap((text) =>
      text === undefined ? [] : [wordsFor(text, audience, level)],
    );
    return { name: id, text: [`${wordsFor(title, audience, level)}:`, ...lines].join('\n') };
  });
  const steps = STEPS.map((id) => ({ name: `step ${id}`, text: wordsFor(texts.steps[id], audience, level) }));
  return [...deadlines, ...steps].map(({ name, text }) => ({
    name,
    text: text
      .replaceAll(/\{(?:date|from|to|reported|decision)\}/g, 'maandag 5 januari 2026')
      .replaceAll(/\{\w+\}/g, '14'),
  }));
}

const readers = AUDIENCES.flatMap((audience) => LEVELS.map((level) => ({ audience, level })));
const shown = readers.flatMap(({ audience, level }) =>
  shownTo(audience, level).map(({ name, text }) => ({ audience, level, name, text })),
);

/** The problems of the file with one change in it. */
function problemsAfter(
  change: (copy: Record<string, Record<string, Record<string, unknown>>>) => void,
): ContentProblem[] {
  const copy = structuredClone(texts) as unknown as Parameters<typeof change>[0];
  change(copy);
  const problems: ContentProblem[] = [];
  ContentFile.read(FILE, JSON.stringify(copy), deadlineTextsSchema, problems);
  return problems;
}

describe('the texts of the deadlines', () => {
  it('fit their schema', () => {
    const problems: ContentProblem[] = [];
    ContentFile.read(FILE, source, deadlineTextsSchema, problems);
    expect(formatProblems(problems)).toBe('');
  });

  it.each(readers)('have titles of at most 6 words that fit a calendar ($audience, $level)', ({ audience, level }) => {
    for (const id of DEADLINES) {
      const title = wordsFor(texts.deadlines[id].title, audience, level);
      expect(title.replace('{number}', '15').length, title).toBeLessThanOrEqual(45);
      expect(title.split(' ').length, title).toBeLessThanOrEqual(6);
      expect(title).not.toMatch(/[.:?]$/);
    }
  });

  it('number the evaluations, which come back', () => {
    for (const { audience, level } of readers)
      expect(wordsFor(texts.deadlines.evaluatie.title, audience, level)).toContain('{number}');
  });

  it('state the same numbers at every level', () => {
    for (const { audience, level, name, text } of shown) {
      const simplest = shown.find(
        (other) => other.audience === audience && other.name === name && other.level === 'nl-B1',
      );
      const difference = differingNumbers(
        numbersOf(text, languageOf(level)),
        numbersOf(simplest?.text ?? '', languageOf('nl-B1')),
      );
      expect(difference, `${name} ${audience} ${level}`).toEqual({ missing: [], extra: [] });
    }
  });

  it.each(readers)('are as easy to read as answers ($audience, $level)', ({ audience, level }) => {
    const limits = READING_LIMITS[level];
    const own = shownTo(audience, level);
    const all = measureReading(own.map(({ text }) => text).join('\n'));
    expect(all.averageSentence).toBeLessThanOrEqual(limits.averageSentence);
    expect(all.longWords).toBeLessThanOrEqual(limits.longWords);
    const tooLong = own
      .map(({ name, text }) => ({ name, ...measureReading(text).longestSentence }))
      // A date in full is four words that read as one.
      .filter(({ text, words }) => words - 3 * (text.split('5 januari').length - 1) > limits.longestSentence);
    expect(tooLong).toEqual([]);
  });

  it('hold no difficult word in Dutch', () => {
    const found = shown
      .filter(({ level }) => level !== 'en')
      .map(({ name, level, text }) => ({ name, level, words: difficultWords(text, plainLanguage) }));
    expect(found.filter(({ words }) => words.length > 0)).toEqual([]);
  });

  it('explain terms in A2, and say there who does something', () => {
    const found = shown
      .filter(({ level }) => level === 'nl-A2')
      .map(({ name, audience, text }) => ({
        name,
        audience,
        terms: unexplainedTerms(text, plainLanguage),
        passive: passiveSentences(measureReading(text)),
      }));
    expect(found.filter(({ terms, passive }) => terms.length > 0 || passive.length > 0)).toEqual([]);
  });

  it('never present what UWV does as what the law says', () => {
    for (const id of ['evaluatie', 'eerstejaarsevaluatie', 'spoor2Uiterlijk'] as const) {
      const { unverified } = texts.deadlines[id];
      expect(unverified && wordsFor(unverified, 'employee', 'nl-B1')).toContain('UWV hanteert in de praktijk');
    }
  });
});

describe('deadlineTextsSchema', () => {
  it('names a deadline without texts', () => {
    const [problem, ...others] = problemsAfter(({ deadlines }) => delete deadlines?.['wiaAanvraag']);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ field: 'deadlines.wiaAanvraag', found: 'niets: dit veld ontbreekt' });
  });

  it('names a step without a text', () => {
    expect(problemsAfter(({ steps }) => delete steps?.['teldag'])).toMatchObject([
      { field: 'steps.teldag', found: 'niets' },
    ]);
  });

  it('refuses a deadline that the rules do not know', () => {
    expect(problemsAfter(({ deadlines }) => deadlines && (deadlines['weekNegentig'] = {}))).toMatchObject([
      { found: 'onbekend veld "weekNegentig"' },
    ]);
  });

  it.each(Object.entries(STEP_PLACEHOLDERS))('asks for exactly the placeholders of %s: %j', (step, names) => {
    const all = names.map((name) => `{${name}}`).join(' ');
    const withText = (line: string) =>
      problemsAfter(({ steps }) => steps && (steps[step] = { 'nl-B1': line, 'nl-A2': all, en: all }));
    expect(withText(`Dat is ${all}.`)).toEqual([]);
    expect(withText('Dat is het.')).toMatchObject([{ field: `steps.${step}.nl-B1`, found: 'geen invulwoorden' }]);
    for (const wrong of ['{datum}', '{', '{Date}'])
      expect(withText(`${wrong} ${all}`)).toMatchObject([{ field: `steps.${step}.nl-B1` }]);
  });

  it('allows no placeholder outside the steps and the number of an evaluation', () => {
    const line = 'Op {date}';
    const text = { 'nl-B1': line, 'nl-A2': line, en: line };
    const changed = problemsAfter(({ deadlines }) => Object.assign(deadlines?.['aow'] ?? {}, { do: text }));
    expect(changed.map(({ field }) => field)).toEqual(LEVELS.map((level) => `deadlines.aow.do.${level}`));
  });

  it('finds a title that is too long for one reader only', () => {
    const byLevel = { 'nl-B1': 'Kort', 'nl-A2': 'Kort', en: 'Short' };
    const title = { employee: byLevel, employer: { ...byLevel, en: 'x'.repeat(46) } };
    expect(problemsAfter(({ deadlines }) => Object.assign(deadlines?.['aow'] ?? {}, { title }))).toMatchObject([
      { field: 'deadlines.aow.title.employer.en', found: '46 tekens' },
    ]);
  });
});
