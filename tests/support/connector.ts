import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SentActivity {
  type: string;
  text?: string;
  conversation?: { id: string };
  replyToId?: string;
  /** The same in plain text, when the activity is a card. */
  summary?: string;
  channelData?: Record<string, unknown>;
  attachments?: { contentType: string; content: AdaptiveCard }[];
}

export interface AdaptiveCard {
  version: string;
  fallbackText: string;
  body: object[];
  actions: CardAction[];
}

export interface CardAction {
  type: string;
  title: string;
  data: { say?: string };
  /** What the button opens in the card. */
  card?: { actions: CardAction[] };
}

/** How long an idle connection stays open. Milliseconds. */
const CONNECTION_KEPT = 600_000;

/** The channel's side of the Bot Framework: takes what the bot sends, as Teams or the Emulator would. */
export class Connector {
  readonly sent: SentActivity[] = [];
  /** How often the bot showed that it was typing: on a busy machine that may be at any moment. */
  typed = 0;
  /** How many of the next sends are refused. */
  failing = 0;
  /** The status it refuses with. */
  refusal = 400;
  /** When it says to come back, in seconds. */
  retryAfter: string | undefined;
  /** How many it refused. */
  refused = 0;
  /** True while it takes what is sent and never answers. */
  hanging = false;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Connector> {
    const server = createServer();
    const connector = new Connector(server);
    server.on('request', (req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('end', () => {
        if (connector.hanging) return;
        const refuse = connector.failing > 0;
        if (refuse) {
          connector.failing -= 1;
          connector.refused += 1;
        } else connector.#take(JSON.parse(Buffer.concat(chunks).toString()) as SentActivity);
        if (refuse && connector.retryAfter !== undefined) res.setHeader('retry-after', connector.retryAfter);
        res.writeHead(refuse ? connector.refusal : 200, { 'content-type': 'application/json' });
        res.end(JSON.stringify({ id: String(connector.sent.length) }));
      });
    });
    // On a busy machine a connection would be closed just when the bot uses it again.
    server.keepAliveTimeout = CONNECTION_KEPT;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return connector;
  }

  #take(activity: SentActivity): void {
    if (activity.type === 'typing') this.typed += 1;
    else this.sent.push(activity);
  }

  get serviceUrl(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  texts(): string[] {
    return this.sent.map(({ text, attachments }) => text ?? attachments?.[0]?.content.fallbackText ?? '');
  }

  /** A message activity as a channel delivers it. */
  message(text: string, id: string, conversation = 'c1'): Record<string, unknown> {
    return {
      type: 'message',
      id,
      channelId: 'emulator',
      serviceUrl: this.serviceUrl,
      conversation: { id: conversation },
      from: { id: 'user', name: 'User' },
      recipient: { id: 'bot', name: 'Bot' },
      text,
    };
  }

  /** The card of the last activity. */
  card(): AdaptiveCard {
    const content = this.sent.at(-1)?.attachments?.[0]?.content;
    if (content === undefined) throw new Error('the last activity has no card');
    return content;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
