import type { Logger } from 'pino';
import { errorSummary } from './error-summary.ts';

/**
 * Ends the process at an error that nobody handled, with a line in the log in place of what Node would print: the message
 * of an error may quote what a person typed.
 */
export function endAtUnhandledErrors(logger: Logger): void {
  process.on('uncaughtException', (error: unknown) => {
    logger.fatal({ error: errorSummary(error) }, 'the process ends: nobody handled an error');
    process.exit(1);
  });
}
