import { existsSync } from 'node:fs';
import { z } from 'zod';
import type { Contact } from './conversation/contact.ts';
import { present } from './shared/present.ts';

/** Names other tools use for the same setting; ours comes first and wins. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  MICROSOFT_APP_ID: ['MicrosoftAppId', 'connections__serviceConnection__settings__clientId'],
  MICROSOFT_APP_PASSWORD: ['MicrosoftAppPassword', 'connections__serviceConnection__settings__clientSecret'],
  MICROSOFT_APP_TENANT_ID: ['MicrosoftAppTenantId', 'connections__serviceConnection__settings__tenantId'],
};

/** Variables whose value is never shown. */
const SECRET: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'DIRECTLINE_SECRET',
  'METRICS_TOKEN',
  'SIGNING_KEYS',
  'MICROSOFT_APP_PASSWORD',
]);

const text = z.string().optional();

/** Characters of a secret that nobody guesses. */
const SHORTEST_SECRET = 32;

/** A Teams app's manifest takes no longer name of a developer. Characters. */
const LONGEST_ORGANISATION = 32;

/** Octets. */
const SIGNING_KEY_LENGTH = 32;

function listed(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isOrigin(value: string): boolean {
  return /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value;
}

/** Secrets that a caller sends: the first is the current one, and the others go on working while it is replaced. */
const secrets = z
  .string()
  .default('')
  .transform(listed)
  .refine(
    (all) => all.every((secret) => secret.length >= SHORTEST_SECRET && /^[\w.~+/-]+=*$/.test(secret)),
    `secrets of at least ${SHORTEST_SECRET} letters, figures and .~+/_- (one is made by: openssl rand -hex 32), with a comma between them`,
  );

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .default('3978')
    .refine(
      (value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535,
      'a number from 0 to 65535 (0 picks a free port)',
    )
    .transform(Number),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(?:ql)?$/,
      error: 'an address that starts with postgres:// and names host and database',
    })
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'an address that starts with https://' }).optional(),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform(listed)
    .refine((origins) => origins.every(isOrigin), 'origins as https://www.example.nl, with a comma between them'),
  TRUST_PROXY: z
    .string()
    .default('0')
    .refine((value) => /^[0-9]$/.test(value), 'how many proxies stand before the server: 0 to 9')
    .transform(Number),
  DIRECTLINE_SECRET: secrets,
  SIGNING_KEYS: z
    .string()
    .default('')
    .transform(listed)
    .transform((keys) => keys.map((key) => new Uint8Array(Buffer.from(key, 'base64'))))
    .refine(
      (keys) => keys.every(({ length }) => length === SIGNING_KEY_LENGTH),
      `keys of ${SIGNING_KEY_LENGTH} octets in base64, with a comma between them (one is made by: openssl rand -base64 32)`,
    ),
  NODE_ENV: text,
  METRICS_TOKEN: secrets,
  KEEP_QUESTIONS: z.enum(['yes', 'no']).default('no'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  MICROSOFT_APP_ID: text,
  MICROSOFT_APP_PASSWORD: text,
  MICROSOFT_APP_TENANT_ID: z
    .guid('the id of a tenant, as 00000000-0000-0000-0000-000000000000; not its domain')
    .optional(),
  BOT_SERVICE_HOSTS: z
    .string()
    .default('')
    .transform(listed)
    .refine(
      (hosts) => hosts.every((host) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)),
      'names of hosts as botapi.example.com, with a comma between them',
    ),
  ORGANISATION_NAME: z.string().max(LONGEST_ORGANISATION, `at most ${LONGEST_ORGANISATION} characters`).optional(),
  CONTACT_NAME: text,
  CONTACT_PHONE: text,
  CONTACT_MAIL: z.email('an e-mail address').optional(),
  CONTACT_URL: z.url({ protocol: /^https?$/, error: 'an address that starts with https://' }).optional(),
});

