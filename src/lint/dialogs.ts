import { checkDialog } from '../dialog-engine/check.ts';
import type { Dialog } from '../dialog-engine/definition.ts';
import type { ContentFile } from '../knowledge/content-file.ts';
import type { DialogTexts } from '../knowledge/dialog-texts-schema.ts';
import type { PlainLanguage } from '../knowledge/knowledge.ts';
import type { ContentProblem, Finding } from '../knowledge/problem.ts';
import { LEVELS, type Level } from '../shared/level.ts';
import { difficultWords, measureReading, READING_LIMITS } from './reading-level.ts';

/**
 * What is wrong with the guided dialogs: ways to nowhere, questions nobody reaches, texts that are missing, unused or
 * too hard to read.
 */
export function lintDialogs(
  definitions: readonly Dialog[],
  files: readonly ContentFile<DialogTexts>[],
  plainLanguage: PlainLanguage,
): ContentProblem[] {
  return files.flatMap((file) => {
    const definition = definitions.find(({ id }) => id === file.value.id);
    if (definition === undefined) {
      return [
        file.problem('error', ['id'], {
          found: `teksten voor "${file.value.id}", en die hulp bestaat niet`,
          allowed: definitions.map(({ id }) => id).join(', '),
          fix: 'voeg de hulp toe aan dialogs/index.ts, of verwijder de map',
        }),
      ];
    }
    const faults = checkDialog(definition, file.value).map(({ at, found, fix }) =>
      file.problem('error', at.split('.'), {
        found: `${at}: ${found}`,
        allowed: 'routes en teksten die bij elkaar passen',
        fix,
      }),
    );
    return [
      ...faults,
      ...lines(file.value).flatMap(({ path, level, text }) =>
        readingFindings(text, level, plainLanguage).map((finding) => file.problem('warning', path, finding)),
      ),
    ];
  });
}

interface Line {
  path: string[];
  level: Level;
  text: string;
}

/** Every text of a dialog with its place in the file. */
function lines({ intro, questions, headings, findings }: DialogTexts): Line[] {
  return linesUnder({ intro, questions, headings, findings }, []);
}

function linesUnder(value: unknown, path: string[]): Line[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const level = LEVELS.find((one) => one === key);
    return level !== undefined && typeof child === 'string'
      ? [{ path: [...path, key], level, text: child }]
      : linesUnder(child, [...path, key]);
  });
}

function readingFindings(text: string, level: Level, plainLanguage: PlainLanguage): Finding[] {
  const { longestSentence } = measureReading(text);
  const limit = READING_LIMITS[level].longestSentence;
  return [
    ...(longestSentence.words > limit
      ? [
          {
            found: `een zin van ${longestSentence.words} woorden: "${longestSentence.text}"`,
            allowed: `zinnen van hooguit ${limit} woorden in ${level}`,
            fix: 'maak er twee zinnen van, of een lijst',
          },
        ]
      : []),
    ...(level === 'en' ? [] : difficultWords(text, plainLanguage)).map(([word, easier]) => ({
      found: `"${word}"`,
      allowed: 'woorden die iedereen kent',
      fix: `schrijf "${easier}"`,
    })),
  ];
}
