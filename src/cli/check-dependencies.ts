import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { styleText } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { today } from '../compose.ts';
import { checkLock, type DependencyProblem } from '../dependencies/check-lock.ts';
import { readKnownBad } from '../dependencies/known-bad.ts';
import { DependencyFileError, readLock, readScriptDecisions } from '../dependencies/lock.ts';
import { readOptions, runCommandLine, UsageError } from './terminal.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const KNOWN_BAD = join(ROOT, 'src', 'dependencies', 'known-bad.yaml');

const HELP = `Checks what "npm ci" installs against a list of versions that are known to be bad. It needs no network.

  npm run -s check:dependencies
  npm run -s check:dependencies -- FILE

Also: every package has a hash, comes from the registry, and has no install script that nobody decided about.

  FILE         a package-lock.json, with its package.json beside it; without it that of this product
  --json       a list of {"path", "package", "version", "message", "cure"}
  --help       this text

Ends with 1 when something is wrong, else with 0.`;

await runCommandLine(() => {
  const { values, positionals } = readOptions(
    { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (positionals.length > 1) throw new UsageError(`Found "${positionals.join(' ')}", expected one file.\n\n${HELP}`);
  const file = resolve(positionals[0] ?? join(ROOT, 'package-lock.json'));
  const { checked, versions } = read(KNOWN_BAD, readKnownBad);
  const lock = read(file, readLock);
  const problems = checkLock(lock, versions, read(join(dirname(file), 'package.json'), readScriptDecisions));
  const summary = [
    `${file}: ${lock.packages.length} packages, ${versions.length} bad ranges known, ${problems.length} to mend.`,
    `The list is of ${checked}, ${ageOf(checked)} days old, and knows no more than that day. Where there is a network, run`,
    '"npm audit" every week, and after it add to the list what it finds.',
  ].join('\n');
  console.log(values.json ? JSON.stringify(problems, undefined, 2) : [...problems.map(asText), summary].join('\n\n'));
  process.exitCode = problems.length === 0 ? 0 : 1;
});

/** Reads a file in its form; whatever is wrong with it is said in one line. */
function read<T>(file: string, parse: (text: string) => T): T {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof DependencyFileError || (error as NodeJS.ErrnoException).code !== undefined)
      throw new UsageError(`${file} cannot be used: ${(error as Error).message}.`);
    throw error;
  }
}

/** In days. */
function ageOf(date: string): number {
  return Temporal.PlainDate.from(date).until(today()).days;
}

function asText({ path, package: name, version, message, cure }: DependencyProblem): string {
  return `${styleText('red', '✗', { stream: process.stdout })} ${name} ${version}  ${message}\n  in ${path || 'package.json'}\n  → ${cure}`;
}
