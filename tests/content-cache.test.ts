import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadContent } from '../src/content-cache.ts';
import { ContentError } from '../src/knowledge/problem.ts';
import { createMatcher } from '../src/matching/matcher.ts';
import * as matching from '../src/matching/matcher.ts';
import { TODAY } from './support/assistant.ts';
import { copyContentWithFewPhrasings } from './support/content.ts';

vi.mock(import('../src/matching/matcher.ts'), { spy: true });

const QUESTION = 'mag ik op proef werken bij een ander bedrijf';

let home: string;
let folder: string;
let cache: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'spoor2-cache-'));
  folder = join(home, 'knowledge');
  cache = join(home, 'data', 'cache');
  copyContentWithFewPhrasings(folder);
  vi.clearAllMocks();
});

afterEach(() => {
  rmSync(home, { recursive: true });
});

function load() {
  const { knowledge, model } = loadContent(folder, TODAY, cache);
  return { knowledge, match: createMatcher(knowledge, undefined, model)(QUESTION) };
}

/** How often the content was read anew. */
function readings(): number {
  return vi.mocked(matching.trainMatcher).mock.calls.length;
}

function edit(path: string, change: (text: string) => string): void {
  writeFileSync(join(folder, path), change(readFileSync(join(folder, path), 'utf8')));
}

describe('loadContent', () => {
  it('takes unchanged content from the cache, the very same', () => {
    const first = load();
    const second = load();
    expect(readings()).toBe(1);
    expect(second.match).toEqual(first.match);
    expect(second.knowledge).toEqual(first.knowledge);
    expect(second.knowledge.topics[0]?.reviewed.again).toBeInstanceOf(Temporal.PlainDate);
    expect(second.knowledge.signposts[0]?.reviewed.on).toBeInstanceOf(Temporal.PlainDate);
  });

  it('reads changed content anew, and keeps one cache', () => {
    load();
    edit('nieuwe-baan/proefplaatsing.yaml', (text) => text.replace(/^ {2}nl: .*$/m, '  nl: Eerst proberen'));
    const { knowledge } = load();
    expect(readings()).toBe(2);
    expect(knowledge.topics.find(({ id }) => id === 'proefplaatsing')?.title.nl).toBe('Eerst proberen');
    expect(readdirSync(cache)).toHaveLength(1);
  });

  it.each([
    ['half a file', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['a changed byte', (bytes: Buffer) => Buffer.from(bytes).fill(7, 5_000, 5_001)],
    ['nothing', () => Buffer.alloc(0)],
  ])('makes a damaged cache again: %s', (_name, damage) => {
    const first = load();
    const [file = ''] = readdirSync(cache);
    writeFileSync(join(cache, file), damage(readFileSync(join(cache, file))));
    expect(load().match).toEqual(first.match);
    expect(readings()).toBe(2);
    load();
    expect(readings()).toBe(2);
  });

  it('works where nothing can be written', () => {
    writeFileSync(join(home, 'data'), 'no folder');
    expect(load().match.topics).toEqual(load().match.topics);
    expect(readings()).toBe(2);
  });

  it('never takes content with an error, whatever was kept before', () => {
    load();
    edit('nieuwe-baan/proefplaatsing.yaml', (text) =>
      text.replace(/^related: .*$/m, 'related: [nergens, detachering]'),
    );
    expect(load).toThrow(ContentError);
  });
});
