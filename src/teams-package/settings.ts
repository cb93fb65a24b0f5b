import { isGuid } from '../shared/guid.ts';
import type { Config } from '../config.ts';
import { PackageError } from './package-error.ts';

/** Who offers the app when nobody is named. */
const NO_ORGANISATION = 'Spoor 2-assistent';

/** What differs from one installation of the app to another. */
export interface AppSettings {
  /** The bot's registration: a GUID, also the id of the app. */
  appId: string;
  /** Where the server is reached: https, a host, and nothing after it. */
  origin: string;
  /** Who offers the app, at most 32 characters. */
  organisation: string;
}

/**
 * The settings of the Teams app, from those of the server.
 *
 * @throws PackageError naming each setting that is missing or wrong
 */
export function appSettings({ microsoftApp, publicUrl, organisationName = NO_ORGANISATION }: Config): AppSettings {
  const faults = [appIdFault(microsoftApp?.id), addressFault(publicUrl)].filter((fault) => fault !== undefined);
  if (microsoftApp === undefined || publicUrl === undefined || faults.length > 0)
    throw new PackageError('The Teams app cannot be made with these settings (see .env.example):', faults);
  return { appId: microsoftApp.id, origin: new URL(publicUrl).origin, organisation: organisationName };
}

function appIdFault(id: string | undefined): string | undefined {
  if (id === undefined)
    return "MICROSOFT_APP_ID is not set: set it to the application (client) id of the bot's registration at Microsoft.";
  if (!isGuid(id))
    return `MICROSOFT_APP_ID: found "${id}", allowed: a GUID. Copy the application (client) id of the bot's registration.`;
  return undefined;
}

function addressFault(address: string | undefined): string | undefined {
  if (address === undefined)
    return 'PUBLIC_URL is not set: set it to the https address where Teams and its users reach the server, as https://spoor2.example.nl.';
  const { protocol, username, password, pathname, search, hash } = new URL(address);
  if (protocol === 'https:' && `${username}${password}${search}${hash}` === '' && pathname === '/') return undefined;
  return `PUBLIC_URL: found "${address}", allowed: https:// and a host, nothing after it, as https://spoor2.example.nl.`;
}
