import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { LEVELS, type Level } from '../shared/level.ts';
import {
  dangerSchema,
  healthWordsSchema,
  openItemsSchema,
  outOfScopeSchema,
  phrasesSchema,
  plainLanguageSchema,
  sourcesSchema,
  vocabularySchema,
} from './base-schemas.ts';
import { checkAnswers } from './check-answers.ts';
import { checkOpenItems, checkOutOfScope, checkPhraseLists, checkTopics } from './check.ts';
import { checkFigures } from './check-figures.ts';
import { ContentFile, type ContentFiles } from './content-file.ts';
import { deadlineTextsSchema } from './deadline-texts-schema.ts';
import { dialogTextsSchema } from './dialog-texts-schema.ts';
import { aowLeeftijdSchema, wiaBeslistermijnSchema } from './figures-schema.ts';
import type { Knowledge, Messages } from './knowledge.ts';
import { messagesSchema } from './messages-schema.ts';
import { ContentError, type ContentProblem } from './problem.ts';
import { signpostSchema } from './signpost-schema.ts';
import { topicSchema } from './topic-schema.ts';

/** The content folder that comes with the product. */
export const KNOWLEDGE_FOLDER = join(import.meta.dirname, '..', '..', 'knowledge');

/** The folder of the guided dialogs: one folder each, with its texts beside its routes. */
export const DIALOGS_FOLDER = join(import.meta.dirname, '..', '..', 'dialogs');

export interface LoadResult {
  /** Absent when there is an error among the problems. */
  knowledge?: Knowledge;
  /** The files themselves, for those who look after the content; absent with the knowledge. */
  files?: ContentFiles;
  problems: ContentProblem[];
}

/**
 * Reads and checks the whole content folder, and the texts of the dialogs. Nothing is skipped: a file in a place where no
 * content belongs is a problem too.
 *
 * @param today in the Netherlands; only review dates look at it
 */
export function readKnowledge(
  folder: string,
  today: Temporal.PlainDate,
  dialogsFolder: string = DIALOGS_FOLDER,
): LoadResult {
  const reader = new FolderReader(folder);
  const sources = reader.read('_sources.yaml', sourcesSchema);
  const vocabulary = reader.read('_vocabulary.yaml', vocabularySchema);
  const phrases = reader.read('_phrases.yaml', phrasesSchema);
  const danger = reader.read('_danger.yaml', dangerSchema);
  const healthWords = reader.read('_health-words.yaml', healthWordsSchema);
  const outOfScope = reader.read('_out-of-scope.yaml', outOfScopeSchema);
  const messages = LEVELS.map((level) => [level, reader.read(`_messages/${level}.yaml`, messagesSchema)] as const);
  const plainLanguage = reader.read('_plain-language.yaml', plainLanguageSchema);
  const openItems = reader.read('_open-items.yaml', openItemsSchema);
  const aowLeeftijd = reader.read('_figures/aow-leeftijd.yaml', aowLeeftijdSchema);
  const wiaBeslistermijn = reader.read('_figures/wia-beslistermijn.yaml', wiaBeslistermijnSchema);
  const dialogReader = new FolderReader(dialogsFolder);
  const deadlines = dialogReader.read('_deadlines.yaml', deadlineTextsSchema);
  const dialogs = dialogReader.entries(/^[a-z0-9-]+\/texts\.yaml$/, dialogTextsSchema, (path) => dirname(path));
  const topics = reader.entries(/^[a-z0-9-]+\/[^/]+\.yaml$/, topicSchema);
  const signposts = reader.entries(/^_signposts\/[^/]+\.yaml$/, signpostSchema);
  const problems = [
    ...reader.problems,
    ...reader.misplaced(),
    ...dialogReader.problems,
    ...dialogReader.misplaced((path) => path.endsWith('.ts')),
  ];
  if (aowLeeftijd) problems.push(...checkFigures(aowLeeftijd, 'ages', sources?.value, today));
  if (wiaBeslistermijn) problems.push(...checkFigures(wiaBeslistermijn, 'terms', sources?.value, today));
  problems.push(...checkTopics(topics, signposts, sources?.value, reader.unreadable, today));
  problems.push(...topics.flatMap(checkAnswers));
  if (outOfScope) problems.push(...checkOutOfScope(outOfScope, [...topics, ...signposts]));
  if (openItems) problems.push(...checkOpenItems(openItems, topics, reader.unreadable));
  if (vocabulary) problems.push(...checkPhraseLists(vocabulary, vocabulary.value.synonyms, ['synonyms']));
  if (phrases) problems.push(...checkPhraseLists(phrases, phrases.value.commands, ['commands']));
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  if (!sources || !vocabulary || !phrases || !danger || !outOfScope || !plainLanguage || !openItems)
    throw new Error('a file was not read and no problem was reported');
  if (!healthWords || !aowLeeftijd || !wiaBeslistermijn || !deadlines)
    throw new Error('a file was not read and no problem was reported');
  return {
    problems,
    files: { topics, signposts, vocabulary, plainLanguage, openItems, dialogs, deadlines },
    knowledge: {
      topics: topics.map(({ value }) => value),
      signposts: signposts.map(({ value }) => value),
      sources: sources.value,
      vocabulary: vocabulary.value,
      phrases: phrases.value,
      danger: danger.value,
      healthWords: healthWords.value.words,
      outOfScope: outOfScope.value.examples,
      figures: { aowLeeftijden: aowLeeftijd.value.ages, wiaBeslistermijnen: wiaBeslistermijn.value.terms },
      dialogs: dialogs.map(({ value }) => value),
      deadlines: deadlines.value,
      messages: Object.fromEntries(messages.map(([level, file]) => [level, file?.value])) as Record<Level, Messages>,
    },
  };
}

