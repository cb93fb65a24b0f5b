import { processConfig } from '../config.ts';
import { PackageError } from '../teams-package/package-error.ts';
import { appSettings } from '../teams-package/settings.ts';
import { readOptions, runCommandLine, UsageError, writeOut } from './terminal.ts';

const HELP = `Writes the app for Microsoft Teams: a zip with manifest, texts in Dutch and English, and icons.

  npm run teams:package
  npm run teams:package -- --out FILE

It needs MICROSOFT_APP_ID (the bot's registration at Microsoft) and PUBLIC_URL (where the server is reached, https), and
takes ORGANISATION_NAME (who offers it): from the environment or .env.

  --out FILE   where to write it; without it dist/teams/spoor2-assistent.zip
  --help       this text`;

const NEXT = `Next: in Teams, Apps > Manage your apps > Upload an app. For everybody in the organisation: Teams admin center, Teams apps >
Manage apps > Upload new app. It replaces an earlier one only when "version" in package.json is higher. Every step: docs/teams.md.`;

await runCommandLine(async () => {
  const { values, positionals } = readOptions(
    { out: { type: 'string', default: 'dist/teams/spoor2-assistent.zip' }, help: { type: 'boolean', short: 'h' } },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (positionals.length > 0)
    throw new UsageError(`Found "${positionals.join(' ')}", expected options only.\n\n${HELP}`);
  try {
    await writePackage(values.out);
  } catch (error) {
    throw error instanceof PackageError ? new UsageError(error.message) : error;
  }
});

async function writePackage(out: string): Promise<void> {
  const settings = appSettings(processConfig());
  const { packageFiles, zipped } = await packager();
  const files = packageFiles(settings);
  const zip = zipped(files);
  const path = writeOut(out, zip);
  console.log(`${path}: ${Object.keys(files).join(', ')}; ${zip.length} bytes, for ${settings.origin}\n\n${NEXT}`);
}

/** An install for production has no tools to make an app with. */
async function packager() {
  return import('../teams-package/package.ts').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError('The tools that make the app are not installed: run "npm ci" (without --omit=dev) first.');
  });
}
