import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import pino from 'pino';
import { FeedbackLoop } from '../../src/channels/bot/invoke/feedback-loop.ts';
import { createMessageExtension } from '../../src/channels/bot/invoke/message-extension.ts';
import { addBotRoute } from '../../src/channels/bot/route.ts';
import { createHttpServer } from '../../src/channels/http/server.ts';
import { Inbox } from '../../src/channels/inbox.ts';
import type { Config } from '../../src/config.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { smallAssistant, TODAY } from '../support/assistant.ts';
import { APP_ID, ISSUER_NAME, type Issuer } from './issuer.ts';

/** What the bot shows of itself when it sends a reply. */
export const BOT_TOKEN = 'token-of-the-bot';

/** Gives the bot its token without asking Microsoft for one. */
class LocalCredentials extends ConfigurationServiceClientCredentialFactory {
  override createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    return Promise.resolve({
      signRequest: (request) => {
        request.headers.set('authorization', `Bearer ${BOT_TOKEN}`);
        return Promise.resolve(request);
      },
    });
  }
}

export interface DoorOptions {
  app?: Config['microsoftApp'];
  serviceHosts?: readonly string[];
  /** Stands in for Microsoft's. */
  issuer?: Issuer;
}

/** The bot's route on a free port of this machine, in this process. */
export class Door {
  readonly url: string;
  readonly #log: string[];
  readonly #close: () => Promise<void>;

  private constructor(url: string, log: string[], close: () => Promise<void>) {
    this.url = url;
    this.#log = log;
    this.#close = close;
  }

  static async open({ app, serviceHosts = [], issuer }: DoorOptions): Promise<Door> {
    const log: string[] = [];
    const logger = pino({ base: null }, { write: (line: string) => log.push(line) });
    const server = createHttpServer(logger);
    const store = openSqliteStore(':memory:');
    const assistant = smallAssistant();
    const { warmUp } = addBotRoute(server, {
      inbox: new Inbox({ assistant, conversations: store.conversations, locks: store.locks, today: () => TODAY }),
      messages: assistant.knowledge.messages,
      invokes: {
        extension: createMessageExtension(assistant, () => TODAY),
        feedback: new FeedbackLoop({ votes: store.feedback, shown: store.shown, keys: () => [Buffer.alloc(32, 'k')] }),
      },
      microsoftApp: app,
      serviceHosts,
      ...(issuer !== undefined && {
        authentication: {
          issuer: { name: ISSUER_NAME, metadata: issuer.metadata },
          // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- as the SDK itself does it
          credentials: new LocalCredentials({ MicrosoftAppId: APP_ID }),
        },
      }),
      logger,
    });
    await warmUp();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return new Door(`${server.url}/api/messages`, log, async () => {
      await new Promise<void>((resolve) => {
        server.close(resolve);
        server.server.closeAllConnections();
      });
      await store.close();
    });
  }

  /** Everything that was logged so far. */
  log(): string {
    return this.#log.join('');
  }

  /** Delivers an activity, or whatever it is, as a channel does. */
  deliver(body: unknown, authorization?: string, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization !== undefined && { authorization }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** A message as Teams delivers it; its replies travel in the response. A field that is undefined is left out. */
export function teamsMessage(serviceUrl: string, other: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'message',
    id: 'm1',
    channelId: 'msteams',
    serviceUrl,
    deliveryMode: 'expectReplies',
    conversation: { id: 'c', conversationType: 'personal', tenantId: TENANT },
    from: { id: 'user', name: 'User', aadObjectId: '00000000-0000-0000-0000-0000000000aa' },
    recipient: { id: 'bot', name: 'Bot' },
    channelData: { tenant: { id: TENANT } },
    locale: 'nl-NL',
    text: 'onduidelijk',
    ...other,
  };
}

/** The tenant that messages come from. */
export const TENANT = '00000000-0000-0000-0000-00000000aaaa';
