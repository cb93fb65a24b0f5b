import { Temporal } from 'temporal-polyfill';
import { answerFor, citations, dependsOnAudience, titleAt, type Signpost, type Topic } from '../knowledge/knowledge.ts';
import { languageOf } from '../shared/level.ts';
import { AUDIENCES, type Audience } from '../shared/audience.ts';
import { fill, messagesFor, type Assistant } from './assistant.ts';
import { plain, type Choices, type Reply, type Section } from './reply.ts';
import type { Session } from './session.ts';
import type { Setting } from './setting.ts';
import { isOff } from './switched-off.ts';

/** How many related topics stand under an answer. */
const RELATED = 3;

/** A reply that is one sentence of the assistant itself. */
export function say(session: Session, ...texts: string[]): Reply {
  return { level: session.level, sections: texts.map(plain) };
}

/** The answers of topics for whoever is asking; for both sides where that is not known and cannot be asked. */
export function answer(topics: readonly Topic[], setting: Setting): Reply {
  const { session, assistant } = setting;
  const sections = topics.flatMap((topic) => {
    if (isOff(assistant, topic.id)) return [awaySection(topic, setting)];
    if (!dependsOnAudience(topic)) return [section(topic, 'employee', setting)];
    const audiences = session.audience === undefined ? AUDIENCES : [session.audience];
    const all = audiences.map((audience) => section(topic, audience, setting));
    // Both sides rest on the same sources: they stand once, under the last.
    return all.map((one, place) => {
      if (place === all.length - 1) return one;
      const { reviewedOn, ...rest } = one;
      return { ...rest, sources: [] };
    });
  });
  if (topics.some(({ id }) => id === 'mens-spreken' && !isOff(assistant, id)))
    sections.push(plain(assistant.person(messagesFor(assistant, session))));
  return { level: session.level, sections, ...furtherChoices(topics, setting) };
}

/** What stands in the place of an answer that is switched off. */
function awaySection(topic: Topic, { session, assistant }: Setting): Section {
  const messages = messagesFor(assistant, session);
  return { ...plain(`${messages.off.answer} ${assistant.person(messages)}`), title: titleAt(topic, session.level) };
}

function section(topic: Topic, audience: Audience, { session, today, assistant }: Setting): Section {
  const { knowledge } = assistant;
  const messages = knowledge.messages[session.level];
  const { text, level } = answerFor(topic, audience, session.level);
  const { on, again } = topic.reviewed;
  const notes = [
    dependsOnAudience(topic) ? (audience === 'employee' ? messages.forEmployee : messages.forEmployer) : undefined,
    level === session.level ? undefined : messages.otherLevelOnly,
    Temporal.PlainDate.compare(again, today) < 0 ? messages.reviewDue : undefined,
  ];
  return {
    topic: topic.id,
    title: titleAt(topic, session.level),
    notes: notes.filter((note) => note !== undefined),
    text,
    sources: citations(topic, knowledge.sources),
    reviewedOn: on.toString(),
  };
}

function furtherChoices(topics: readonly Topic[], { session, assistant, canAskBack }: Setting): { choices?: Choices } {
  const messages = messagesFor(assistant, session);
  const shown = new Set(topics.map(({ id }) => id));
  const related = [...new Set(topics.flatMap((topic) => topic.related))]
    .filter((id) => !shown.has(id) && !isOff(assistant, id))
    .slice(0, RELATED);
  const other = session.audience === 'employee' ? messages.iAmEmployer : messages.iAmEmployee;
  const given = topics.filter(({ id }) => !isOff(assistant, id));
  const switchable = canAskBack && session.audience !== undefined && given.some(dependsOnAudience);
  // Where a guided dialog works out more than an answer can say, it comes first.
  const dialogs = canAskBack ? [...new Set(topics.flatMap(({ dialog }) => dialog ?? []))] : [];
  const starts = dialogs
    .filter((id) => !isOff(assistant, id))
    .flatMap((id) => assistant.dialogs.byId(id)?.texts.button[languageOf(session.level)] ?? []);
  const labels = [...starts, ...titles(related, session, assistant), ...(switchable ? [other] : [])];
  return labels.length === 0 ? {} : { choices: { intro: messages.seeAlso, labels, numbered: false } };
}

/**
 * Asks which of several topics or signposts is meant.
 *
 * @param options their ids
 * @param away topics that might be meant too, and are switched off
 */
export function clarify(
  options: readonly string[],
  { session, assistant, canAskBack }: Setting,
  away: readonly Topic[] = [],
): Reply {
  const messages = messagesFor(assistant, session);
  const labels = titles(options, session, assistant);
  const missing = away.map((topic) => titleAt(topic, session.level)).join('; ');
  const asked = say(
    session,
    ...(away.length === 0 ? [] : [fill(messages.off.topics, { titles: missing })]),
    messages.clarify,
  );
  if (!canAskBack) return { ...asked, choices: { labels, numbered: false } };
  return {
    ...asked,
    choices: {
      intro: messages.clarifyHow,
      labels: [...labels, messages.noneOfThese],
      numbered: true,
      onlyNow: true,
    },
  };
}

/** Asks who is asking, once, because the answers differ. */
export function askAudience(session: Session, assistant: Assistant): Reply {
  const messages = messagesFor(assistant, session);
  return {
    ...say(session, messages.askAudience),
    choices: { labels: [messages.iAmEmployee, messages.iAmEmployer], numbered: true, onlyNow: true },
  };
}

/** Says that the assistant does not know, with the nearest subjects and a person. */
export function dontKnow(nearest: readonly string[], session: Session, assistant: Assistant): Reply {
  const messages = messagesFor(assistant, session);
  const reply = say(session, messages.fallback, assistant.person(messages));
  if (nearest.length === 0) return reply;
  return {
    ...reply,
    choices: { intro: messages.fallbackNearest, labels: titles(nearest, session, assistant), numbered: true },
  };
}

/** Says that a question is outside the subject, who does answer it, and which of our topics lie beside it. */
export function pointTheWay(signpost: Signpost, { session, today, assistant }: Setting): Reply {
  const messages = messagesFor(assistant, session);
  const { text, addresses, related, reviewed } = signpost;
  const due = Temporal.PlainDate.compare(reviewed.again, today) < 0;
  const reply: Reply = {
    level: session.level,
    sections: [
      {
        title: titleAt(signpost, session.level),
        notes: due ? [messages.reviewDue] : [],
        text: text[session.level],
        sources: [],
        addresses: addresses.map(({ name, url }) => ({ title: name, ...(url !== undefined && { url }) })),
      },
    ],
  };
  const offered = related.filter((id) => !isOff(assistant, id));
  const labels = titles(offered, session, assistant);
  return labels.length === 0 ? reply : { ...reply, choices: { intro: messages.seeAlso, labels, numbered: true } };
}

/** The message is longer than the assistant reads. */
export function tooLong(limit: number, session: Session, assistant: Assistant): Reply {
  return say(
    session,
    fill(messagesFor(assistant, session).tooLong, {
      limit: limit.toLocaleString(session.level === 'en' ? 'en' : 'nl'),
    }),
  );
}

function titles(options: readonly string[], { level }: Session, assistant: Assistant): string[] {
  return options.flatMap((id) => {
    const option = assistant.option(id);
    return option === undefined ? [] : [titleAt(option, level)];
  });
}
