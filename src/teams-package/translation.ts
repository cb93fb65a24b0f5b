import { SCHEMA_FOLDER } from './schema-version.ts';

/** Fields of a manifest that a person reads. */
const READ_BY_PEOPLE: ReadonlySet<string> = new Set(['short', 'full', 'title', 'description']);

/** The texts of a manifest by where they stand, in the form that Teams takes for a further language. */
export function translation(manifest: object): Record<string, string> {
  return Object.fromEntries([
    ['$schema', `${SCHEMA_FOLDER}/MicrosoftTeams.Localization.schema.json`],
    ...texts(manifest, ''),
  ]);
}

function texts(value: unknown, path: string): [path: string, text: string][] {
  if (Array.isArray(value)) return value.flatMap((item, place) => texts(item, `${path}[${place}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]: [string, unknown]) => {
    const at = path === '' ? name : `${path}.${name}`;
    if (typeof field !== 'string') return texts(field, at);
    return READ_BY_PEOPLE.has(name) ? [[at, field]] : [];
  });
}