export interface Config {
  host: string;
  /** TCP port; 0 lets the system choose. */
  port: number;
  /** Folder for the store; made when it does not exist. */
  dataDir: string;
  /** The PostgreSQL database in which conversations live; without it they live in a file in the folder. */
  databaseUrl?: string;
  /** Who has one of these may read the metrics from elsewhere. */
  metricsTokens: readonly string[];
  /** Whether questions that were not answered at once are kept for the editor, with nothing of a person left in them. */
  keepsQuestions: boolean;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  /** Where the server is reached from outside, without a slash at the end; for links in channels that have no address of their own. */
  publicUrl?: string;
  /** Other sites that may show the chat, as origins. */
  allowedOrigins: readonly string[];
  /** How many proxies stand before the server: so many of the last addresses in X-Forwarded-For are believed. */
  trustedProxies: number;
  /** With one of these a program may start conversations for others; the first is the current one. */
  directLineSecrets: readonly string[];
  /** Keys for signing and sealing, the newest first; without any, the server makes its own. */
  signingKeys: readonly Uint8Array[];
  /** The bot's registration; without it only callers on this machine reach the bot. */
  microsoftApp?: { id: string; password?: string; tenantId?: string };
  /** Hosts beside Microsoft's own that the bot may send replies to; hosts under them count too. */
  botServiceHosts: readonly string[];
  /** Who runs the assistant: named on the privacy page and in the Teams app. */
  organisationName?: string;
  contact?: Contact;
}

/** Settings that cannot work; the message names each with what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The settings of this process: its environment, with a `.env` file in the working folder for what is not set. */
export function processConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

/**
 * Reads the settings from the environment. An empty variable counts as not set.
 *
 * @throws ConfigError naming every variable that is wrong
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const result = environment.safeParse(
    Object.fromEntries(Object.keys(environment.shape).map((name) => [name, lookUp(env, name)])),
  );
  if (!result.success) {
    const lines = result.error.issues.map(
      ({ path, message }) => `  ${path.join('.')}: found ${shownValue(env, String(path[0]))}, allowed: ${message}`,
    );
    throw new ConfigError(`These settings cannot be used (see .env.example):\n${lines.join('\n')}`);
  }
  const { data } = result;
  const { MICROSOFT_APP_ID: id, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TENANT_ID: tenantId } = data;
  if (id === undefined && (password ?? tenantId) !== undefined) {
    throw new ConfigError(
      'MICROSOFT_APP_PASSWORD or MICROSOFT_APP_TENANT_ID is set without MICROSOFT_APP_ID: set it too, or remove them.',
    );
  }
  if (tenantId !== undefined && password === undefined) {
    throw new ConfigError('MICROSOFT_APP_TENANT_ID is set without MICROSOFT_APP_PASSWORD: set it too.');
  }
  if (data.NODE_ENV === 'production' && data.SIGNING_KEYS.length === 0) {
    throw new ConfigError(
      'SIGNING_KEYS is not set: in production the keys that sign visits and links are yours to keep. Make one with "openssl rand -base64 32" (see .env.example).',
    );
  }
  if (data.DATABASE_URL !== undefined && data.SIGNING_KEYS.length === 0) {
    throw new ConfigError(
      'DATABASE_URL is set without SIGNING_KEYS: all processes on a database need the same keys. Make one with "openssl rand -base64 32" (see .env.example).',
    );
  }
  const contact = present({
    name: data.CONTACT_NAME,
    phone: data.CONTACT_PHONE,
    mail: data.CONTACT_MAIL,
    url: data.CONTACT_URL,
  });
  return {
    host: data.HOST,
    port: data.PORT,
    dataDir: data.DATA_DIR,
    logLevel: data.LOG_LEVEL,
    allowedOrigins: data.ALLOWED_ORIGINS,
    trustedProxies: data.TRUST_PROXY,
    directLineSecrets: data.DIRECTLINE_SECRET,
    signingKeys: data.SIGNING_KEYS,
    botServiceHosts: data.BOT_SERVICE_HOSTS,
    metricsTokens: data.METRICS_TOKEN,
    keepsQuestions: data.KEEP_QUESTIONS === 'yes',
    ...present({
      databaseUrl: data.DATABASE_URL,
      publicUrl: data.PUBLIC_URL?.replace(/\/$/, ''),
      organisationName: data.ORGANISATION_NAME,
    }),
    ...(id === undefined ? {} : { microsoftApp: { id, ...present({ password, tenantId }) } }),
    ...(Object.keys(contact).length === 0 ? {} : { contact }),
  };
}

/** What a variable holds, for a message; a secret is not repeated, also not a wrong one. */
function shownValue(env: Readonly<Record<string, string | undefined>>, name: string): string {
  return SECRET.has(name) ? 'something else' : `"${String(lookUp(env, name))}"`;
}

function lookUp(env: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  return [name, ...(OTHER_NAMES[name] ?? [])]
    .map((key) => env[key]?.trim())
    .find((value) => value !== undefined && value !== '');
}
