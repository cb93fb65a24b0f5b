import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');

/** What a file of the repository holds. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

export function isThere(path: string): boolean {
  return existsSync(join(ROOT, path));
}

/** The npm scripts by name. */
export const SCRIPTS = (JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> }).scripts;

/** The names of the product's settings. */
export const SETTINGS: ReadonlySet<string> = new Set(textOf('.env.example').match(/^[A-Z_]+(?==)/gm));
