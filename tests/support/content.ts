import type { z } from 'zod';
import { ContentFile } from '../../src/knowledge/content-file.ts';
import type { ContentProblem } from '../../src/knowledge/problem.ts';

/** A content file from YAML in a test. */
export function contentFile<S extends z.ZodType>(name: string, yaml: string, schema: S): ContentFile<z.infer<S>> {
  const problems: ContentProblem[] = [];
  const file = ContentFile.read(name, yaml, schema, problems);
  if (file === undefined) throw new Error(`the test's content is wrong: ${JSON.stringify(problems)}`);
  return file;
}
