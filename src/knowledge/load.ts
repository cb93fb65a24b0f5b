import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { LEVELS, type Level } from '../shared/level.ts';
import {
  dangerSchema,
  openItemsSchema,
  outOfScopeSchema,
  phrasesSchema,
  plainLanguageSchema,
  sourcesSchema,
  vocabularySchema,
} from './base-schemas.ts';
import { checkAnswers } from './check-answers.ts';
import { checkOpenItems, checkOutOfScope, checkPhraseLists, checkTopics } from './check.ts';
import { ContentFile, type ContentFiles } from './content-file.ts';
import type { Knowledge, Messages } from './knowledge.ts';
import { messagesSchema } from './messages-schema.ts';
import { ContentError, type ContentProblem } from './problem.ts';
import { signpostSchema } from './signpost-schema.ts';
import { topicSchema } from './topic-schema.ts';

/** The content folder that comes with the product. */
export const KNOWLEDGE_FOLDER = join(import.meta.dirname, '..', '..', 'knowledge');

export interface LoadResult {
  /** Absent when there is an error among the problems. */
  knowledge?: Knowledge;
  /** The files themselves, for those who look after the content; absent with the knowledge. */
  files?: ContentFiles;
  problems: ContentProblem[];
}

/**
 * Reads and checks the whole content folder. Nothing is skipped: a file in a place where no content belongs is a problem too.
 *
 * @param today in the Netherlands; only review dates look at it
 */
export function readKnowledge(folder: string, today: Temporal.PlainDate): LoadResult {
  const reader = new FolderReader(folder);
  const sources = reader.read('_sources.yaml', sourcesSchema);
  const vocabulary = reader.read('_vocabulary.yaml', vocabularySchema);
  const phrases = reader.read('_phrases.yaml', phrasesSchema);
  const danger = reader.read('_danger.yaml', dangerSchema);
  const outOfScope = reader.read('_out-of-scope.yaml', outOfScopeSchema);
  const messages = LEVELS.map((level) => [level, reader.read(`_messages/${level}.yaml`, messagesSchema)] as const);
  const plainLanguage = reader.read('_plain-language.yaml', plainLanguageSchema);
  const openItems = reader.read('_open-items.yaml', openItemsSchema);
  const topics = reader.entries(/^[a-z0-9-]+\/[^/]+\.yaml$/, topicSchema);
  const signposts = reader.entries(/^_signposts\/[^/]+\.yaml$/, signpostSchema);
  const problems = [...reader.problems, ...reader.misplaced()];
  problems.push(...checkTopics(topics, signposts, sources?.value, reader.unreadable, today));
  problems.push(...topics.flatMap(checkAnswers));
  if (outOfScope) problems.push(...checkOutOfScope(outOfScope, [...topics, ...signposts]));
  if (openItems) problems.push(...checkOpenItems(openItems, topics, reader.unreadable));
  if (vocabulary) problems.push(...checkPhraseLists(vocabulary, vocabulary.value.synonyms, ['synonyms']));
  if (phrases) problems.push(...checkPhraseLists(phrases, phrases.value.commands, ['commands']));
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  if (!sources || !vocabulary || !phrases || !danger || !outOfScope || !plainLanguage || !openItems)
    throw new Error('a file was not read and no problem was reported');
  return {
    problems,
    files: { topics, signposts, vocabulary, plainLanguage, openItems },
    knowledge: {
      topics: topics.map(({ value }) => value),
      signposts: signposts.map(({ value }) => value),
      sources: sources.value,
      vocabulary: vocabulary.value,
      phrases: phrases.value,
      danger: danger.value,
      outOfScope: outOfScope.value.examples,
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

  /** Files of one kind, one entry each, whose file name is the entry's id. */
  entries<S extends z.ZodType<{ id: string }>>(pattern: RegExp, schema: S): ContentFile<z.infer<S>>[] {
    return this.#files()
      .filter((path) => pattern.test(path))
      .flatMap((path) => {
        const file = this.read(path, schema);
        const id = basename(path, '.yaml');
        if (file === undefined) {
          this.unreadable.add(id);
          return [];
        }
        if (file.value.id !== id) {
          this.problems.push(
            file.problem('error', ['id'], {
              found: `"${file.value.id}" in het bestand ${id}.yaml`,
              allowed: 'een id die gelijk is aan de bestandsnaam zonder .yaml',
              fix: 'hernoem het bestand of verander de id',
            }),
          );
        }
        return [file];
      });
  }

  /** Files that no reader asked for and that are no documentation either. */
  misplaced(): ContentProblem[] {
    return this.#files()
      .filter((path) => !this.#known.has(path) && path !== 'README.md' && !path.endsWith('.schema.json'))
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
