import { channelName } from './channel-name.ts';
import { errorSummary } from './error-summary.ts';

/** Stands where something is not logged; who added the field sees that it must be listed here. */
const LEFT_OUT = '[not logged]';

/** Fields whose text is ours. Text in any other field may be a person's. */
const OUR_WORDS: ReadonlySet<string> = new Set([
  'method',
  'route',
  'requestId',
  'reason',
  'operation',
  'limit',
  'part',
  'step',
  'signal',
  'code',
  'decision',
  'engine',
  'version',
]);

/** No word of ours is longer. Characters. */
const LONGEST_WORDS = 200;

/** Fields are not nested deeper. */
const DEEPEST = 3;

const CONTROL_CHARACTERS = /[\p{Cc}\p{Cf}\u2028\u2029]+/gu;
const ERROR_NAME = /^[A-Za-z_$][\w$]{0,60}$/;
const ERROR_PLACE = /^at [^\p{Cc}\p{Cf}]{1,300}:\d+:\d+\)?$/u;

/** A line without characters that a terminal or another reader of the log would obey. */
export function plainLine(text: string): string {
  return text.replaceAll(CONTROL_CHARACTERS, ' ').trim();
}

/**
 * The fields of a log line as they may be kept: numbers, yes and no, errors as kind and place, and text of fields that are
 * known to hold ours. Whatever else is handed over by mistake, no word of it is left.
 */
export function loggable(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return loggableAt(fields, DEEPEST);
}

function loggableAt(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [keyOf(name), valueOf(name, value, depth)]));
}

/** The name of a field; a long or strange one was not chosen by us. */
function keyOf(name: string): string {
  return /^[A-Za-z]\w{0,30}$/.test(name) ? name : LEFT_OUT;
}

function valueOf(name: string, value: unknown, depth: number): unknown {
  if (value instanceof Error) return summaryOf(errorSummary(value));
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return value;
  if (typeof value === 'string') return textOf(name, value);
  if (name === 'error' || name === 'err') return summaryOf(value);
  if (typeof value !== 'object' || !isPlain(value) || depth === 0) return LEFT_OUT;
  return loggableAt(value, depth - 1);
}

/** Lists, maps, octets and the like hold what they hold in ways of their own. */
function isPlain(value: object): boolean {
  return [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
}

function textOf(name: string, text: string): string {
  if (name === 'channel') return channelName(text);
  return OUR_WORDS.has(name) ? plainLine(text).slice(0, LONGEST_WORDS) : LEFT_OUT;
}

/** A summary that was made before; what does not look like one is left out. */
function summaryOf(value: object | symbol | bigint | ((...args: never[]) => unknown)): unknown {
  const { name, at } = value as { name?: unknown; at?: unknown };
  return {
    name: typeof name === 'string' && ERROR_NAME.test(name) ? name : LEFT_OUT,
    at: typeof at === 'string' && (at === '' || ERROR_PLACE.test(at)) ? at : LEFT_OUT,
  };
}
