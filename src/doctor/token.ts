import type { Config } from '../config.ts';
import { attention, ok, skipped, wrong, type Finding } from './check.ts';
import { jsonObject, request } from './request.ts';

/** Where Microsoft gives tokens. */
export const MICROSOFT_LOGIN = 'https://login.microsoftonline.com';

/** What a token must be good for: sending replies. */
const SCOPE = 'https://api.botframework.com/.default';

/** The tenant of bots that have none of their own. */
const MULTI_TENANT = 'botframework.com';

/** What Microsoft's codes for a refusal (AADSTS...) mean, with the cure. */
const REFUSALS: Readonly<Record<number, { meaning: string; cure: string }>> = {
  90002: {
    meaning: 'there is no such tenant',
    cure: 'Set MICROSOFT_APP_TENANT_ID to the directory (tenant) id of the app registration.',
  },
  500011: {
    meaning: 'the tenant does not know the Bot Framework',
    cure: 'Make an Azure Bot in this tenant first, or look whether the tenant is the right one.',
  },
  700016: {
    meaning: 'the tenant does not know this app',
    cure: 'Set MICROSOFT_APP_ID and MICROSOFT_APP_TENANT_ID to the two ids of one and the same app registration.',
  },
  7000112: { meaning: 'the app is disabled', cure: 'Enable it under enterprise applications in the tenant.' },
  7000215: {
    meaning: 'the secret is not right',
    cure: 'Set MICROSOFT_APP_PASSWORD to the value of the client secret, not to its id.',
  },
  7000222: {
    meaning: 'the secret has expired',
    cure: 'Make a new client secret in the app registration, set its value in MICROSOFT_APP_PASSWORD, and start again.',
  },
  7000229: {
    meaning: 'the app is registered, but not present in the tenant',
    cure: 'Let an administrator of the tenant add the app as an enterprise application.',
  },
};

/**
 * Asks Microsoft for a token as the bot does before it replies. The token is thrown away.
 *
 * @param login where Microsoft gives tokens, without a slash at the end
 * @param limit how long it may take, in milliseconds
 */
export async function checkToken(
  app: NonNullable<Config['microsoftApp']>,
  login: string,
  limit: number,
): Promise<Finding> {
  if (app.password === undefined) return skipped('token', 'needs the secret of the app');
  const tenant = encodeURIComponent(app.tenantId ?? MULTI_TENANT);
  const form = { grant_type: 'client_credentials', client_id: app.id, client_secret: app.password, scope: SCOPE };
  const body = new URLSearchParams(form);
  const outcome = await request(`${login}/${tenant}/oauth2/v2.0/token`, { method: 'POST', body }, limit);
  const unreachable = 'Microsoft (login.microsoftonline.com) could not be reached';
  if (outcome.kind === 'failure')
    return attention('token', unreachable, 'Let the server make https connections to Microsoft, and try again.');
  const answer = jsonObject(outcome.body);
  if (outcome.status === 200 && typeof answer?.['access_token'] === 'string')
    return ok('token', 'Microsoft gives a token for this id, secret and tenant');
  const code = refusalCode(answer);
  if (code === undefined)
    return attention(
      'token',
      `the answer of Microsoft could not be read (status ${outcome.status})`,
      'Look whether something between the server and Microsoft answers in its place, and try again later.',
    );
  const known = REFUSALS[code];
  return wrong(
    'token',
    `Microsoft gives no token: ${known?.meaning ?? 'it refuses'} (AADSTS${code})`,
    known?.cure ?? `Look up the code at https://login.microsoftonline.com/error?code=${code}.`,
  );
}

/**
 * Whether Microsoft's keys can be had: without them the bot refuses every message.
 *
 * @param metadata address that tells where the keys are
 * @param limit how long it may take, in milliseconds
 */
export async function checkIssuer(metadata: string, limit: number): Promise<Finding> {
  const outcome = await request(metadata, {}, limit);
  const host = new URL(metadata).host;
  return outcome.kind === 'answer' && typeof jsonObject(outcome.body)?.['jwks_uri'] === 'string'
    ? ok('issuer', `${host} tells with which keys messages are signed`)
    : attention(
        'issuer',
        `${host} could not be reached, and without its keys the bot answers nobody`,
        'Let the server make https connections to Microsoft, and try again.',
      );
}

/** The number behind AADSTS in a refusal. */
function refusalCode(answer: Record<string, unknown> | undefined): number | undefined {
  const found = /AADSTS(\d{1,9})\b/.exec(String(answer?.['error_description']))?.[1];
  return found === undefined ? undefined : Number(found);
}
