import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ajv from 'ajv-draft-04';
import formats from 'ajv-formats';
import { SCHEMA_VERSION } from './schema-version.ts';

const FOLDER = `@microsoft/app-manifest/build/json-schemas/teams/v${SCHEMA_VERSION}`;

const isManifest = checker('MicrosoftTeams.schema.json');
const isTranslation = checker('MicrosoftTeams.Localization.schema.json');

/** What is wrong with a manifest, after Microsoft's published schema: where, and what is allowed. Nothing when it is right. */
export function manifestFaults(manifest: unknown): string[] {
  return faults(isManifest, manifest);
}

/** What is wrong with the texts in a further language, after the schema for those. */
export function translationFaults(texts: unknown): string[] {
  return faults(isTranslation, texts);
}

function checker(file: string) {
  const path = createRequire(import.meta.url).resolve(`${FOLDER}/${file}`);
  // The published schemas are neither strict nor written for Unicode patterns.
  const engine = new ajv.default({ allErrors: true, strict: false, unicodeRegExp: false });
  formats.default(engine);
  return engine.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
}

function faults(isRight: ReturnType<typeof checker>, data: unknown): string[] {
  if (isRight(data)) return [];
  return (isRight.errors ?? []).map(
    ({ instancePath, message = '', params }) => `${instancePath || '/'}: ${message} ${JSON.stringify(params)}`,
  );
}
