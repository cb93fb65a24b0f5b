import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '..', 'src');

interface Room {
  /** Rooms of ours that it may import from, or single files in them; its own files always. */
  rooms: readonly string[];
  /** Packages, and `node:` modules, that it may import. */
  packages: readonly string[];
}

/** The house: what may import what. A room is a folder of src, or a single file in it. The most specific name counts. */
const HOUSE: Readonly<Record<string, Room>> = {
  shared: { rooms: [], packages: ['temporal-polyfill'] },
  dates: { rooms: ['shared'], packages: ['temporal-polyfill'] },
  // The law: no words and no questions, only dates and reasons.
  rules: { rooms: ['shared'], packages: ['temporal-polyfill'] },
  knowledge: { rooms: ['shared', 'rules'], packages: ['js-yaml', 'zod', 'temporal-polyfill'] },
  'knowledge/load.ts': {
    rooms: ['shared', 'knowledge'],
    packages: ['zod', 'temporal-polyfill', 'node:fs', 'node:path'],
  },
  // The editor's tools: they look at the content files themselves, and may be slow.
  lint: { rooms: ['shared', 'knowledge', 'matching', 'dialog-engine'], packages: [] },
  'dialog-engine': { rooms: ['shared', 'dates', 'rules', 'knowledge'], packages: ['temporal-polyfill'] },
  // One folder a dialog: routes only; its words are content.
  '../dialogs': { rooms: ['shared', 'rules', 'dialog-engine'], packages: ['temporal-polyfill'] },
  // What a person takes along: a calendar file, a picture, a page.
  documents: {
    rooms: ['shared', 'dates', 'rules', 'knowledge'],
    packages: ['temporal-polyfill', 'ical-generator', 'node:crypto'],
  },
  'documents/timeline-png.ts': { rooms: ['documents'], packages: ['@resvg/resvg-js', 'node:module'] },
  // Dates for programs: JSON and CSV in and out.
  deadlines: {
    rooms: ['shared', 'dates', 'rules', 'knowledge', 'documents'],
    packages: ['temporal-polyfill', 'zod', 'csv-parse/sync', 'csv-stringify/sync'],
  },
  matching: { rooms: ['shared', 'knowledge'], packages: ['@orama/stemmers/dutch'] },
  conversation: {
    rooms: ['shared', 'dates', 'rules', 'knowledge', 'matching', 'dialog-engine', 'documents', 'deadlines'],
    packages: ['zod', 'temporal-polyfill'],
  },
  // How well questions are answered: a tool, never part of an answer.
  evaluation: { rooms: ['shared', 'matching', 'conversation'], packages: ['zod', 'temporal-polyfill'] },
  // What is kept: ports, and what holds for every engine behind them.
  store: {
    rooms: ['shared'],
    packages: ['temporal-polyfill', 'node:crypto', 'node:fs', 'node:path', 'node:zlib'],
  },
  'store/sqlite': {
    rooms: ['shared', 'store'],
    packages: ['node:fs', 'node:path', 'node:sqlite', 'node:timers/promises'],
  },
  'store/postgres': { rooms: ['shared', 'store'], packages: ['pg', 'node:crypto', 'node:timers/promises'] },
  'store/open-store.ts': {
    rooms: ['store', 'store/sqlite', 'store/postgres'],
    packages: ['node:fs', 'node:path'],
  },
  // What is kept for improving answers: nothing in it names a person or an illness.
  redaction: { rooms: ['shared', 'dates'], packages: [] },
  // What the server tells of itself: no word of a person gets in.
  telemetry: { rooms: [], packages: ['pino'] },
  'telemetry/prometheus.ts': { rooms: ['telemetry'], packages: ['prom-client'] },
  // The administrator's check of what is installed: the list of bad versions needs no network.
  dependencies: { rooms: [], packages: ['js-yaml', 'semver', 'zod'] },
  channels: {
    rooms: ['shared', 'dates', 'rules', 'knowledge', 'documents', 'deadlines', 'conversation', 'redaction', 'store'],
    packages: ['temporal-polyfill', 'zod'],
  },
  'channels/http': {
    rooms: ['shared', 'rules', 'channels', 'deadlines', 'conversation', 'store', 'telemetry'],
    packages: [
      'rate-limiter-flexible',
      'restify',
      'pino',
      'zod',
      'temporal-polyfill',
      'node:crypto',
      'node:http',
      'node:net',
      'node:util',
      'node:zlib',
    ],
  },
  'channels/directline': {
    rooms: ['shared', 'knowledge', 'channels', 'channels/http', 'conversation', 'store', 'telemetry'],
    packages: ['jose', 'restify', 'pino', 'ws', 'zod', 'node:crypto', 'node:http', 'node:stream'],
  },
  'channels/web': {
    rooms: [
      'shared',
      'knowledge',
      'knowledge/load.ts',
      'documents',
      'documents/timeline-png.ts',
      'channels',
      'channels/http',
      'conversation',
      'store',
    ],
    packages: ['restify', 'temporal-polyfill', 'node:fs', 'node:path'],
  },
  'channels/bot': {
    rooms: [
      'shared',
      'knowledge',
      'channels',
      'channels/http',
      'channels/bot/cards',
      'channels/bot/invoke',
      'conversation',
      'store',
      'telemetry',
      'config.ts',
    ],
    packages: [
      'botbuilder',
      'jose',
      'restify',
      'pino',
      'zod',
      'node:crypto',
      'node:http',
      'node:https',
      'node:timers/promises',
    ],
  },
  // Adaptive Cards are plain data: another SDK can send them.
  'channels/bot/cards': {
    rooms: ['shared', 'knowledge', 'channels', 'conversation'],
    packages: ['zod', 'node:crypto'],
  },
  'channels/bot/invoke': {
    rooms: ['shared', 'knowledge', 'conversation', 'store', 'channels/bot', 'channels/bot/cards'],
    packages: ['botbuilder', 'zod', 'temporal-polyfill', 'node:crypto'],
  },
  // The chat in a visitor's browser: it knows nothing of the server but what goes over the line.
  widget: {
    rooms: ['shared', 'conversation/reply.ts', 'channels/directline/shown-reply.ts', 'channels/directline/paths.ts'],
    packages: ['preact', 'preact/hooks'],
  },
  // The app that an administrator puts in Teams: made from a checkout, never part of the server.
  'teams-package': {
    rooms: ['shared', 'config.ts', 'channels/bot/invoke/names.ts', '../package.json'],
    packages: [
      '@microsoft/app-manifest',
      '@resvg/resvg-js',
      'ajv-draft-04',
      'ajv-formats',
      'fflate',
      'node:fs',
      'node:module',
      'node:path',
    ],
  },
  // The administrator's check of the whole wiring.
  doctor: {
    rooms: [
      'shared',
      'config.ts',
      'conversation',
      'dialog-engine',
      'knowledge',
      'knowledge/load.ts',
      'store',
      'store/open-store.ts',
      'teams-package',
    ],
    packages: ['temporal-polyfill', 'node:fs', 'node:path'],
  },
  'config.ts': { rooms: ['shared', 'conversation'], packages: ['zod', 'node:fs'] },
  'content-cache.ts': {
    rooms: ['knowledge', 'knowledge/load.ts', 'matching'],
    packages: ['temporal-polyfill', 'node:crypto', 'node:fs', 'node:path', 'node:v8'],
  },
  'compose.ts': {
    rooms: ['../dialogs', 'shared', 'knowledge/load.ts', 'matching', 'conversation', 'content-cache.ts'],
    packages: ['node:path'],
  },
  cli: {
    rooms: [
      '../dialogs',
      'shared',
      'dates',
      'rules',
      'dialog-engine',
      'documents',
      'deadlines',
      'knowledge',
      'knowledge/load.ts',
      'matching',
      'conversation',
      'channels',
      'lint',
      'evaluation',
      'compose.ts',
      'config.ts',
    ],
    packages: [
      'zod',
      'temporal-polyfill',
      'node:fs',
      'node:path',
      'node:readline',
      'node:readline/promises',
      'node:util',
    ],
  },
  'cli/doctor.ts': {
    rooms: ['../dialogs', 'cli', 'doctor', 'channels/bot/token.ts', 'knowledge/load.ts', 'compose.ts', 'config.ts'],
    packages: ['node:util'],
  },
  'cli/teams-package.ts': { rooms: ['cli', 'config.ts', 'teams-package'], packages: ['node:fs', 'node:path'] },
  'cli/existing-store.ts': { rooms: ['cli', 'store', 'store/open-store.ts'], packages: ['node:fs'] },
  'cli/stored-list.ts': { rooms: ['cli', 'cli/existing-store.ts', 'config.ts', 'store'], packages: [] },
  'cli/feedback.ts': { rooms: ['cli/stored-list.ts'], packages: [] },
  'cli/questions.ts': { rooms: ['cli/stored-list.ts'], packages: [] },
  'cli/data.ts': {
    rooms: ['cli', 'cli/existing-store.ts', 'channels', 'channels/bot/invoke', 'compose.ts', 'config.ts', 'store'],
    packages: ['temporal-polyfill', 'node:fs', 'node:path', 'node:readline/promises'],
  },
  'cli/switch.ts': {
    rooms: [
      'cli',
      'cli/existing-store.ts',
      'channels',
      'compose.ts',
      'config.ts',
      'knowledge/load.ts',
      'shared',
      'store',
    ],
    packages: [],
  },
  'cli/check-dependencies.ts': {
    rooms: ['cli', 'dependencies', 'compose.ts'],
    packages: ['temporal-polyfill', 'node:fs', 'node:path', 'node:util'],
  },
  'cli/build-widget.ts': { rooms: [], packages: ['vite', 'node:crypto', 'node:fs', 'node:path', 'node:zlib'] },
  'cli/warm-up.ts': { rooms: ['compose.ts', 'config.ts', 'server.ts', 'channels/bot', 'cli'], packages: [] },
  'server.ts': {
    rooms: [
      'knowledge',
      'conversation',
      'channels',
      'channels/http',
      'channels/directline',
      'channels/web',
      'channels/bot',
      'channels/bot/invoke',
      'shared',
      'store',
      'telemetry',
      'telemetry/prometheus.ts',
      'compose.ts',
      'config.ts',
      '../package.json',
    ],
    packages: ['pino', 'restify', 'temporal-polyfill'],
  },
  // Starts the server of this process, or says in words why it cannot.
  'launch.ts': {
    rooms: ['knowledge', 'store', 'store/open-store.ts', 'telemetry', 'config.ts', 'server.ts'],
    packages: ['pino'],
  },
  'main.ts': { rooms: ['launch.ts'], packages: [] },
};

