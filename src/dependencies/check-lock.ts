import { inRange, type BadVersions } from './known-bad.ts';
import type { Lock, LockedPackage, Wish } from './lock.ts';

/** Something in the lock that must be mended before it may be installed. */
export interface DependencyProblem {
  /** Folder of the package, from that of the lock. */
  path: string;
  package: string;
  /** As installed, or as asked for. */
  version: string;
  message: string;
  /** What to do about it. */
  cure: string;
}

/** Writes the lock without names of hosts. */
const WRITE_AGAIN = 'Write the lock again: npm install --omit-lockfile-registry-resolved';

/**
 * What is wrong with what is installed: known-bad versions, packages without a hash or from elsewhere than the registry, and install
 * scripts that nobody decided about.
 *
 * @param decided names of packages whose install script was looked at
 */
export function checkLock(
  { packages, wishes }: Lock,
  knownBad: readonly BadVersions[],
  decided: ReadonlySet<string>,
): DependencyProblem[] {
  return [
    ...packages.flatMap((one) => [...badVersion(one, knownBad), ...origin(one), ...installScript(one, decided)]),
    ...wishes.filter(isAddress).map(fromElsewhere),
  ];
}

function badVersion(installed: LockedPackage, knownBad: readonly BadVersions[]): DependencyProblem[] {
  return knownBad
    .filter((bad) => bad.package === installed.name && inRange(installed.version, bad.range))
    .map(({ advisories, what, fixed, sources }) =>
      problem(
        installed,
        `known to be bad (${advisories.join(', ')}): ${what}`,
        `Fixed in ${fixed.join(', ')}: npm update ${installed.name}; when another package asks for the bad version, ` +
          `"overrides" in package.json. See ${sources.join(', ')}`,
      ),
    );
}

function origin(installed: LockedPackage): DependencyProblem[] {
  const { resolved, integrity, inBundle } = installed;
  if (resolved !== undefined)
    return [
      /^https?:/.test(resolved)
        ? problem(installed, `the lock names where it comes from: ${resolved}`, WRITE_AGAIN)
        : problem(installed, `comes from elsewhere than the registry: ${resolved}`, 'Use a published version.'),
    ];
  return integrity === undefined && !inBundle
    ? [problem(installed, 'has no hash: nobody sees when its content changes', WRITE_AGAIN)]
    : [];
}

function installScript(installed: LockedPackage, decided: ReadonlySet<string>): DependencyProblem[] {
  const { name, hasInstallScript } = installed;
  if (!hasInstallScript || decided.has(name)) return [];
  return [
    problem(
      installed,
      'has an install script that nobody decided about',
      `Read its script; then add "${name}": true or false to "allowScripts" in package.json.`,
    ),
  ];
}

/** Whether it names a place (git, http, a folder) instead of a version; another name for a published package is none. */
function isAddress({ spec }: Wish): boolean {
  return /[:/]/.test(spec) && !spec.startsWith('npm:');
}

function fromElsewhere({ path, name, spec }: Wish): DependencyProblem {
  return {
    path,
    package: name,
    version: spec,
    message: 'is asked for from elsewhere than the registry',
    cure: 'Use a published version.',
  };
}

function problem({ path, name, version }: LockedPackage, message: string, cure: string): DependencyProblem {
  return { path, package: name, version, message, cure };
}
