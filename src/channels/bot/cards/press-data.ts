import { createHash } from 'node:crypto';
import { z } from 'zod';
import { visibleText } from '../../../shared/text.ts';
import type { Choices, Reply } from '../../../conversation/reply.ts';
import type { Message } from '../../../conversation/turn.ts';
import type { Element } from './elements.ts';

/** Names of inputs in a card. */
export const CHOICE_INPUT = 'choice';
export const DATE_INPUT = 'date';
const FIELD_PREFIX = 'field.';

/** Id of the input of a question in a form. */
export function fieldInput(name: string): string {
  return `${FIELD_PREFIX}${name}`;
}

/** No label of ours is longer. Characters. */
const LONGEST_SAID = 500;

/** So many topics are answered in one message at most. */
const MOST_TOPICS = 8;

/** What comes back when a button is pressed, with the values of the inputs beside it. */
const pressData = z.looseObject({
  /** What the button says, or what stands for an input that was left empty. */
  say: z.string().max(LONGEST_SAID).optional(),
  /** The input whose value is said. */
  input: z.enum([CHOICE_INPUT, DATE_INPUT]).optional(),
  /** The dialog whose form was filled in. */
  form: z.string().max(100).optional(),
  /** So many last sections of a reply are wanted, or the answers to these topics. */
  more: z
    .strictObject({ last: z.number().int().min(1), topics: z.array(z.string().max(100)).max(MOST_TOPICS) })
    .optional(),
  turn: z.number().int().optional(),
  question: z.string().max(1_000).optional(),
  onlyNow: z.boolean().optional(),
});

/** The data of a button: where its reply stands in the conversation, and what is added. */
export function buttonData({ place }: Reply, { onlyNow }: Pick<Choices, 'onlyNow'>, more: Element): Element {
  return { ...place, ...(onlyNow && { onlyNow }), ...more };
}

/** What a pressed button stands for. */
export interface Pressed {
  message: Message;
  /** What was chosen, in words; absent when the reply says so itself, as it does of a date. */
  chosen?: string;
}

/**
 * Reads what comes back when a button is pressed; nothing when it is none of ours.
 *
 * @param at when it was pressed, in milliseconds since 1970
 */
export function readPress(value: unknown, at: number): Pressed | undefined {
  const result = pressData.safeParse(value);
  if (!result.success) return undefined;
  const { say = '', input, form, more, turn, question, onlyNow = false, ...inputs } = result.data;
  const place = turn === undefined || question === undefined ? undefined : { turn, question };
  if (form !== undefined) {
    const values = fieldValues(inputs);
    const press = place && { button: markOf(JSON.stringify(values)), place, onlyNow: false, at };
    return { message: { text: '', form: { dialog: form, values }, ...(press && { press }) } };
  }
  const typed = (input === undefined ? '' : textOf(inputs[input])).slice(0, LONGEST_SAID);
  const text = typed === '' ? say : typed;
  if (text === '') return undefined;
  const press = place && { button: markOf(text), place, onlyNow, at };
  const inWords = input === undefined || /\p{L}/u.test(typed);
  return {
    message: { text, ...(more && { more }), ...(press && { press }) },
    ...(inWords && { chosen: plainText(text) }),
  };
}

function fieldValues(inputs: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([id, value]) =>
      id.startsWith(FIELD_PREFIX) ? [[id.slice(FIELD_PREFIX.length), textOf(value)]] : [],
    ),
  );
}

/** The value of an input: some clients send the one of a number as a number. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Tells what was pressed or filled in from anything else, and holds no word of it. */
function markOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Text that a card shows as it is: a press says what our buttons say, or what someone made of it. */
function plainText(text: string): string {
  return visibleText(text).replaceAll(/[[\]()*_`\\<>]/g, '\\$&');
}
