import { pino, stdTimeFunctions, type Bindings, type DestinationStream, type Logger, type LoggerOptions } from 'pino';
import { loggable, plainLine } from './loggable.ts';

/**
 * The log: a line of JSON for each thing that happened, without anything that a person typed or is called. What may stand
 * in a field is decided in one place; a message is a fixed text of ours.
 *
 * @param destination standard output when absent
 */
export function createLogger(level: NonNullable<LoggerOptions['level']>, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    serializers: { err: (error: unknown) => error },
    formatters: { log: loggable },
    hooks: {
      logMethod([first, second], method) {
        // The library would take an error's own message for want of another; and a third argument would be filled in.
        if (typeof first === 'string') method.apply(this, [plainLine(first)]);
        else method.apply(this, [first instanceof Error ? { error: first } : first, plainLine(second ?? '')]);
      },
    },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  // The library's formatters do not reach what a child adds to each line.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with the logger that was asked
  const { child } = Object.getPrototypeOf(logger) as Logger;
  return Object.assign(logger, {
    child(this: Logger, fields: Bindings) {
      return child.call(this, loggable(fields));
    },
  });
}
