import { foldText } from '../shared/text.ts';
import {
  phrasingsOf,
  type Knowledge,
  type Messages,
  type Option,
  type Signpost,
  type Topic,
} from '../knowledge/knowledge.ts';
import type { Matcher } from '../matching/matcher.ts';
import { contactLine, type Contact } from './contact.ts';
import { createDangerCheck, type DangerCheck } from './danger.ts';
import type { Dialog } from '../dialog-engine/definition.ts';
import { createDialogBook, type DialogBook } from './dialogs/book.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';
import { NOTHING_OFF, type SwitchedOff } from './switched-off.ts';
import type { Session } from './session.ts';

/** Everything a turn needs besides the message and the session; built once at the start. */
export interface Assistant {
  knowledge: Knowledge;
  /** Matches a question; the politeness around it is left aside. */
  match: Matcher;
  phrases: PhraseBook;
  danger: DangerCheck;
  dialogs: DialogBook;
  topic: (id: string) => Topic | undefined;
  signpost: (id: string) => Signpost | undefined;
  /** The topic or signpost with an id. */
  option: (id: string) => Option | undefined;
  /** The topic whose title or phrasing a text is, word for word: no two topics share one. */
  topicByPhrasing: (text: string) => Topic | undefined;
  /** Whom a person can talk to, as a sentence. */
  person: (messages: Messages) => string;
  /** What is switched off at this moment. */
  off: SwitchedOff;
}

/** @param dialogs the guided dialogs; each has its texts in the knowledge */
export function createAssistant(
  knowledge: Knowledge,
  match: Matcher,
  contact?: Contact,
  dialogs: readonly Dialog[] = [],
): Assistant {
  const byId = new Map(knowledge.topics.map((topic) => [topic.id, topic]));
  // Made at the first question: it would take a fifth of the start.
  let byPhrasing: ReadonlyMap<string, Topic> | undefined;
  const signposts = new Map(knowledge.signposts.map((signpost) => [signpost.id, signpost]));
  const phrases = createPhraseBook(knowledge.phrases, knowledge.healthWords);
  return {
    knowledge,
    match: (text) => match(phrases.withoutCourtesy(text)),
    phrases,
    danger: createDangerCheck(knowledge.danger),
    dialogs: createDialogBook(dialogs, knowledge),
    topic: (id) => byId.get(id),
    signpost: (id) => signposts.get(id),
    option: (id) => byId.get(id) ?? signposts.get(id),
    topicByPhrasing: (text) => (byPhrasing ??= foldedPhrasings(knowledge)).get(foldText(text)),
    person: (messages) =>
      contact === undefined ? messages.personUnknown : fill(messages.person, { contact: contactLine(contact) }),
    off: NOTHING_OFF,
  };
}

function foldedPhrasings({ topics }: Knowledge): Map<string, Topic> {
  return new Map(topics.flatMap((topic) => phrasingsOf(topic).map((text): [string, Topic] => [foldText(text), topic])));
}

/** The assistant's own sentences at the level of a session. */
export function messagesFor(assistant: Assistant, session: Session): Messages {
  return assistant.knowledge.messages[session.level];
}

/** Puts values in the place of `{names}`. */
export function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{([a-z]+)\}/gi, (placeholder, name: string) => values[name] ?? placeholder);
}
