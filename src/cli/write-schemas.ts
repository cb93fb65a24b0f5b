import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from '../knowledge/json-schemas.ts';
import { KNOWLEDGE_FOLDER } from '../knowledge/load.ts';

for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(join(KNOWLEDGE_FOLDER, name), `${JSON.stringify(schema, null, 2)}\n`);
  console.log(`knowledge/${name}`);
}
