import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response, Server } from 'restify';
import { handle } from './server.ts';

/** How long a browser may keep a body: for good (its address changes with it), for ten minutes, or not at all. */
const CACHE_CONTROL = {
  forGood: 'public, max-age=31536000, immutable',
  short: 'public, max-age=600',
  none: 'no-store',
} as const;

export interface AssetOptions {
  /** Media type, with charset for text. */
  type: string;
  cache: keyof typeof CACHE_CONTROL;
  /** Headers besides those of type, cache and encoding. */
  headers?: Readonly<Record<string, string>>;
}

type Encoding = 'br' | 'gzip' | 'identity';

const COMPRESSORS: Readonly<Record<Encoding, (body: Buffer) => Promise<Buffer>>> = {
  // Level 9 is within a few percent of the highest one, which takes a second for our longest page.
  br: (body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (body) => promisify(gzip)(body),
  identity: (body) => Promise.resolve(body),
};

/** Types that become smaller: all but pictures in pixels. */
const COMPRESSIBLE = /^text\/|^application\/(?:json|javascript)|^image\/svg/;

/** A body that stays as it is: compressed once for each way in which browsers take it. */
export class Asset {
  /** Short name of the content: another content has another one. */
  readonly version: string;
  /** SHA-256 of the content in hexadecimal. */
  readonly digest: string;
  readonly #body: Buffer;
  readonly #options: AssetOptions;
  readonly #encoded = new Map<Encoding, Promise<Buffer>>();

  constructor(body: string | Uint8Array, options: AssetOptions) {
    this.#body = Buffer.from(body);
    this.#options = options;
    this.digest = createHash('sha256').update(this.#body).digest('hex');
    this.version = this.digest.slice(0, 16);
  }

  /** Answers a request: with the body, or with 304 when the client has it already. */
  async send(req: Request, res: Response): Promise<void> {
    const { type, cache, headers = {} } = this.#options;
    const compressible = COMPRESSIBLE.test(type);
    const encoding = compressible ? preferredEncoding(req.headers['accept-encoding']) : 'identity';
    // One tag for each encoding: they are different bytes.
    const tag = `"${this.version}-${encoding}"`;
    const described = {
      ...headers,
      'Cache-Control': CACHE_CONTROL[cache],
      ...(compressible && { Vary: 'Accept-Encoding' }),
      ...(cache !== 'none' && { ETag: tag }),
    };
    if (cache !== 'none' && namesTag(req.headers['if-none-match'], tag)) {
      res.sendRaw(304, '', described);
      return;
    }
    const body = await this.#as(encoding);
    res.sendRaw(200, body, {
      ...described,
      'Content-Type': type,
      'Content-Length': String(body.length),
      ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
    });
  }

  #as(encoding: Encoding): Promise<Buffer> {
    const known = this.#encoded.get(encoding);
    if (known !== undefined) return known;
    const made = COMPRESSORS[encoding](this.#body);
    this.#encoded.set(encoding, made);
    return made;
  }
}

/** Serves an asset at an address. @param asset asked for at each request; what it throws becomes a problem document */
export function addAsset(server: Server, path: string, asset: (req: Request) => Asset): void {
  const handler = handle((req, res) => asset(req).send(req, res));
  server.get(path, handler);
  server.head(path, handler);
}

/** The smallest encoding that an Accept-Encoding header takes (RFC 9110, 12.5.3). */
function preferredEncoding(header: string | string[] = ''): Encoding {
  const weights = new Map(
    String(header)
      .toLowerCase()
      .split(',')
      .map((part) => {
        const [name = '', weight = 'q=1'] = part.split(';').map((piece) => piece.trim());
        return [name, Number(weight.replace(/^q=/, ''))];
      }),
  );
  const accepted = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  return (['br', 'gzip'] as const).find(accepted) ?? 'identity';
}

/** Whether an If-None-Match header names a tag; a proxy may have marked it as weak. */
function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((part) => part.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(tag);
}
