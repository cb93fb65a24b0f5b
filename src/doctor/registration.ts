import { isGuid } from '../shared/guid.ts';
import type { Config } from '../config.ts';
import { attention, ok, wrong, type Finding } from './check.ts';

/** Whether the bot's registration at Microsoft is filled in, and looks as it should. */
export function checkRegistration(app: Config['microsoftApp']): Finding[] {
  if (app === undefined)
    return [
      attention(
        'app-id',
        'MICROSOFT_APP_ID is not set: the bot answers this machine only',
        'For Teams, register a bot (docs/teams.md) and set MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID. For the web chat nothing is needed.',
      ),
    ];
  return [checkAppId(app.id), checkSecret(app.password), checkTenant(app.tenantId)];
}

function checkAppId(id: string): Finding {
  return isGuid(id)
    ? ok('app-id', `MICROSOFT_APP_ID is ${id}`)
    : wrong(
        'app-id',
        `MICROSOFT_APP_ID is no GUID: "${id}"`,
        'Copy the application (client) id of the app registration.',
      );
}

function checkSecret(secret: string | undefined): Finding {
  if (secret === undefined)
    return wrong(
      'secret',
      'MICROSOFT_APP_PASSWORD is not set: the bot cannot send replies',
      'Make a client secret in the app registration, and set its value.',
    );
  return isGuid(secret)
    ? wrong(
        'secret',
        'MICROSOFT_APP_PASSWORD looks like the id of a secret',
        'Set the value of the client secret. It is shown only once: make a new one when it is gone.',
      )
    : ok('secret', 'MICROSOFT_APP_PASSWORD is set');
}

function checkTenant(tenant: string | undefined): Finding {
  if (tenant === undefined)
    return attention(
      'tenant',
      'MICROSOFT_APP_TENANT_ID is not set: people of every organisation may reach the bot, and Microsoft makes no such bots any more',
      'Make the bot single tenant, and set the directory (tenant) id of its app registration.',
    );
  return isGuid(tenant)
    ? ok('tenant', `MICROSOFT_APP_TENANT_ID is ${tenant}`)
    : wrong(
        'tenant',
        `MICROSOFT_APP_TENANT_ID is no GUID: "${tenant}"`,
        'Copy the directory (tenant) id of the app registration; the name of the domain is not enough.',
      );
}
