import type { z } from 'zod';
import type { Audience } from '../shared/audience.ts';
import { DEFAULT_LEVEL, languageOf, type Level } from '../shared/level.ts';
import type {
  COMMANDS,
  dangerSchema,
  openItemsSchema,
  phrasesSchema,
  plainLanguageSchema,
  sourcesSchema,
  vocabularySchema,
} from './base-schemas.ts';
import type { DeadlineTexts } from './deadline-texts-schema.ts';
import type { DialogTexts } from './dialog-texts-schema.ts';
import type { Figures } from '../rules/figures.ts';
import type { LegalBasis } from '../rules/legal-basis.ts';
import type { Messages } from './messages-schema.ts';
import type { signpostSchema } from './signpost-schema.ts';
import type { topicSchema } from './topic-schema.ts';

export type { Messages };
export type Command = (typeof COMMANDS)[number];
export type Source = z.infer<typeof sourcesSchema>[string];
export type Vocabulary = z.infer<typeof vocabularySchema>;
export type Phrases = z.infer<typeof phrasesSchema>;
export type PlainLanguage = z.infer<typeof plainLanguageSchema>;
export type OpenItems = z.infer<typeof openItemsSchema>;
export type DangerPhrases = z.infer<typeof dangerSchema>;

export type Topic = z.infer<typeof topicSchema>;
export type Signpost = z.infer<typeof signpostSchema>;

/** What a person can pick from a choice; no topic has the id of a signpost. */
export type Option = Topic | Signpost;

/** All content, checked: every reference in it resolves. */
export interface Knowledge {
  /** Ordered by group and id. */
  topics: readonly Topic[];
  signposts: readonly Signpost[];
  sources: Readonly<Record<string, Source>>;
  vocabulary: Vocabulary;
  phrases: Phrases;
  danger: DangerPhrases;
  /** Words by which people name an illness. */
  healthWords: readonly string[];
  outOfScope: readonly string[];
  messages: Readonly<Record<Level, Messages>>;
  /** Figures that change from time to time, each with the period it holds for. */
  figures: Figures;
  /** The words of the guided dialogs. */
  dialogs: readonly DialogTexts[];
  /** The words of every date and of every step towards one. */
  deadlines: DeadlineTexts;
}

/** The text of an answer, and the level it is really written in. */
export interface Answer {
  text: string;
  level: Level;
}

/** The title of a topic or signpost in the language of a level. */
export function titleAt({ title }: Pick<Topic, 'title'>, level: Level): string {
  return title[languageOf(level)];
}

/** Every text that asks for a topic or signpost word for word: its titles, which buttons say, and its questions. */
export function phrasingsOf({ title, questions }: Pick<Topic, 'title' | 'questions'>): string[] {
  return [title.nl, title.en, ...questions];
}

/** True when employee and employer get different answers, so that it matters who is asking. */
export function dependsOnAudience(topic: Topic): boolean {
  return topic.answers.shared === undefined;
}

/**
 * The answer of a topic for a reader. Where the wished level is not written yet, the default level is returned and
 * says so by its `level`: the caller tells the reader.
 */
export function answerFor(topic: Topic, audience: Audience, wished: Level): Answer {
  const byLevel = topic.answers.shared ?? topic.answers[audience];
  if (byLevel === undefined)
    throw new Error(`topic ${topic.id} has no answer for ${audience}: the content was not checked`);
  const text = byLevel[wished];
  return text === undefined ? { text: byLevel[DEFAULT_LEVEL], level: DEFAULT_LEVEL } : { text, level: wished };
}

/** A source as a reader sees it: what, where in it, and its address if it has one. */
export interface Citation {
  title: string;
  url?: string;
}

/** The sources of a topic in the order of its file, ready to show. */
export function citations(topic: Topic, sources: Knowledge['sources']): Citation[] {
  return topic.sources.map(({ ref, at }) => citation(ref, at, sources));
}

/** What a rule rests on, ready to show. */
export function citationsOf(basis: readonly LegalBasis[], sources: Knowledge['sources']): Citation[] {
  return basis.map(({ source, at }) => citation(source, at, sources));
}

function citation(ref: string, at: string | undefined, sources: Knowledge['sources']): Citation {
  const source = sources[ref];
  if (source === undefined) throw new Error(`unknown source ${ref}: the content was not checked`);
  const publisher = source.publisher === undefined ? '' : ` (${source.publisher})`;
  const title = `${source.title}${publisher}${at === undefined ? '' : `, ${at}`}`;
  return source.url === undefined ? { title } : { title, url: source.url };
}
