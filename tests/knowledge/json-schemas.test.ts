import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/knowledge/json-schemas.ts';
import { KNOWLEDGE_FOLDER } from '../../src/knowledge/load.ts';

describe('the JSON Schemas beside the content', () => {
  it.each(Object.entries(jsonSchemas()))('%s is what the program checks (else: npm run schemas)', (name, schema) => {
    expect(JSON.parse(readFileSync(join(KNOWLEDGE_FOLDER, name), 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  it('tell an editor what each field of a topic means', () => {
    const topic = jsonSchemas()['topic.schema.json'] as {
      properties: Record<string, { description?: string }>;
      required: string[];
    };
    expect(topic.required).toEqual(['id', 'title', 'questions', 'answers', 'sources', 'related', 'reviewed']);
    expect(topic.properties['questions']?.description).toContain('Zoals mensen het echt vragen');
  });
});
