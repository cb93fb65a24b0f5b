import { z } from 'zod';

const SPECS = z.record(z.string(), z.string()).optional();

const ENTRY = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  inBundle: z.boolean().optional(),
  hasInstallScript: z.boolean().optional(),
  dependencies: SPECS,
  devDependencies: SPECS,
  optionalDependencies: SPECS,
});

const LOCK = z.object({
  lockfileVersion: z.union([z.literal(2), z.literal(3)]),
  packages: z.record(z.string(), ENTRY),
});

/** A file about dependencies that does not have the form it should have. */
export class DependencyFileError extends Error {}

/** A package as the lock says it is installed. */
export interface LockedPackage {
  /** Its folder, from that of the lock. */
  path: string;
  /** As the registry knows it, also when it is installed under another name. */
  name: string;
  version: string;
  /** Where it comes from, when the lock says so. */
  resolved: string | undefined;
  integrity: string | undefined;
  /** Whether it comes along in another package, under that one's hash. */
  inBundle: boolean;
  hasInstallScript: boolean;
}

/** What someone asks for: a version, a range, or an address. */
export interface Wish {
  /** Folder of who asks; empty for the product itself. */
  path: string;
  name: string;
  spec: string;
}

export interface Lock {
  packages: readonly LockedPackage[];
  wishes: readonly Wish[];
}

/**
 * Reads what is installed from a `package-lock.json`.
 *
 * @throws DependencyFileError when it is not one of npm 7 or newer
 */
export function readLock(text: string): Lock {
  const { success, data } = LOCK.safeParse(parsed(text));
  if (!success) throw new DependencyFileError('it is no package-lock.json of npm 7 or newer');
  const entries = Object.entries(data.packages);
  return {
    packages: entries
      .filter(([path]) => path !== '')
      .map(([path, { name, version, resolved, integrity, link, inBundle, hasInstallScript }]) => ({
        path,
        name: name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version: version ?? '',
        resolved: link ? `file:${resolved ?? ''}` : resolved,
        integrity,
        inBundle: inBundle ?? false,
        hasInstallScript: hasInstallScript ?? false,
      })),
    wishes: entries.flatMap(([path, { dependencies, devDependencies, optionalDependencies }]) =>
      Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).map(([name, spec]) => ({
        path,
        name,
        spec,
      })),
    ),
  };
}

const PACKAGE_FILE = z.object({ allowScripts: z.record(z.string(), z.boolean()).default({}) });

/**
 * Which packages were looked at because of their install script, from a `package.json`.
 *
 * @throws DependencyFileError when it is not one
 */
export function readScriptDecisions(text: string): ReadonlySet<string> {
  const { success, data } = PACKAGE_FILE.safeParse(parsed(text));
  if (!success) throw new DependencyFileError('it is no package.json, or "allowScripts" does not say true or false');
  return new Set(Object.keys(data.allowScripts));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
