import { join } from 'node:path';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { FeedbackLoop } from './channels/bot/invoke/feedback-loop.ts';
import { createMessageExtension } from './channels/bot/invoke/message-extension.ts';
import { addBotRoute } from './channels/bot/route.ts';
import { PlanAddresses } from './channels/documents.ts';
import { addAskRoute } from './channels/http/ask-route.ts';
import { addDeadlinesRoute } from './channels/http/deadlines-route.ts';
import { addDialogsRoute } from './channels/http/dialogs-route.ts';
import { openDirectLine } from './channels/directline/index.ts';
import { isDirectLinePath } from './channels/directline/paths.ts';
import { sendDirectLineError, sendProblem } from './channels/http/problem.ts';
import { createHttpServer, errorSummary } from './channels/http/server.ts';
import { addStatusRoutes } from './channels/http/status-routes.ts';
import { Inbox } from './channels/inbox.ts';
import { addDocumentRoutes } from './channels/web/document-route.ts';
import { addPages } from './channels/web/pages.ts';
import { composeAssistant, today } from './compose.ts';
import { ConfigError, processConfig, type Config } from './config.ts';
import { ContentError } from './knowledge/problem.ts';
import { present } from './shared/present.ts';
import { FileKeyRing, fixedKeyRing, secretsFor } from './store/key-ring.ts';
import { SealedConversationStore } from './store/sealed-conversation-store.ts';
import { SqliteStore } from './store/sqlite-store.ts';

/** How long an activity may come a second time and still be known. Milliseconds. */
const DELIVERIES_KEPT = 24 * 60 * 60 * 1000;

/** How long a thumb on a message can still be counted. Milliseconds. */
const SHOWN_KEPT = 30 * 24 * 60 * 60 * 1000;

const CLEAN_UP_EVERY = 60 * 60 * 1000;

/** How long requests that are under way may take once the server was told to stop. Milliseconds. */
const DRAIN_LIMIT = 10_000;

/** Starts the server: loads the content, wires the parts, listens. */
async function start(config: Config): Promise<void> {
  const logger = pino({ level: config.logLevel, base: null });
  // First what fails at once: reading changed content takes seconds.
  const store = openStore(config.dataDir);
  const assistant = composeAssistant(config);
  const server = createHttpServer(logger, (path) => (isDirectLinePath(path) ? sendDirectLineError : sendProblem));
  addStatusRoutes(server, store);
  addAskRoute(server, assistant, today);
  const keyRing =
    config.signingKeys.length > 0
      ? fixedKeyRing(config.signingKeys)
      : new FileKeyRing(config.dataDir, () => Temporal.Now.instant());
  const addresses = new PlanAddresses(secretsFor('documents', keyRing), config.publicUrl ?? '', assistant.knowledge);
  addDeadlinesRoute(server, assistant, addresses, today);
  addDialogsRoute(server, assistant, today);
  addDocumentRoutes(server, addresses, today);
  addPages(server, assistant, addresses, today, config);
  const inbox = new Inbox(assistant, new SealedConversationStore(store, secretsFor('sessions', keyRing)), today);
  const directLine = openDirectLine(
    server,
    {
      origins: { allowed: config.allowedOrigins, ...present({ publicUrl: config.publicUrl }) },
      secrets: config.directLineSecrets,
      trustedProxies: config.trustedProxies,
    },
    {
      bot: inbox,
      log: store.activities,
      feedback: store.feedback,
      messages: assistant.knowledge.messages,
      addresses,
      keyRing,
      logger,
    },
  );
  const loadBotSdk = addBotRoute(server, {
    inbox,
    messages: assistant.knowledge.messages,
    invokes: {
      extension: createMessageExtension(assistant, today),
      feedback: new FeedbackLoop({
        votes: store.feedback,
        shown: store.shown,
        keys: secretsFor('feedback', keyRing),
      }),
    },
    microsoftApp: config.microsoftApp,
    serviceHosts: config.botServiceHosts,
    ...(config.publicUrl !== undefined && {
      documents: (documents, level) => addresses.forCard(documents, level, new Date()),
    }),
    logger,
  });

  const cleanUp = () => {
    // What must be deleted goes first, and nothing that fails keeps another from being done.
    const steps = [
      () => directLine.deleteUnused(),
      () => store.dropDeliveriesBefore(new Date(Date.now() - DELIVERIES_KEPT)),
      () => store.shown.dropBefore(new Date(Date.now() - SHOWN_KEPT)),
      // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is told like the others
      async () => {
        keyRing.rotate();
      },
    ];
    for (const step of steps) {
      step().catch((error: unknown) => {
        logger.error({ error: errorSummary(error) }, 'clean-up failed; it is tried again in an hour');
      });
    }
  };
  const timer = setInterval(cleanUp, CLEAN_UP_EVERY);
  const stop = () => {
    clearInterval(timer);
    directLine.close();
    // Requests that are under way are finished first, for as long as that takes no longer than the limit.
    server.close(() => {
      void store.close().finally(() => process.exit(0));
    });
    server.server.closeIdleConnections();
    setTimeout(() => {
      server.server.closeAllConnections();
    }, DRAIN_LIMIT).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      resolve();
    });
  });
  if (config.microsoftApp === undefined) {
    logger.warn(
      'MICROSOFT_APP_ID is not set: /api/messages answers this machine only, and nothing that comes through a proxy',
    );
  }
  logger.info(
    `ready on ${server.url} with ${assistant.knowledge.topics.length} topics, ${process.uptime().toFixed(2)} s after the start`,
  );
  cleanUp();
  if (config.microsoftApp !== undefined) {
    await loadBotSdk().catch((error: unknown) => {
      logger.error({ error: errorSummary(error) }, 'the bot SDK could not be loaded; the next activity tries again');
    });
  }
}

function openStore(dataDir: string): SqliteStore {
  try {
    return new SqliteStore(join(dataDir, 'conversations.db'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `DATA_DIR: found "${dataDir}", allowed: a folder that this program may write in (${reason}).`,
    );
  }
}

/** Errors that the administrator can mend: told in words, without a stack. */
function expectedMessage(error: unknown): string | undefined {
  if (error instanceof ContentError)
    return `The content has errors, so the assistant does not start:\n\n${error.message}`;
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  if (error.code === 'EADDRINUSE')
    return 'The port is in use: stop the program that holds it, or set PORT to another one (see .env.example).';
  if (['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(String(error.code)))
    return 'The address cannot be opened: check HOST, and take a PORT from 1024 on (see .env.example).';
  return undefined;
}

/** Runs the server, or says in words why it cannot start. */
export async function main(): Promise<void> {
  try {
    await start(processConfig());
  } catch (error) {
    const message = expectedMessage(error);
    if (message === undefined) throw error;
    process.stderr.write(`${message}\n`);
    process.exit(1);
  }
}
