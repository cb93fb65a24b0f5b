import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { Temporal } from 'temporal-polyfill';
import type { Knowledge } from './knowledge/knowledge.ts';
import { DIALOGS_FOLDER, loadKnowledge } from './knowledge/load.ts';
import { trainMatcher, type MatcherModel } from './matching/matcher.ts';

/** The content with what the matcher made of it. */
export interface Content {
  knowledge: Knowledge;
  model: MatcherModel;
}

/** Code that decides what becomes of the content: when it changes, what was kept is no longer right. */
const MAKERS = ['shared', 'knowledge', 'matching', '../package.json'].map((name) => join(import.meta.dirname, name));

/** Length of a SHA-256 digest. Bytes. */
const DIGEST = 32;

/**
 * The content, checked and read by the matcher. What was made of the same files before is taken from the cache, so that
 * a start with unchanged content is fast; a cache that is missing, damaged or of other files is made again.
 *
 * @param cacheFolder made when it does not exist; where it cannot be written, everything works the same, slower
 * @throws ContentError when the content has an error
 */
export function loadContent(folder: string, today: Temporal.PlainDate, cacheFolder: string): Content {
  const file = `content-${keyOf([folder, DIALOGS_FOLDER, ...MAKERS])}.bin`;
  const kept = readCache(join(cacheFolder, file));
  if (kept !== undefined) return kept;
  const knowledge = loadKnowledge(folder, today);
  const content = { knowledge, model: trainMatcher(knowledge) };
  writeCache(cacheFolder, file, content);
  return content;
}

/** One name for the bytes of files and folders, and for the program that reads them. */
function keyOf(paths: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of paths)
    for (const file of filesUnder(path)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (/\.json$/.test(path)) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readCache(file: string): Content | undefined {
  try {
    const bytes = readFileSync(file);
    const payload = bytes.subarray(DIGEST);
    if (!digestOf(payload).equals(bytes.subarray(0, DIGEST))) return undefined;
    const { knowledge, model } = deserialize(payload) as { knowledge: string; model: MatcherModel };
    return { knowledge: reviveDates(JSON.parse(knowledge) as Knowledge), model };
  } catch {
    // No cache, or one that cannot be read: it is made again.
    return undefined;
  }
}

/** Writes beside and then renames, so that no reader ever sees half a file; older caches go. */
function writeCache(folder: string, file: string, { knowledge, model }: Content): void {
  const payload = serialize({ knowledge: JSON.stringify(knowledge), model });
  const beside = join(folder, `${file}.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(beside, Buffer.concat([digestOf(payload), payload]));
    renameSync(beside, join(folder, file));
    for (const other of readdirSync(folder))
      if (/^content-.*\.bin$/.test(other) && other !== file) rmSync(join(folder, other), { force: true });
  } catch {
    // A folder that cannot be written costs time at the next start and nothing else.
  }
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** JSON has no dates: those of the reviews and figures become dates again. */
function reviveDates(knowledge: Knowledge): Knowledge {
  const date = (text: unknown) => Temporal.PlainDate.from(text as string);
  const revive = <T extends Knowledge['topics'][number] | Knowledge['signposts'][number]>(entry: T): T => ({
    ...entry,
    reviewed: {
      ...entry.reviewed,
      on: date(entry.reviewed.on),
      again: date(entry.reviewed.again),
    },
  });
  const { aowLeeftijden, wiaBeslistermijnen } = knowledge.figures;
  return {
    ...knowledge,
    topics: knowledge.topics.map(revive),
    signposts: knowledge.signposts.map(revive),
    figures: {
      aowLeeftijden: aowLeeftijden.map((age) => ({ ...age, bornFrom: date(age.bornFrom), bornTo: date(age.bornTo) })),
      wiaBeslistermijnen: wiaBeslistermijnen.map((term) => ({
        ...term,
        from: date(term.from),
        ...(term.to !== undefined && { to: date(term.to) }),
      })),
    },
  };
}
