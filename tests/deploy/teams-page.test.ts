import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isThere, SCRIPTS, SETTINGS, textOf } from './files.ts';

const PAGE = 'docs/teams.md';
const TEXT = textOf(PAGE);

/** Words of the page in capitals that are to be filled in, as APP_ID. */
const PLACEHOLDERS = new Set(['TENANT_ID', 'APP_ID', 'APP_SECRET']);

function found(pattern: RegExp): string[] {
  return [...new Set([...TEXT.matchAll(pattern)].map(([, match]) => match ?? ''))];
}

/** The anchor that a heading gets. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}

describe('the page about Teams', () => {
  it.each(found(/\b([A-Z]+(?:_[A-Z]+)+)\b/g).filter((name) => !PLACEHOLDERS.has(name)))(
    'knows the setting %s',
    (name) => {
      expect(SETTINGS).toContain(name);
    },
  );

  it.each(found(/npm run (?:-s )?([\w:]+)/g))('knows the script %s', (name) => {
    expect(Object.keys(SCRIPTS)).toContain(name);
  });

  it.each(found(/(?<![\w./-])((?:deploy|src|docs)\/[\w./-]*\w)/g))('names the file %s', (path) => {
    expect(isThere(path)).toBe(true);
  });

  it.each(found(/\]\((?!https:)([^)]+)\)/g))('links to %s', (link) => {
    const [path = '', anchor] = link.split('#');
    if (path !== '') expect(isThere(join(dirname(PAGE), path))).toBe(true);
    const there = path === '' ? TEXT : textOf(join(dirname(PAGE), path));
    const headings = [...there.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading ?? ''));
    if (anchor !== undefined) expect(headings).toContain(anchor);
  });
});
