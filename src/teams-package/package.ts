import { strToU8, zipSync } from 'fflate';
import { icon, ICON_NAMES } from './icons.ts';
import { ENGLISH_FILE, teamsManifest } from './manifest.ts';
import { PackageError } from './package-error.ts';
import type { AppSettings } from './settings.ts';
import { translation } from './translation.ts';
import { manifestFaults, translationFaults } from './validate.ts';

/** The date of every file in the package: the same settings give the same bytes. The earliest that a zip can say. */
const FIXED_DATE = new Date(1980, 0, 1);

/**
 * The files of the Teams app by name: manifest, English texts and icons. It needs packages that an install for production
 * leaves out, so import it only where a package is made or checked.
 *
 * @throws PackageError when the manifest or the texts do not fit Microsoft's schemas
 */
export function packageFiles(settings: AppSettings): Record<string, Uint8Array> {
  const manifest = teamsManifest(settings, 'nl');
  const english = translation(teamsManifest(settings, 'en'));
  const faults = [
    ...manifestFaults(manifest).map((fault) => `manifest.json ${fault}`),
    ...translationFaults(english).map((fault) => `${ENGLISH_FILE} ${fault}`),
  ];
  if (faults.length > 0) throw new PackageError("The Teams app does not fit Microsoft's schema:", faults);
  return {
    'manifest.json': json(manifest),
    [ENGLISH_FILE]: json(english),
    [ICON_NAMES.color]: icon('color'),
    [ICON_NAMES.outline]: icon('outline'),
  };
}

/** Files as a zip, as Teams takes an app. */
export function zipped(files: Record<string, Uint8Array>): Uint8Array {
  return zipSync(files, { level: 9, mtime: FIXED_DATE });
}

function json(value: object): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}
