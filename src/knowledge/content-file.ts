import { load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import type { DeadlineTexts } from './deadline-texts-schema.ts';
import type { DialogTexts } from './dialog-texts-schema.ts';
import { describeIssue } from './finding.ts';
import type { OpenItems, PlainLanguage, Signpost, Topic, Vocabulary } from './knowledge.ts';
import { lineAt, lineFinder, type Path } from './positions.ts';
import type { ContentProblem, Finding } from './problem.ts';

/** One YAML file, read against its schema. */
export class ContentFile<T> {
  readonly name: string;
  readonly value: T;
  readonly #source: string;

  private constructor(name: string, value: T, source: string) {
    this.name = name;
    this.value = value;
    this.#source = source;
  }

  /**
   * Reads a file's text. What does not parse or does not fit the schema is added to `problems`, and nothing is returned.
   *
   * @param name path shown to the editor
   */
  static read<S extends z.ZodType>(
    name: string,
    source: string,
    schema: S,
    problems: ContentProblem[],
  ): ContentFile<z.infer<S>> | undefined {
    const raw = parse(name, source, problems);
    if (raw === undefined) return undefined;
    const result = schema.safeParse(raw.value);
    if (result.success) return new ContentFile(name, result.data, source);
    const lineOf = lineFinder(source);
    for (const issue of result.error.issues) {
      problems.push({
        severity: 'error',
        file: name,
        line: lineOf(issue.path),
        field: issue.path.map(String).join('.'),
        ...describeIssue(issue, raw.value),
      });
    }
    return undefined;
  }

  /** A problem at a place in this file. */
  problem(severity: ContentProblem['severity'], path: Path, finding: Finding): ContentProblem {
    return {
      severity,
      file: this.name,
      line: lineFinder(this.#source)(path),
      field: path.map(String).join('.'),
      ...finding,
    };
  }
}

/** The content as it stands on disk, for those who look after it. */
export interface ContentFiles {
  topics: readonly ContentFile<Topic>[];
  signposts: readonly ContentFile<Signpost>[];
  vocabulary: ContentFile<Vocabulary>;
  plainLanguage: ContentFile<PlainLanguage>;
  openItems: ContentFile<OpenItems>;
  dialogs: readonly ContentFile<DialogTexts>[];
  deadlines: ContentFile<DeadlineTexts>;
}

function parse(name: string, source: string, problems: ContentProblem[]): { value: unknown } | undefined {
  try {
    return { value: load(source, { filename: name }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    problems.push({
      severity: 'error',
      file: name,
      line: error.mark ? lineAt(source, error.mark.position) : 1,
      field: '',
      found: `geen geldige YAML: ${error.reason}`,
      allowed: 'YAML met naam: waarde, en lijsten met "- "',
      fix: 'kijk naar inspringing en aanhalingstekens op deze regel en die ervoor; zet tekst met ": " tussen aanhalingstekens',
    });
    return undefined;
  }
}
