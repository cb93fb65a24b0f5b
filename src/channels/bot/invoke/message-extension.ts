import type { InvokeResponse } from 'botbuilder';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Assistant } from '../../../conversation/assistant.ts';
import { LONGEST_MESSAGE } from '../../../conversation/turn.ts';
import type { Level } from '../../../shared/level.ts';
import { foldText, visibleText } from '../../../shared/text.ts';
import { createLanguageCheck, type LanguageCheck } from './language.ts';
import { INITIAL_RUN, SEARCH_COMMAND, SEARCH_PARAMETER } from './names.ts';
import { resultAttachment } from './result.ts';
import { firstShown, search } from './search.ts';
import { EXTENSION_WORDS } from './words.ts';

/** Answers a search from the compose box. @param value what the channel sends with it */
export type MessageExtension = (value: unknown) => InvokeResponse;

/** How many results a list has at most: more is not looked at while one types. */
export const MOST_RESULTS = 8;

const query = z.looseObject({
  commandId: z.literal(SEARCH_COMMAND),
  parameters: z.array(z.looseObject({ name: z.string(), value: z.unknown().optional() })).nullish(),
  queryOptions: z
    .looseObject({ skip: z.number().int().min(0).nullish(), count: z.number().int().min(1).nullish() })
    .nullish(),
});

/** Searches the answers; it keeps nothing of what is typed. */
export function createMessageExtension(assistant: Assistant, today: () => Temporal.PlainDate): MessageExtension {
  // Made at the first search: it would take a part of the start.
  let languageOfText: LanguageCheck | undefined;
  return (value) => {
    const result = query.safeParse(value);
    const text = result.success ? searchedText(result.data.parameters ?? []) : undefined;
    if (text === undefined) return { status: 400 };
    const language = (languageOfText ??= createLanguageCheck(assistant.knowledge))(text);
    const level: Level = language === 'en' ? 'en' : 'nl-B1';
    const found = foldText(text) === '' ? firstShown(assistant) : search(text, assistant);
    if (found.length === 0) return message(EXTENSION_WORDS[language].nothing);
    const { skip, count } = result.data?.queryOptions ?? {};
    const page = found.slice(0, MOST_RESULTS).slice(skip ?? 0, (skip ?? 0) + (count ?? MOST_RESULTS));
    return results(page.map((one) => resultAttachment(one, level, today(), assistant)));
  };
}

/** What is searched for; empty while nothing is typed, nothing when it is no text. */
function searchedText(parameters: readonly { name: string; value?: unknown }[]): string | undefined {
  if (parameters.some(({ name }) => name === INITIAL_RUN)) return '';
  const typed = parameters.find(({ name }) => name === SEARCH_PARAMETER)?.value ?? '';
  return typeof typed === 'string' ? visibleText(typed.slice(0, LONGEST_MESSAGE)) : undefined;
}

function results(attachments: readonly object[]): InvokeResponse {
  return { status: 200, body: { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } } };
}

function message(text: string): InvokeResponse {
  return { status: 200, body: { composeExtension: { type: 'message', text } } };
}
