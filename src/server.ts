import type { Logger } from 'pino';
import type { Server } from 'restify';
import { FeedbackLoop } from './channels/bot/invoke/feedback-loop.ts';
import { createMessageExtension } from './channels/bot/invoke/message-extension.ts';
import { addBotRoute } from './channels/bot/route.ts';
import { DataAddresses } from './channels/data-addresses.ts';
import { PlanAddresses } from './channels/documents.ts';
import { addAskRoute } from './channels/http/ask-route.ts';
import { addDeadlinesRoute } from './channels/http/deadlines-route.ts';
import { addDialogsRoute } from './channels/http/dialogs-route.ts';
import { openDirectLine } from './channels/directline/index.ts';
import { DIRECT_LINE } from './channels/directline/conversations.ts';
import { isDirectLinePath } from './channels/directline/paths.ts';
import { sendDirectLineError, sendProblem } from './channels/http/problem.ts';
import { addGuard } from './channels/http/guard.ts';
import { Load } from './channels/http/load.ts';
import { addMetricsRoute } from './channels/http/metrics-route.ts';
import { createHttpServer } from './channels/http/server.ts';
import { addStatusRoutes } from './channels/http/status-routes.ts';
import { Inbox } from './channels/inbox.ts';
import type { QuestionKeeper } from './channels/question-keeper.ts';
import { OutboxDispatcher } from './channels/outbox-dispatcher.ts';
import { addDocumentRoutes } from './channels/web/document-route.ts';
import { personalData } from './channels/personal-data.ts';
import { Switchboard, withSwitches } from './channels/switchboard.ts';
import { addPages } from './channels/web/pages.ts';
import { composeAssistant, today } from './compose.ts';
import type { Assistant } from './conversation/assistant.ts';
import { QUICK_DIALOG } from './conversation/dialogs/book.ts';
import { isOff } from './conversation/switched-off.ts';
import manifest from '../package.json' with { type: 'json' };
import type { Config } from './config.ts';
import { DEFAULT_LEVEL } from './shared/level.ts';
import { present } from './shared/present.ts';
import { openKeyRing, secretsFor, type KeyRing } from './store/key-ring.ts';
import { measuredStore } from './store/measured-store.ts';
import { cleanUpSteps } from './store/retention.ts';
import { sealedStore } from './store/sealed-store.ts';
import type { Store } from './store/store.ts';
import { errorSummary } from './telemetry/error-summary.ts';
import { timed } from './telemetry/metrics.ts';
import { createMetrics } from './telemetry/prometheus.ts';

const CLEAN_UP_EVERY = 60 * 60 * 1000;

/** How long requests that are under way may take once the server was told to stop. Milliseconds. */
const DRAIN_LIMIT = 10_000;

/** While it stops, connections that have become idle are closed this often. Milliseconds. */
const DRAIN_PAUSE = 50;

/** A server that runs. */
export interface RunningServer {
  url: string;
  /** Takes no new requests, finishes those under way, and closes the store. */
  stop: () => Promise<void>;
}

/** How soon the outbox takes over, in milliseconds, and its clock: for those who cannot wait for it. */
export interface OutboxPace {
  now?: () => Date;
  ownSending?: number;
  outboxEvery?: number;
}

/**
 * Wires the parts on a store, and listens.
 *
 * @param bare the store as the engine gives it; it is sealed here
 * @throws ContentError when the content has an error; Error when the address cannot be opened
 */
