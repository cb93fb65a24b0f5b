import { fill } from '../../conversation/assistant.ts';
import type { PlanDocuments, Reply, Section, Table } from '../../conversation/reply.ts';
import type { Session } from '../../conversation/session.ts';
import { LONGEST_MESSAGE } from '../../conversation/turn.ts';
import type { Citation, Messages } from '../../knowledge/knowledge.ts';
import { LEVELS, type Language } from '../../shared/level.ts';
import type { DocumentLinks } from '../documents.ts';
import { dutchDateText } from '../text.ts';
import { escapeHtml, linkHtml, markdownHtml } from '../../shared/html.ts';
import { pageHtml } from './page.ts';

export interface ConversationPage {
  /** What was typed or pressed. */
  message: string;
  /** Where the conversation stands. */
  session: Session;
  replies: readonly Reply[];
}

/** Questions to try; a test holds that each is answered. */
export const EXAMPLES = [
  'Wanneer start spoor 2?',
  'Moet ik meewerken aan spoor 2?',
  'Hoe lang duurt een proefplaatsing?',
];

/** The page at `/gesprek`: type a message and read the reply; works without scripts. @param styles addresses of style sheets */
export function conversationPage(
  { message, session, replies }: ConversationPage,
  messages: Messages,
  links: DocumentLinks,
  styles: readonly string[],
): string {
  const { language, words } = session.level === 'en' ? ENGLISH : DUTCH;
  const answer = replies.map((reply) => replyHtml(reply, messages, session, links, words.reply)).join('\n');
  return pageHtml({
    language,
    at: '/gesprek',
    title: `${message === '' ? words.title : words.reply} – Spoor 2-assistent`,
    styles,
    main: `<h1>Spoor 2-assistent</h1>
<p>${words.intro}</p>
${answer === '' ? '' : `<h2>${words.youTyped}: ${escapeHtml(message)}</h2>\n${answer}`}
<form method="post" action="/gesprek">
${sessionField(session)}
<label for="vraag">${words.question}</label>
<textarea id="vraag" name="vraag" rows="3" maxlength="${LONGEST_MESSAGE}" required aria-describedby="uitleg"></textarea>
<p id="uitleg" class="note">${words.privacy}</p>
<button type="submit">${words.send}</button>
</form>
${replies.length === 0 ? choicesHtml(words.examples, EXAMPLES, session) : ''}
${switchesHtml(session, messages)}`,
  });
}

const DUTCH = {
  language: 'nl' as Language,
  words: {
    title: 'Gesprek',
    reply: 'Antwoord',
    intro:
      'Stel je vraag over spoor 2: werk vinden bij een andere werkgever als je lang ziek bent. Je krijgt een nagekeken antwoord met bronnen. Je kunt hier ook je termijnen laten uitrekenen.',
    youTyped: 'Je typte',
    question: 'Je vraag of antwoord',
    privacy: 'Schrijf niets over je ziekte en geen namen: dat is niet nodig. Wat je typt, wordt niet bewaard.',
    send: 'Verstuur',
    examples: 'Bijvoorbeeld',
  },
};

const ENGLISH: typeof DUTCH = {
  language: 'en',
  words: {
    title: 'Conversation',
    reply: 'Reply',
    intro:
      'Ask about spoor 2: finding work with another employer during long sickness. You get a checked answer with sources. You can also have your dates worked out here.',
    youTyped: 'You typed',
    question: 'Your question or answer',
    privacy: 'Write nothing about your illness and no names: that is not needed. What you type is not kept.',
    send: 'Send',
    examples: 'For example',
  },
};

/** What the conversation remembers, in the page itself. */
function sessionField(session: Session): string {
  return `<input type="hidden" name="gesprek" value="${escapeHtml(JSON.stringify(session))}">`;
}

/** Who is asking and how is written, to change with one click. */
function switchesHtml(session: Session, { iAmEmployee, iAmEmployer }: Messages): string {
  const levels = { 'nl-B1': 'Nederlands', 'nl-A2': 'Eenvoudig', en: 'English' };
  const others = LEVELS.filter((level) => level !== session.level).map((level) => levels[level]);
  const who =
    session.audience === 'employee'
      ? [iAmEmployer]
      : session.audience === 'employer'
        ? [iAmEmployee]
        : [iAmEmployee, iAmEmployer];
  return choicesHtml('', [...who, ...others], session);
}

function replyHtml(reply: Reply, messages: Messages, session: Session, links: DocumentLinks, label: string): string {
  const { sections, choices } = reply;
  const shown = sections
    .map((section) => sectionHtml(section, messages, (documents) => links(documents, reply.level)))
    .join('\n');
  return `<section aria-label="${label}">\n${shown}\n</section>${choices ? choicesHtml(choices.intro ?? '', choices.labels, session) : ''}`;
}

function sectionHtml(
  { title, notes, text, sources, addresses = [], reviewedOn, table, documents }: Section,
  messages: Messages,
  links: (documents: PlanDocuments) => Citation[],
): string {
  return [
    ...(title === undefined ? [] : [`<h2>${escapeHtml(title)}</h2>`]),
    ...notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`),
    markdownHtml(text),
    ...(table === undefined ? [] : [tableHtml(table, title ?? messages.dialog.allDates)]),
    ...(documents === undefined ? [] : linksHtml(messages.dialog.files, links(documents))),
    ...linksHtml(messages.addresses, addresses),
    ...linksHtml(messages.sources, sources),
    ...(reviewedOn === undefined
      ? []
      : [`<p class="note">${escapeHtml(fill(messages.reviewed, { date: dutchDateText(reviewedOn) }))}</p>`]),
  ].join('\n');
}

/** @param label names the table for who scrolls it with a keyboard */
function tableHtml({ columns, rows }: Table, label: string): string {
  const head = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('\n');
  return `<div class="wide" role="region" aria-label="${escapeHtml(label)}" tabindex="0"><table><thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody></table></div>`;
}

function linksHtml(heading: string, links: readonly Citation[]): string[] {
  if (links.length === 0) return [];
  return [
    `<h2>${escapeHtml(heading)}</h2><ul>${links.map(({ title, url }) => `<li>${linkHtml(title, url)}</li>`).join('')}</ul>`,
  ];
}

/** Choices as buttons: each asks its own words, in the body of a request and so in no address or log. */
function choicesHtml(intro: string, labels: readonly string[], session: Session): string {
  const buttons = labels.map(
    (label) => `<button type="submit" name="vraag" value="${escapeHtml(label)}">${escapeHtml(label)}</button>`,
  );
  return `<form method="post" action="/gesprek" class="choices">
${intro === '' ? '' : `<h2>${escapeHtml(intro)}</h2>`}
${sessionField(session)}
${buttons.join('\n')}
</form>`;
}
