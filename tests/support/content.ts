import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { ContentFile } from '../../src/knowledge/content-file.ts';
import { KNOWLEDGE_FOLDER } from '../../src/knowledge/load.ts';
import type { ContentProblem } from '../../src/knowledge/problem.ts';

/** A content file from YAML in a test. */
export function contentFile<S extends z.ZodType>(name: string, yaml: string, schema: S): ContentFile<z.infer<S>> {
  const problems: ContentProblem[] = [];
  const file = ContentFile.read(name, yaml, schema, problems);
  if (file === undefined) throw new Error(`the test's content is wrong: ${JSON.stringify(problems)}`);
  return file;
}

/** Enough phrasings for a topic to be allowed. */
const FEW = 24;

/** A copy of the content with the first of each topic's phrasings only: the same kind of content, and much quicker to read. */
export function copyContentWithFewPhrasings(folder: string): void {
  cpSync(KNOWLEDGE_FOLDER, folder, { recursive: true });
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.yaml')) continue;
    const path = join(folder, file);
    writeFileSync(path, withFewPhrasings(readFileSync(path, 'utf8')));
  }
}

function withFewPhrasings(text: string): string {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line === 'questions:' || line === 'examples:') + 1;
  if (first === 0) return text;
  const last = lines.findIndex((line, place) => place > first && /^[a-z]/.test(line));
  return [...lines.slice(0, first + FEW), ...(last === -1 ? [] : lines.slice(last))].join('\n');
}
