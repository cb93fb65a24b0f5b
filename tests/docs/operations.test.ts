import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BOT_LIMITS } from '../../src/channels/bot/pace.ts';
import { LIMITS } from '../../src/channels/directline/limits.ts';
import { DOOR_LIMITS } from '../../src/channels/http/guard.ts';
import type { Limit } from '../../src/channels/http/limits.ts';
import { createMetrics } from '../../src/telemetry/prometheus.ts';
import { isThere, SCRIPTS, SETTINGS, textOf } from '../deploy/files.ts';

const PAGE = 'docs/operations.md';
const TEXT = textOf(PAGE);

const SOURCES = readdirSync(join(import.meta.dirname, '..', '..', 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => textOf(join('src', path)))
  .join('\n');

/** Words in capitals that are no settings of ours. */
const OF_OTHERS = new Set([
  'SIGTERM',
  'SIGKILL',
  'VACUUM',
  'INTO',
  'JSON',
  'GDPR',
  'ALTER',
  'ROLE',
  'PASSWORD',
  'ID',
  'C',
  'X',
]);

function found(pattern: RegExp, text = TEXT): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, match]) => match ?? ''))];
}

/** What stands below a heading, until the next. */
function section(heading: string): string {
  return TEXT.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}

/** The first cell of each row of a section's table. */
function firstCells(heading: string): string[] {
  return found(/^\| `([^`]+)` +\|/gm, section(heading));
}

/** The anchor that a heading gets. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(' ', '-');
}

/** The names of all metrics; those of Node itself too. */
async function metricNames(): Promise<string[]> {
  const metrics = createMetrics('1');
  metrics.watchStreams(() => 0);
  metrics.watchOutbox(() => Promise.resolve({ count: 0 }));
  return found(/^# TYPE (\S+) /gm, await metrics.text());
}

describe('the page about operations', () => {
  it('tells of every metric of ours, and of none that does not exist', async () => {
    const all = await metricNames();
    const ours = all.filter((name) => name.startsWith('spoor2_'));
    expect(firstCells('Metrics and alarms').toSorted()).toEqual(ours.toSorted());
    expect(found(/\b((?:spoor2|nodejs|process)_[a-z0-9_]+)/g).filter((name) => !all.includes(name))).toEqual(
      // The name of a database, in an example.
      ['spoor2_restored'],
    );
  });

  it('names every setting, and none that does not exist', () => {
    const named = found(/`([A-Z][A-Z_]+)(?=[`/])/g);
    expect([...SETTINGS].filter((name) => !named.includes(name))).toEqual([]);
    expect(named.filter((name) => !SETTINGS.has(name) && !OF_OTHERS.has(name))).toEqual([]);
  });

  it.each(found(/npm run (?:-s )?([\w:]+)/g))('knows the script %s', (name) => {
    expect(Object.keys(SCRIPTS)).toContain(name);
  });

  it.each(found(/npm run -s (?:data|switch) -- ([a-z]+)/g))('knows the action %s', (action) => {
    expect(`${textOf('src/cli/data.ts')}${textOf('src/cli/switch.ts')}`).toContain(`-- ${action}`);
  });

  it.each(found(/ --([a-z]+)/g, found(/^(npm run -s data .*)$/gm).join('\n')))('knows the option --%s', (option) => {
    expect(textOf('src/cli/data.ts')).toContain(`${option}: { type:`);
  });

  it('gives the limits as they are', () => {
    const limits = [LIMITS, BOT_LIMITS, DOOR_LIMITS].flatMap((group) =>
      Object.values<number | Limit>({ ...group }).map((limit) => (typeof limit === 'number' ? limit : limit.times)),
    );
    const numbers = found(/\b([\d,]+\d|\d)\b/g, section('Limits'));
    expect(limits.map((limit) => limit.toLocaleString('en')).filter((limit) => !numbers.includes(limit))).toEqual([]);
  });

  it.each(firstCells('Logs'))('quotes the log: %s', (message) => {
    expect(SOURCES).toContain(`'${message}'`);
  });

  it.each(found(/`(\/(?:healthz|readyz|metrics|gesprek|v\d|d|[a-z]+z)\b)[^`]*`/g))('names the address %s', (path) => {
    expect(SOURCES).toMatch(new RegExp(`['\`]${path}[/'\`]`));
  });

  it.each(found(/(?<![\w./-])((?:deploy|src|docs|knowledge|dialogs)\/[\w./-]*)/g))('names the file %s', (path) => {
    expect(isThere(path)).toBe(true);
  });

  it.each(found(/\]\((?!https:)([^)]+)\)/g))('links to %s', (link) => {
    const [path = '', anchor] = link.split('#');
    if (path !== '') expect(isThere(join(dirname(PAGE), path))).toBe(true);
    if (anchor !== undefined) expect(found(/^#+ (.*)$/gm).map(anchorOf)).toContain(anchor);
  });
});
