import type { Config } from '../config.ts';
import type { packageFiles } from '../teams-package/package.ts';
import type { appSettings } from '../teams-package/settings.ts';
import { ok, reasonOf, skipped, wrong, type Finding } from './check.ts';

/** What a missing package is called by the two ways of loading one. */
const NOT_INSTALLED: ReadonlySet<unknown> = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND']);

/**
 * Whether the Teams app can be made with these settings, and fits Microsoft's schema.
 *
 * @param load loads the maker, which needs packages that an install for production leaves out
 */
export async function checkTeamsApp(config: Config, load: () => Promise<Maker> = loadMaker): Promise<Finding> {
  if (config.microsoftApp === undefined) return skipped('teams-app', 'needs MICROSOFT_APP_ID');
  try {
    const maker = await load();
    const names = Object.keys(maker.packageFiles(maker.appSettings(config)));
    return ok(
      'teams-app',
      `the manifest fits Microsoft's schema; "npm run teams:package" writes ${names.length} files`,
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error && NOT_INSTALLED.has(error.code))
      return skipped('teams-app', 'the packages that check it are not installed here');
    if (error instanceof Error && error.name === 'PackageError')
      return wrong('teams-app', reasonOf(error), 'Change these settings, and run "npm run teams:package" again.');
    throw error;
  }
}

/** What makes the app. */
interface Maker {
  appSettings: typeof appSettings;
  packageFiles: typeof packageFiles;
}

async function loadMaker(): Promise<Maker> {
  const [settings, maker] = await Promise.all([
    import('../teams-package/settings.ts'),
    import('../teams-package/package.ts'),
  ]);
  return { ...settings, ...maker };
}
