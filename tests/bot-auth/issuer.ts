import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';

const ALGORITHM = 'RS256';

/** Who issues the tokens, and for whom. */
export const ISSUER_NAME = 'https://api.botframework.com';
export const APP_ID = '00000000-0000-0000-0000-000000000001';

export interface SigningKey {
  kid: string;
  publicKey: CryptoKey;
  privateKey: CryptoKey;
  /** Channels for which it may sign; without any it is published without the field. */
  endorsements?: readonly string[];
}

/** A key pair that tests share: making one takes long. */
export async function newKey(kid: string, endorsements?: readonly string[]): Promise<SigningKey> {
  return { kid, ...(await generateKeyPair(ALGORITHM, { extractable: true })), ...(endorsements && { endorsements }) };
}

/** The public key as text, which an attacker can use as a shared secret. */
export async function publicText({ publicKey }: SigningKey): Promise<Uint8Array> {
  return new TextEncoder().encode(await exportSPKI(publicKey));
}

/** What the Bot Connector says in a token, with an hour to go. A claim that is undefined is left out. */
export function claims(serviceUrl: string, other: Record<string, unknown> = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return { iss: ISSUER_NAME, aud: APP_ID, serviceurl: serviceUrl, nbf: now, exp: now + 3_600, ...other };
}

/** A token as the key's owner signs it. */
export function signed(payload: JWTPayload, { kid, privateKey }: SigningKey): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: ALGORITHM, kid }).sign(privateKey);
}

/** An OpenID issuer over real HTTP, as login.botframework.com is one. */
export class Issuer {
  /** The keys that it publishes now. */
  keys: readonly SigningKey[];
  /** What it answers with instead of its documents. */
  trouble: 'hangs up' | 'is busy' | 'tells nonsense' | undefined;
  /** Documents that were asked for. */
  requests = 0;
  readonly #server: Server;

  private constructor(server: Server, keys: readonly SigningKey[]) {
    this.#server = server;
    this.keys = keys;
  }

  static async start(keys: readonly SigningKey[]): Promise<Issuer> {
    const server = createServer();
    const issuer = new Issuer(server, keys);
    server.on('request', (req, res) => {
      issuer.requests += 1;
      if (issuer.trouble === 'hangs up') {
        req.socket.destroy();
        return;
      }
      res.statusCode = issuer.trouble === 'is busy' ? 503 : 200;
      void issuer.#document(req.url ?? '').then((document) => {
        res.end(issuer.trouble === 'tells nonsense' ? '<html>' : JSON.stringify(document));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get metadata(): string {
    return `${this.#origin}/v1/.well-known/openidconfiguration`;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  get #origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async #document(path: string): Promise<object> {
    if (!path.endsWith('/keys')) return { issuer: ISSUER_NAME, jwks_uri: `${this.#origin}/v1/.well-known/keys` };
    const keys = this.keys.map(async ({ kid, publicKey, endorsements }) => ({
      ...(await exportJWK(publicKey)),
      kid,
      use: 'sig',
      ...(endorsements && { endorsements }),
    }));
    return { keys: await Promise.all(keys) };
  }
}
