import { ConfigError, type Config } from '../config.ts';
import { attention, ok, reasonOf, wrong, type Finding } from './check.ts';

/** The oldest major version of Node that runs the TypeScript of this product as it is. */
const OLDEST_NODE = 24;

/** @param version as `process.versions.node` gives it */
export function checkNode(version: string): Finding {
  return Number(version.split('.')[0]) >= OLDEST_NODE
    ? ok('node', `Node ${version}`)
    : wrong('node', `Node ${version} is too old`, `Use Node ${OLDEST_NODE} or newer, or start with "npm start".`);
}

/** The settings, when they can be read, and whether they can. */
export function checkSettings(read: () => Config): { config?: Config; finding: Finding } {
  try {
    return { config: read(), finding: ok('settings', 'all can be read') };
  } catch (error) {
    const cure =
      error instanceof ConfigError
        ? 'Change them in the environment or in .env; .env.example explains each.'
        : 'See that .env can be read by this user.';
    return { finding: wrong('settings', reasonOf(error), cure) };
  }
}

/** Whose the keys are that seal conversations and links. */
export function checkKeys({ signingKeys, publicUrl, microsoftApp }: Config): Finding {
  if (signingKeys.length > 0) return ok('keys', `SIGNING_KEYS has ${signingKeys.length} of your own`);
  if (publicUrl === undefined && microsoftApp === undefined)
    return ok('keys', 'the server makes its own in DATA_DIR: good for trying out');
  return attention(
    'keys',
    'SIGNING_KEYS is not set: the keys stand in DATA_DIR, so who copies that folder can read the conversations in it',
    'Make one with "openssl rand -base64 32", set it in SIGNING_KEYS, and set NODE_ENV=production.',
  );
}

/** Whether the server tells visitors behind a proxy apart. It speaks no https itself, so https means a proxy. */
export function checkProxy({ publicUrl, trustedProxies }: Config): Finding | undefined {
  if (publicUrl?.startsWith('https:') !== true) return undefined;
  return trustedProxies > 0
    ? ok('proxy', `TRUST_PROXY believes ${trustedProxies}`)
    : attention(
        'proxy',
        'TRUST_PROXY is 0: behind a proxy all visitors of the web chat share one limit',
        'Set TRUST_PROXY to how many proxies stand before the server; most often 1.',
      );
}