/** Rooms whose functions give the same result for the same input: no clock, chance, environment, disk or network. */
const PURE = [
  '../dialogs',
  'dependencies',
  'redaction',
  'shared',
  'dates',
  'rules',
  'knowledge',
  'matching',
  'dialog-engine',
  'documents',
  'deadlines',
  'conversation',
  'lint',
  'evaluation',
];
const IMPURE_GLOBALS =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(|\bTemporal\.Now\b|\bsetTimeout\(|\bconsole\./;

/** Every source file, by its path from src. */
const files = ['.', '../dialogs']
  .flatMap((folder) =>
    readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  )
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => path.replaceAll('\\', '/'))
  .sort();

function roomOf(path: string): string {
  const names = Object.keys(HOUSE).filter((name) => path === name || path.startsWith(`${name}/`));
  return names.sort((a, b) => b.length - a.length)[0] ?? `no room for ${path}`;
}

function importsOf(path: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(SOURCE, path), 'utf8'), true, true);
  return importedFiles.map(({ fileName }) => fileName);
}

describe('the house', () => {
  it('has source files to check', () => {
    expect(files.length).toBeGreaterThan(40);
  });

  it.each(files)('%s imports only what its room may', (path) => {
    const room = HOUSE[roomOf(path)];
    expect(room, `add a room for ${path} to HOUSE`).toBeDefined();
    const wrong = importsOf(path).filter((name) => {
      if (!name.startsWith('.')) return !room?.packages.includes(name);
      const target = relative(SOURCE, join(SOURCE, dirname(path), name)).replaceAll('\\', '/');
      const targetRoom = roomOf(target);
      return targetRoom !== roomOf(path) && !room?.rooms.includes(targetRoom) && !room?.rooms.includes(target);
    });
    expect(wrong).toEqual([]);
  });

  it.each(files.filter((path) => PURE.includes(roomOf(path))))('%s is pure', (path) => {
    expect(readFileSync(join(SOURCE, path), 'utf8')).not.toMatch(IMPURE_GLOBALS);
  });

  it('reads the environment in config.ts only', () => {
    const readers = files.filter((path) => readFileSync(join(SOURCE, path), 'utf8').includes('process.env'));
    expect(readers).toEqual(['config.ts']);
  });

  it('imports botbuilder in channels/bot only', () => {
    const users = files.filter((path) => importsOf(path).some((name) => /^(?:botbuilder|botframework)/.test(name)));
    expect(users.filter((path) => !path.startsWith('channels/bot/'))).toEqual([]);
    expect(users.length).toBeGreaterThan(0);
  });

  it('has no import cycle', () => {
    expect(findCycle()).toEqual([]);
  });
});

function findCycle(): string[] {
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const name of importsOf(path).filter((one) => one.startsWith('.') && /\.tsx?$/.test(one))) {
      const cycle = visit(join(dirname(path), name).replaceAll('\\', '/'), [...trail, path]);
      if (cycle.length > 0) return cycle;
    }
    done.add(path);
    return [];
  };
  return files.map((path) => visit(path, [])).find((cycle) => cycle.length > 0) ?? [];
}
