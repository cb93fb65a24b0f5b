import { z } from 'zod';
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
import { deadlineTextsSchema } from './deadline-texts-schema.ts';
import { dialogTextsSchema } from './dialog-texts-schema.ts';
import { aowLeeftijdSchema, wiaBeslistermijnSchema } from './figures-schema.ts';
import { messagesSchema } from './messages-schema.ts';
import { signpostSchema } from './signpost-schema.ts';
import { topicSchema } from './topic-schema.ts';

/** JSON Schema of each kind of content file, by file name in `knowledge/`, also of the texts in `dialogs/`: with it an editor completes and checks the YAML. */
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
    'health-words.schema.json': healthWordsSchema,
    'aow-leeftijd.schema.json': aowLeeftijdSchema,
    'wia-beslistermijn.schema.json': wiaBeslistermijnSchema,
    'open-items.schema.json': openItemsSchema,
    'messages.schema.json': messagesSchema,
    'dialog-texts.schema.json': dialogTextsSchema,
    'deadline-texts.schema.json': deadlineTextsSchema,
  };
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
  );
}
