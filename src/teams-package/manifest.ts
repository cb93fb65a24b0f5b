import type { TeamsManifestV1D30 } from '@microsoft/app-manifest';
import product from '../../package.json' with { type: 'json' };
import { SEARCH_COMMAND, SEARCH_PARAMETER } from '../channels/bot/invoke/names.ts';
import type { Language } from '../shared/level.ts';
import { COMMAND_LISTS } from './commands.ts';
import { ICON_NAMES } from './icons.ts';
import { SCHEMA_FOLDER, SCHEMA_VERSION } from './schema-version.ts';
import type { AppSettings } from './settings.ts';
import { APP_TEXTS } from './texts.ts';

/** The accent of the product's own pages in light colours. */
const ACCENT = '#0b5c55';

/** The file with the texts in English, beside the manifest. */
export const ENGLISH_FILE = 'en.json';

/** The manifest of the Teams app with its texts in a language; the one in the package is Dutch. */
export function teamsManifest(
  { appId, origin, organisation }: AppSettings,
  language: Language,
): TeamsManifestV1D30.TeamsManifestV1D30 {
  const { name, description, search } = APP_TEXTS[language];
  return {
    $schema: `${SCHEMA_FOLDER}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA_VERSION,
    version: product.version,
    id: appId,
    localizationInfo: { defaultLanguageTag: 'nl', additionalLanguages: [{ languageTag: 'en', file: ENGLISH_FILE }] },
    developer: {
      name: organisation,
      websiteUrl: origin,
      privacyUrl: `${origin}/privacy`,
      termsOfUseUrl: `${origin}/voorwaarden`,
    },
    name,
    description,
    icons: ICON_NAMES,
    accentColor: ACCENT,
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: COMMAND_LISTS.map(({ scopes, commands }) => ({
          scopes,
          commands: commands.map((command) => ({
            title: command.title[language],
            description: command.description[language],
          })),
        })),
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            id: SEARCH_COMMAND,
            type: 'query',
            context: ['compose', 'commandBox'],
            title: search.title,
            description: search.description,
            initialRun: true,
            parameters: [{ name: SEARCH_PARAMETER, inputType: 'text', ...search.question }],
          },
        ],
      },
    ],
    permissions: ['identity'],
    validDomains: [new URL(origin).host],
    defaultInstallScope: 'personal',
    defaultGroupCapability: { team: 'bot', groupchat: 'bot' },
  };
}
