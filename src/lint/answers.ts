import type { ContentFile } from '../knowledge/content-file.ts';
import type { PlainLanguage, Topic } from '../knowledge/knowledge.ts';
import type { ContentProblem, Finding } from '../knowledge/problem.ts';
import { LEVELS, type Level } from '../shared/level.ts';
import { wordCount } from '../shared/text.ts';
import { difficultWords, measureReading, passiveSentences, READING_LIMITS, unexplainedTerms } from './reading-level.ts';

/**
 * An answer shorter than this leaves the reader with a new question; a longer one is not read to its end. Simple Dutch
 * takes more words for the same facts: it explains them.
 */
const ANSWER_WORDS: Readonly<Record<Level, { min: number; max: number }>> = {
  'nl-B1': { min: 40, max: 120 },
  'nl-A2': { min: 40, max: 150 },
  en: { min: 40, max: 130 },
};

/** Answers that are too long, too short or too hard for the readers of their level. */
export function lintAnswers(file: ContentFile<Topic>, plainLanguage: PlainLanguage): ContentProblem[] {
  return Object.entries(file.value.answers).flatMap(([audience, byLevel = {}]) =>
    LEVELS.flatMap((level) => {
      const text = byLevel[level];
      if (text === undefined) return [];
      return findings(text, level, plainLanguage).map((finding) =>
        file.problem('warning', ['answers', audience, level], finding),
      );
    }),
  );
}

function findings(text: string, level: Level, plainLanguage: PlainLanguage): Finding[] {
  const reading = measureReading(text);
  const limits = READING_LIMITS[level];
  const found: Finding[] = [];
  const words = wordCount(text);
  const { min, max } = ANSWER_WORDS[level];
  if (words < min || words > max) {
    found.push({
      found: `een antwoord van ${words} woorden`,
      allowed: `${min} tot ${max} woorden in ${level}`,
      fix: words > max ? 'maak het antwoord korter of verdeel het over twee onderwerpen' : 'vul het antwoord aan',
    });
  }
  if (reading.averageSentence > limits.averageSentence) {
    found.push({
      found: `gemiddeld ${decimal(reading.averageSentence)} woorden per zin`,
      allowed: `gemiddeld hooguit ${limits.averageSentence} in ${level}`,
      fix: 'knip lange zinnen in tweeën',
    });
  }
  if (reading.longestSentence.words > limits.longestSentence) {
    found.push({
      found: `een zin van ${reading.longestSentence.words} woorden: "${reading.longestSentence.text}"`,
      allowed: `zinnen van hooguit ${limits.longestSentence} woorden in ${level}`,
      fix: 'maak er twee zinnen van, of een lijst',
    });
  }
  if (reading.longWords > limits.longWords) {
    found.push({
      found: `${percent(reading.longWords)} lange woorden`,
      allowed: `hooguit ${percent(limits.longWords)} in ${level}`,
      fix: 'kies kortere woorden, of zeg het met een werkwoord',
    });
  }
  if (level === 'en') return found;
  for (const [word, easier] of difficultWords(text, plainLanguage)) {
    found.push({ found: `"${word}"`, allowed: 'woorden die iedereen kent', fix: `schrijf "${easier}"` });
  }
  if (level !== 'nl-A2') return found;
  for (const [term, by] of unexplainedTerms(text, plainLanguage)) {
    found.push({
      found: `"${term}" zonder uitleg`,
      allowed: `in nl-A2 een uitleg erbij, met een van deze woorden: ${by.join(', ')}`,
      fix: 'leg het woord meteen uit in een korte zin',
    });
  }
  for (const sentence of passiveSentences(reading)) {
    found.push({
      found: `een lijdende zin: "${sentence}"`,
      allowed: 'in nl-A2 alleen zinnen die zeggen wie iets doet',
      fix: 'begin met wie het doet',
    });
  }
  return found;
}

function decimal(value: number): string {
  return value.toLocaleString('nl', { maximumFractionDigits: 1 });
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