/**
 * The content, or no start at all.
 *
 * @throws ContentError naming every problem when the content has an error
 */
export function loadKnowledge(folder: string, today: Temporal.PlainDate): Knowledge {
  const { knowledge, problems } = readKnowledge(folder, today);
  if (knowledge === undefined) throw new ContentError(problems.filter(({ severity }) => severity === 'error'));
  return knowledge;
}

class FolderReader {
  readonly problems: ContentProblem[] = [];
  /** Ids of topics and signposts whose file could not be used. */
  readonly unreadable = new Set<string>();
  readonly #folder: string;
  readonly #known = new Set<string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  read<S extends z.ZodType>(path: string, schema: S): ContentFile<z.infer<S>> | undefined {
    this.#known.add(path);
    const full = join(this.#folder, path);
    if (!existsSync(full)) {
      this.problems.push(
        fileProblem(this.#shown(path), 'niets: dit bestand ontbreekt', 'dit bestand', 'zet het bestand terug'),
      );
      return undefined;
    }
    return ContentFile.read(this.#shown(path), readFileSync(full, 'utf8'), schema, this.problems);
  }

  /** Files of one kind, one entry each, whose name is the entry's id. */
  entries<S extends z.ZodType<{ id: string }>>(
    pattern: RegExp,
    schema: S,
    nameOf: (path: string) => string = (path) => basename(path, '.yaml'),
  ): ContentFile<z.infer<S>>[] {
    return this.#files()
      .filter((path) => pattern.test(path))
      .flatMap((path) => {
        const file = this.read(path, schema);
        const id = nameOf(path);
        if (file === undefined) {
          this.unreadable.add(id);
          return [];
        }
        if (file.value.id !== id) {
          this.problems.push(
            file.problem('error', ['id'], {
              found: `"${file.value.id}" in ${path}`,
              allowed: `"${id}", gelijk aan de naam op schijf`,
              fix: 'hernoem het bestand of verander de id',
            }),
          );
        }
        return [file];
      });
  }

  /** Files that no reader asked for and that are no documentation either. */
  misplaced(isCode: (path: string) => boolean = () => false): ContentProblem[] {
    return this.#files()
      .filter(
        (path) => !this.#known.has(path) && !isCode(path) && path !== 'README.md' && !path.endsWith('.schema.json'),
      )
      .map((path) =>
        fileProblem(
          this.#shown(path),
          'een bestand dat hier niet hoort',
          'onderwerpen als knowledge/<groep>/<id>.yaml',
          'verplaats het bestand naar een groep, geef het de uitgang .yaml, of verwijder het',
        ),
      );
  }

  #files(): string[] {
    return readdirSync(this.#folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^\.|~$/.test(entry.name))
      .map((entry) => relative(this.#folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  }

  #shown(path: string): string {
    return `${basename(this.#folder)}/${path}`;
  }
}

function fileProblem(file: string, found: string, allowed: string, fix: string): ContentProblem {
  return { severity: 'error', file, line: 1, field: '', found, allowed, fix };
}
