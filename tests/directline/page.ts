/** What a browser keeps from a page: see the Fetch standard, "CORS protocol". */
const SAFE_HEADERS: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language']);

const SAFE_TYPES = /^(?:text\/plain|multipart\/form-data|application\/x-www-form-urlencoded)(?:;|$)/i;

/**
 * XMLHttpRequest as a page of a site has it, as far as rxjs uses it: every request tells its origin, asks beforehand
 * whether it may send what it wants to send, and sees no answer that is not meant for its site.
 */
export function xmlHttpRequestOf(origin: string) {
  return class PageRequest {
    readyState = 0;
    status = 0;
    response: unknown = null;
    responseType = '';
    timeout = 0;
    onreadystatechange?: (event: object) => void;
    ontimeout?: (event: object) => void;
    readonly #sent = new Headers();
    #received = new Headers();
    readonly #abort = new AbortController();
    #method = '';
    #url = '';

    open(method: string, url: string): void {
      this.#method = method;
      this.#url = url;
    }

    setRequestHeader(name: string, value: string): void {
      this.#sent.set(name, value);
    }

    getResponseHeader(name: string): string | null {
      const exposed = this.#received.get('access-control-expose-headers') ?? '';
      return listed(exposed).includes(name.toLowerCase()) ? this.#received.get(name) : null;
    }

    abort(): void {
      this.#abort.abort();
    }

    send(body?: string): void {
      this.#fetch(body).then(
        (status) => {
          this.#done(status);
        },
        (error: unknown) => {
          if (error instanceof Error && error.name === 'TimeoutError') this.ontimeout?.({});
          // Like a browser: what went wrong is not told to the page.
          else if (!this.#abort.signal.aborted) this.#done(0);
        },
      );
    }

    async #fetch(body: string | undefined): Promise<number> {
      const signal = AbortSignal.any([
        this.#abort.signal,
        ...(this.timeout > 0 ? [AbortSignal.timeout(this.timeout)] : []),
      ]);
      await this.#preflight(signal);
      const headers = new Headers(this.#sent);
      headers.set('origin', origin);
      const response = await fetch(this.#url, { method: this.#method, headers, body: body ?? null, signal });
      const text = await response.text();
      requireFor(origin, response);
      this.#received = response.headers;
      this.response = this.responseType === 'json' ? parsed(text) : text;
      return response.status;
    }

    async #preflight(signal: AbortSignal): Promise<void> {
      const unsafe = [...this.#sent]
        .filter(([name, value]) => !SAFE_HEADERS.has(name) && !(name === 'content-type' && SAFE_TYPES.test(value)))
        .map(([name]) => name);
      if (unsafe.length === 0 && /^(?:GET|HEAD|POST)$/.test(this.#method)) return;
      const response = await fetch(this.#url, {
        method: 'OPTIONS',
        headers: {
          origin,
          'access-control-request-method': this.#method,
          'access-control-request-headers': unsafe.join(','),
        },
        signal,
      });
      requireFor(origin, response);
      const allowed = listed(response.headers.get('access-control-allow-headers') ?? '');
      const refused = unsafe.filter((name) => !allowed.includes(name));
      if (!response.ok || refused.length > 0) throw new Error(`a page may not send ${refused.join(', ')}`);
    }

    #done(status: number): void {
      this.status = status;
      this.readyState = 4;
      this.onreadystatechange?.({});
    }
  };
}

/** WebSocket as a page of a site has it. */
export function webSocketOf(origin: string): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL) {
      super(url, { headers: { origin } });
    }
  };
}

function requireFor(origin: string, { headers }: Response): void {
  if (headers.get('access-control-allow-origin') !== origin) throw new Error(`the answer is not for ${origin}`);
}

function listed(header: string): string[] {
  return header.split(',').map((name) => name.trim().toLowerCase());
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
