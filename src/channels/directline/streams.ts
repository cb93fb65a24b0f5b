import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { errorSummary } from '../../telemetry/error-summary.ts';
import type { Conversations } from './conversations.ts';
import type { Limits } from './limits.ts';
import { isAllowedOrigin, isGrantedOrigin, type OriginRule } from './origins.ts';
import { conversationOfStream } from './paths.ts';
import type { StreamGrant, Tokens } from './tokens.ts';

/** Clients say nothing over a stream but an empty text now and then. Bytes. */
const LARGEST_FRAME = 1_024;

/** So long may a client take to read what it was sent; then it is dropped, and reads the rest when it comes back. Milliseconds. */
const READING_LIMIT = 30_000;

/** Each stream is asked this often whether it is still there. Milliseconds. */
const HEARTBEAT = 30_000;

/** So long may clients take to say goodbye when the server stops. Milliseconds. */
const CLOSING_LIMIT = 5_000;

/** Close codes of RFC 6455: the client may come back. */
const RESTARTING = 1012;
const TRY_LATER = 1013;

export interface StreamParts {
  conversations: Conversations;
  tokens: Tokens;
  origins: OriginRule;
  limits: Limits;
  addressOf: (req: IncomingMessage) => string;
  logger: Logger;
  /** How long a client may take to read what it was sent, in milliseconds. */
  readingLimit?: number;
}

interface Stream {
  socket: WebSocket;
  conversation: string;
  address: string;
  /** The number of the last activity that was sent. */
  position: number;
  isAlive: boolean;
  isSending: boolean;
  hasNews: boolean;
}

/** The WebSocket streams of Direct Line clients. */
export class Streams {
  readonly #parts: StreamParts;
  readonly #sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: LARGEST_FRAME });
  readonly #streams = new Set<Stream>();
  readonly #perAddress = new Map<string, number>();
  readonly #perConversation = new Map<string, number>();
  readonly #heartbeat: NodeJS.Timeout;
  #isClosing = false;

  constructor(server: Server, parts: StreamParts) {
    this.#parts = parts;
    server.on('upgrade', (req, socket, head) => {
      this.#upgrade(req, socket, head).catch((error: unknown) => {
        parts.logger.error({ error: errorSummary(error) }, 'stream could not be opened');
        refuse(socket, '503 Service Unavailable');
      });
    });
    this.#heartbeat = setInterval(() => {
      this.#beat();
    }, HEARTBEAT);
    this.#heartbeat.unref();
  }

  /** How many are open. */
  get size(): number {
    return this.#streams.size;
  }

  /** Tells every client that the server goes away for a moment. */
  close(): void {
    this.#isClosing = true;
    clearInterval(this.#heartbeat);
    for (const { socket } of this.#streams) socket.close(RESTARTING, 'restarting');
    setTimeout(() => {
      for (const { socket } of this.#streams) socket.terminate();
    }, CLOSING_LIMIT).unref();
  }

  async #upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // Until the WebSocket takes over, a client that goes away must not end the process.
    socket.on('error', () => socket.destroy());
    const url = URL.parse(`http://localhost${req.url ?? '/'}`);
    const conversation = url === null ? undefined : conversationOfStream(url.pathname);
    if (url === null || conversation === undefined) {
      refuse(socket, '404 Not Found');
      return;
    }
    if (!isAllowedOrigin(req, this.#parts.origins)) {
      refuse(socket, '403 Forbidden');
      return;
    }
    const verified = await this.#parts.tokens.redeemForStream(url.searchParams.get('t') ?? '');
    if (
      verified.kind !== 'ok' ||
      verified.grant.conversation !== conversation ||
      !isGrantedOrigin(req, verified.grant.origins)
    ) {
      refuse(socket, '403 Forbidden');
      return;
    }
    const address = this.#parts.addressOf(req);
    const { limits } = this.#parts;
    const isFull =
      this.#isClosing ||
      this.#streams.size >= limits.streams ||
      (this.#perAddress.get(address) ?? 0) >= limits.streamsPerAddress ||
      (this.#perConversation.get(conversation) ?? 0) >= limits.streamsPerConversation;
    if (isFull) {
      refuse(socket, '503 Service Unavailable');
      return;
    }
    this.#sockets.handleUpgrade(req, socket, head, (webSocket) => {
      this.#open(webSocket, verified.grant, address);
    });
  }

  #open(socket: WebSocket, { conversation, after }: StreamGrant, address: string): void {
    const stream: Stream = {
      socket,
      conversation,
      address,
      position: after,
      isAlive: true,
      isSending: false,
      hasNews: false,
    };
    this.#streams.add(stream);
    add(this.#perAddress, address, 1);
    add(this.#perConversation, conversation, 1);
    const stopListening = this.#parts.conversations.listen(conversation, () => {
      this.#send(stream);
    });
    socket.on('pong', () => (stream.isAlive = true));
    // What a client says over a stream means nothing.
    socket.on('message', () => (stream.isAlive = true));
    socket.on('error', () => {
      socket.terminate();
    });
    socket.on('close', () => {
      stopListening();
      this.#streams.delete(stream);
      add(this.#perAddress, address, -1);
      add(this.#perConversation, conversation, -1);
    });
    this.#send(stream);
  }

  /** Sends what the client does not have yet. Only one of these runs at a time for a stream, so that the order holds. */
  #send(stream: Stream): void {
    stream.hasNews = true;
    if (stream.isSending) return;
    stream.isSending = true;
    this.#sendAll(stream)
      .catch((error: unknown) => {
        this.#parts.logger.warn({ error: errorSummary(error) }, 'stream ended: the store could not be read');
        stream.socket.close(TRY_LATER, 'try again later');
      })
      .finally(() => {
        stream.isSending = false;
        if (stream.hasNews && stream.socket.readyState === stream.socket.OPEN) this.#send(stream);
      });
  }

  async #sendAll(stream: Stream): Promise<void> {
    const { socket, conversation } = stream;
    while (stream.hasNews && socket.readyState === socket.OPEN) {
      stream.hasNews = false;
      for (const { number, activity } of await this.#parts.conversations.entries(conversation, stream.position)) {
        stream.position = number;
        stream.hasNews = true;
        // One at a time: Microsoft's client mixes up sets of several that arrive together.
        if (activity !== undefined)
          await this.#sendWhole(socket, JSON.stringify({ activities: [activity], watermark: String(number) }));
      }
    }
  }

  /** Sends one text, and waits until it left: never more than one waits for a client, however slowly it reads. */
  #sendWhole(socket: WebSocket, text: string): Promise<void> {
    return new Promise((resolve) => {
      const tooSlow = setTimeout(() => {
        socket.terminate();
      }, this.#parts.readingLimit ?? READING_LIMIT);
      socket.send(text, () => {
        clearTimeout(tooSlow);
        resolve();
      });
    });
  }

  #beat(): void {
    for (const stream of this.#streams) {
      if (!stream.isAlive) {
        stream.socket.terminate();
        continue;
      }
      stream.isAlive = false;
      stream.socket.ping();
    }
  }
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

/** Answers and hangs up, whether or not the client does. */
function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