export async function startServer(
  config: Config,
  bare: Store,
  logger: Logger,
  { ownSending, outboxEvery, now }: OutboxPace = {},
): Promise<RunningServer> {
  const keyRing = openKeyRing(config);
  const metrics = createMetrics(manifest.version);
  const store = sealedStore(
    measuredStore(bare, (operation, work) => timed(metrics, operation, work)),
    secretsFor('sessions', keyRing),
  );
  const switchboard = new Switchboard(store.switches, (error) => {
    logger.error({ error: errorSummary(error) }, 'what is switched off could not be read; what was known stands');
  });
  await switchboard.start();
  const assistant = withSwitches(composeAssistant(config), switchboard);
  const { messages } = assistant.knowledge;
  const load = new Load(() => {
    metrics.refusedBusy();
  });
  let isStopping = false;
  const server = createHttpServer(
    logger,
    (path) => (isDirectLinePath(path) ? sendDirectLineError : sendProblem),
    present({ publicUrl: config.publicUrl, metrics }),
  );
  addGuard(server, { load, trustedProxies: config.trustedProxies, metrics });
  addStatusRoutes(server, {
    check: () => store.check(),
    isStopping: () => isStopping,
    isBusy: () => load.isOverloaded,
  });
  addMetricsRoute(server, metrics, config.metricsTokens);
  addAskRoute(server, assistant, today);
  const addresses = new PlanAddresses(secretsFor('documents', keyRing), config.publicUrl ?? '', assistant.knowledge);
  addDeadlinesRoute(server, assistant, addresses, today);
  addDialogsRoute(server, assistant, today);
  addDocumentRoutes(server, addresses, today, () => isOff(assistant, QUICK_DIALOG));
  const dataAddresses = new DataAddresses(secretsFor('personal-data', keyRing), config.publicUrl ?? '', messages);
  const dataParts = { store, assistant, saidKeys: secretsFor('activities', keyRing), today };
  addPages(server, assistant, addresses, today, {
    ...config,
    data: { addresses: dataAddresses, collect: (key, now) => personalData(dataParts, key, now) },
  });
  const feedbackLoop = new FeedbackLoop({
    votes: store.feedback,
    shown: store.shown,
    keys: secretsFor('feedback', keyRing),
  });
  const inbox = new Inbox({
    assistant,
    conversations: store.conversations,
    locks: store.locks,
    today,
    alsoForget: (key) => {
      metrics.forgotten();
      return feedbackLoop.forget(key);
    },
    onTurn: (taken) => {
      metrics.turn(taken);
    },
    ...present({ onMessage: config.keepsQuestions ? await questionKeeper(assistant, store, logger) : undefined }),
    ...present({ ownSending }),
  });
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
      news: store.news,
      messages,
      addresses,
      dataAddresses,
      keyRing,
      logger,
      metrics,
      isBusy: () => load.isFull,
    },
  );
  metrics.watchStreams(directLine.streams);
  metrics.watchOutbox(() => store.outbox.overdue(new Date()));
  const bot = addBotRoute(server, {
    inbox,
    messages,
    invokes: { extension: createMessageExtension(assistant, today), feedback: feedbackLoop },
    microsoftApp: config.microsoftApp,
    serviceHosts: config.botServiceHosts,
    ...(config.publicUrl !== undefined && {
      documents: (documents, level) => addresses.forCard(documents, level, new Date()),
      dataLink: (key, level) => dataAddresses.link(key, level, new Date()),
    }),
    onTooMany: async (context) => {
      await context.sendActivity([messages[DEFAULT_LEVEL].tooMany, messages.en.tooMany].join('\n\n'));
    },
    logger,
    metrics,
  });
  const dispatcher = new OutboxDispatcher({
    outbox: store.outbox,
    conversations: store.conversations,
    inbox,
    senderFor: (channel) => (channel === DIRECT_LINE ? directLine.sendLater : bot.sendLater),
    assistant,
    today,
    onFailure: (error) => {
      logger.error({ error: errorSummary(error) }, 'something in the outbox could not be sent');
    },
    ...present({ every: outboxEvery, now }),
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      resolve();
    });
  });
  const stopCleaning = cleanUpRegularly(store, keyRing, logger);
  dispatcher.start();
  if (config.microsoftApp === undefined) {
    logger.warn(
      'MICROSOFT_APP_ID is not set: /api/messages answers this machine only, and nothing that comes through a proxy',
    );
  }
  logger.info(
    `ready on ${server.url} with ${assistant.knowledge.topics.length} topics, ${process.uptime().toFixed(2)} s after the start`,
  );
  if (config.microsoftApp !== undefined) {
    bot.warmUp().catch((error: unknown) => {
      logger.error({ error: errorSummary(error) }, 'the bot SDK could not be loaded; the next activity tries again');
    });
  }
  return {
    url: server.url,
    stop: async () => {
      isStopping = true;
      stopCleaning();
      switchboard.stop();
      directLine.close();
      await Promise.all([drained(server), dispatcher.stop()]);
      await store.close();
    },
  };
}

/** What taking out names takes is loaded only where questions are kept. */
async function questionKeeper(assistant: Assistant, { questions }: Store, logger: Logger): Promise<QuestionKeeper> {
  const { createQuestionKeeper } = await import('./channels/question-keeper.ts');
  const onFailure = (error: unknown) => {
    logger.error({ error: errorSummary(error) }, 'a question could not be kept');
  };
  return createQuestionKeeper({ assistant, questions, today, onFailure });
}

/** Deletes what must be deleted, now and every hour. @returns ends it */
function cleanUpRegularly(store: Store, keyRing: KeyRing, logger: Logger): () => void {
  const attempt = async (step: string, run: () => Promise<void> | void) => {
    try {
      await run();
    } catch (error) {
      logger.error({ step, error: errorSummary(error) }, 'clean-up failed; it is tried again in an hour');
    }
  };
  const cleanUp = async () => {
    for (const { name, run } of cleanUpSteps(store, new Date())) await attempt(name, run);
    await attempt('keys', () => {
      keyRing.rotate();
    });
  };
  void cleanUp();
  const timer = setInterval(() => void cleanUp(), CLEAN_UP_EVERY);
  return () => {
    clearInterval(timer);
  };
}

/** Requests that are under way are finished, for as long as that takes no longer than the limit. */
async function drained(server: Server): Promise<void> {
  const closing = setInterval(() => {
    server.server.closeIdleConnections();
  }, DRAIN_PAUSE);
  const limit = setTimeout(() => {
    server.server.closeAllConnections();
  }, DRAIN_LIMIT);
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  clearInterval(closing);
  clearTimeout(limit);
}
