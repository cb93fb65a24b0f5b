import type { Logger } from 'pino';
import { ConfigError, processConfig, type Config } from './config.ts';
import { ContentError } from './knowledge/problem.ts';
import { startServer } from './server.ts';
import { openStore } from './store/open-store.ts';
import type { Store } from './store/store.ts';
import { errorSummary } from './telemetry/error-summary.ts';
import { endAtUnhandledErrors } from './telemetry/last-words.ts';
import { createLogger } from './telemetry/logger.ts';

/** Starts the server as the settings say, until it is told to stop. */
async function start(config: Config): Promise<void> {
  const logger = createLogger(config.logLevel);
  // First what fails at once: reading changed content takes seconds.
  const store = await opened(config, logger);
  const running = await startServer(config, store, logger);
  endAtUnhandledErrors(logger);
  const stop = () => void running.stop().finally(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

async function opened(config: Config, logger: Logger): Promise<Store> {
  try {
    return await openStore(config, (error) => {
      logger.warn({ error: errorSummary(error) }, 'a connection to the database was lost; a new one is made');
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      config.databaseUrl === undefined
        ? `DATA_DIR: found "${config.dataDir}", allowed: a folder that this program may write in (${reason}).`
        : `DATABASE_URL: the database cannot be used (${reason}). Check that it runs, and the address, name and password in DATABASE_URL.`,
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
