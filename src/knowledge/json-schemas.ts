import { z } from 'zod';
import {
  dangerSchema,
  openItemsSchema,
  outOfScopeSchema,
  phrasesSchema,
  plainLanguageSchema,
  sourcesSchema,
  vocabularySchema,
} from './base-schemas.ts';
import { messagesSchema } from './messages-schema.ts';
import { signpostSchema } from './signpost-schema.ts';
import { topicSchema } from './topic-schema.ts';

/** JSON Schema of each kind of content file, by file name in `knowledge/`: with it an editor completes and checks the YAML. */
export function jsonSchemas(): Record<string, object> {
  const schemas = {
    'topic.schema.json': topicSchema,
    'signpost.schema.json': signpostSchema,
    'sources.schema.json': sourcesSchema,
    'vocabulary.schema.json': vocabularySchema,
    'phrases.schema.json': phrasesSchema,
    'danger.schema.json': dangerSchema,
    'out-of-scope.schema.json': outOfScopeSchema,
    'plain-language.schema.json': plainLanguageSchema,
    'open-items.schema.json': openItemsSchema,
    'messages.schema.json': messagesSchema,
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
  );
}
