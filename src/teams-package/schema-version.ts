/**
 * The newest version of the manifest that Microsoft documents as generally available (August 2026); the package
 * @microsoft/app-manifest brings its schemas, so that checking needs no network.
 */
export const SCHEMA_VERSION = '1.30';

/** Where the schemas are published. */
export const SCHEMA_FOLDER = `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA_VERSION}`;
