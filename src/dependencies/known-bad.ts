import { load, YAMLException } from 'js-yaml';
import semver from 'semver';
import { z } from 'zod';
import { DependencyFileError } from './lock.ts';

const ADVISORY = z.union([
  z.string().regex(/^CVE-\d{4}-\d{4,}$/),
  z.string().regex(/^GHSA(?:-[2-9cfghjmpqrvwx]{4}){3}$/),
  // Reported in a thread, without a number of its own.
  z.string().regex(/^[\w.-]+\/[\w.-]+#\d+$/),
]);

const VERSION = z.string().refine((text) => semver.valid(text) === text, 'no version');

const BAD_VERSIONS = z
  .strictObject({
    package: z.string().min(1),
    range: z.string().refine((text) => semver.validRange(text) !== null, 'no range of versions'),
    advisories: z.array(ADVISORY).min(1),
    what: z.string().min(1),
    fixed: z.array(VERSION).min(1),
    sources: z.array(z.url({ protocol: /^https$/ })).min(1),
  })
  .refine(({ fixed, range }) => !fixed.some((version) => inRange(version, range)), 'a fixed version is in the range');

const KNOWN_BAD = z.strictObject({ checked: z.iso.date(), versions: z.array(BAD_VERSIONS).min(1) });

/** Versions of a package that should not be installed, and why. */
export type BadVersions = z.infer<typeof BAD_VERSIONS>;

export interface KnownBad {
  /** When the list was last compared with its sources, `YYYY-MM-DD`. */
  checked: string;
  versions: readonly BadVersions[];
}

/**
 * Reads the list of known-bad versions.
 *
 * @throws DependencyFileError when it does not have its form, with the first place that has not
 */
export function readKnownBad(text: string): KnownBad {
  const { data, error } = KNOWN_BAD.safeParse(loaded(text));
  if (data) return data;
  const [issue] = error.issues;
  throw new DependencyFileError(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not in its form'}`);
}

/** Whether a version is in a range; one that comes before a release counts as that release's line. */
export function inRange(version: string, range: string): boolean {
  return semver.satisfies(version, range, { includePrerelease: true });
}

function loaded(text: string): unknown {
  try {
    return load(text);
  } catch (error) {
    if (error instanceof YAMLException) throw new DependencyFileError(error.message);
    throw error;
  }
}
