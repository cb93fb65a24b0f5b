import { Temporal } from 'temporal-polyfill';
import { fill } from '../../conversation/assistant.ts';
import {
  answerFor,
  citations,
  dependsOnAudience,
  titleAt,
  type Citation,
  type Knowledge,
  type Messages,
  type Signpost,
  type Topic,
} from '../../knowledge/knowledge.ts';
import { AUDIENCES } from '../../shared/audience.ts';
import { escapeHtml, linkHtml, markdownHtml } from '../../shared/html.ts';
import { languageOf, LEVELS, type Level } from '../../shared/level.ts';
import { dutchDateText } from '../text.ts';
import { pageHtml } from './page.ts';
import { questionData } from './questions-data.ts';
import { LEVEL_NAMES, QUESTION_ADDRESSES, QUESTION_LANGUAGES, QUESTION_WORDS } from './questions-words.ts';
import type { TopicGroup } from './topic-groups.ts';

export interface QuestionsPage {
  knowledge: Knowledge;
  /** All topics, in the order of the page. */
  groups: readonly TopicGroup[];
  level: Level;
  /** In the Netherlands; answers whose review is overdue say so. */
  today: Temporal.PlainDate;
  /** Addresses of style sheets. */
  styles: readonly string[];
  /** Origin of the server as the world knows it, when it is known. */
  publicUrl: string | undefined;
}

/** Part of the page under a heading of its own, as the contents name it. */
interface Part {
  anchor: string;
  title: string;
  entries: readonly (Topic | Signpost)[];
}

/** Every topic and signpost at one level: to read, to print, and for search engines. */
export function questionsPage(page: QuestionsPage): string {
  const { knowledge, groups, level, styles, publicUrl } = page;
  const words = QUESTION_WORDS[level];
  const topicParts = groups.map(({ folder, title, topics }) => ({ anchor: `groep-${folder}`, title, entries: topics }));
  const signpostPart = { anchor: 'groep-wegwijzers', title: words.signposts, entries: knowledge.signposts };
  return pageHtml({
    language: languageOf(level),
    at: '/vragen',
    title: `${words.title} – Spoor 2-assistent`,
    description: words.description,
    styles,
    head: headLinks(level, publicUrl),
    main: `<h1>${escapeHtml(words.title)}</h1>
<p class="lead">${escapeHtml(words.intro)}</p>
${levelsHtml(level)}
${contentsHtml([...topicParts, signpostPart], level)}
${topicParts
  .map((part) => partHtml(part, part.entries.map((topic) => topicHtml(topic, page)).join('\n'), level))
  .join('\n')}
${partHtml(
  signpostPart,
  `<p>${escapeHtml(words.signpostsIntro)}</p>\n${knowledge.signposts.map((signpost) => signpostHtml(signpost, page)).join('\n')}`,
  level,
)}
<script type="application/ld+json">${questionData(page)}</script>`,
  });
}

/** The same page at the other levels, for search engines; and its own address, when the server knows that. */
function headLinks(level: Level, publicUrl: string | undefined): string[] {
  const origin = escapeHtml(publicUrl ?? '');
  const alternates = LEVELS.map(
    (other) =>
      `<link rel="alternate" hreflang="${QUESTION_LANGUAGES[other]}" href="${origin}${QUESTION_ADDRESSES[other]}">`,
  );
  return publicUrl === undefined
    ? alternates
    : [`<link rel="canonical" href="${origin}${QUESTION_ADDRESSES[level]}">`, ...alternates];
}

function levelsHtml(level: Level): string {
  const links = LEVELS.map((other) => {
    const language = languageOf(other);
    const current = other === level ? ' aria-current="page"' : '';
    return `<a href="${QUESTION_ADDRESSES[other]}" lang="${language}" hreflang="${QUESTION_LANGUAGES[other]}" rel="alternate"${current}>${LEVEL_NAMES[other]}</a>`;
  });
  return `<nav class="levels" aria-label="${QUESTION_WORDS[level].levels}">\n${links.join('\n')}\n</nav>`;
}

function contentsHtml(parts: readonly Part[], level: Level): string {
  const words = QUESTION_WORDS[level];
  const lists = parts.map(
    ({ title, entries }) => `<details>
<summary>${escapeHtml(title)} <span class="count">${entries.length}</span></summary>
<ul>${entries.map((entry) => `<li><a href="#${entry.id}">${escapeHtml(titleAt(entry, level))}</a></li>`).join('\n')}</ul>
</details>`,
  );
  return `<nav class="contents" id="inhoud" aria-labelledby="kop-inhoud">
<h2 id="kop-inhoud">${words.contents}</h2>
${lists.join('\n')}
</nav>`;
}

function partHtml({ anchor, title }: Part, content: string, level: Level): string {
  return `<section aria-labelledby="${anchor}">
<h2 id="${anchor}">${escapeHtml(title)}</h2>
${content}
<p class="back"><a href="#inhoud">${QUESTION_WORDS[level].backToContents}</a></p>
</section>`;
}

function topicHtml(topic: Topic, { knowledge, level, today }: QuestionsPage): string {
  const messages = knowledge.messages[level];
  return `<article id="${topic.id}">
${headingHtml(topic, level)}
${noteHtml(overdue(topic, today) ? messages.reviewDue : undefined)}${answersHtml(topic, level, messages)}
${seeAlsoHtml(topic.related, knowledge, level)}
${supportHtml(citations(topic, knowledge.sources), topic, messages)}
</article>`;
}

/** The answer; where the two sides get different ones, each under its own heading. */
function answersHtml(topic: Topic, level: Level, messages: Messages): string {
  const audiences = dependsOnAudience(topic) ? AUDIENCES : AUDIENCES.slice(0, 1);
  return audiences
    .map((audience) => {
      const answer = answerFor(topic, audience, level);
      const heading = audience === 'employee' ? messages.forEmployee : messages.forEmployer;
      return [
        ...(dependsOnAudience(topic) ? [`<h4>${escapeHtml(heading)}</h4>`] : []),
        ...(answer.level === level
          ? [markdownHtml(answer.text)]
          : [
              `<p class="note">${escapeHtml(messages.otherLevelOnly)}</p>`,
              `<div lang="${languageOf(answer.level)}">${markdownHtml(answer.text)}</div>`,
            ]),
      ].join('\n');
    })
    .join('\n');
}

function signpostHtml(signpost: Signpost, { knowledge, level, today }: QuestionsPage): string {
  const messages = knowledge.messages[level];
  const addresses = signpost.addresses.map(({ name, url }) => `<li>${linkHtml(name, url)}</li>`);
  return `<article id="${signpost.id}">
${headingHtml(signpost, level)}
${noteHtml(overdue(signpost, today) ? messages.reviewDue : undefined)}${markdownHtml(signpost.text[level])}
<p class="note">${escapeHtml(messages.addresses)}:</p>
<ul>${addresses.join('')}</ul>
${seeAlsoHtml(signpost.related, knowledge, level)}
</article>`;
}

function headingHtml(entry: Topic | Signpost, level: Level): string {
  return `<h3><a href="#${entry.id}">${escapeHtml(titleAt(entry, level))}</a></h3>`;
}

function noteHtml(note: string | undefined): string {
  return note === undefined ? '' : `<p class="note">${escapeHtml(note)}</p>\n`;
}

function overdue({ reviewed }: Topic | Signpost, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(reviewed.again, today) < 0;
}

function seeAlsoHtml(related: readonly string[], { topics, messages }: Knowledge, level: Level): string {
  const links = related.flatMap((id) => {
    const topic = topics.find((one) => one.id === id);
    return topic === undefined ? [] : `<a href="#${id}">${escapeHtml(titleAt(topic, level))}</a>`;
  });
  return links.length === 0 ? '' : `<p class="also">${escapeHtml(messages[level].seeAlso)}: ${links.join(' · ')}</p>`;
}

function supportHtml(sources: readonly Citation[], topic: Topic, messages: Messages): string {
  const reviewed = `<p class="note">${escapeHtml(fill(messages.reviewed, { date: dutchDateText(topic.reviewed.on.toString()) }))}</p>`;
  if (sources.length === 0) return reviewed;
  const items = sources.map(({ title, url }) => `<li>${linkHtml(title, url)}</li>`);
  return `<details class="sources">
<summary>${escapeHtml(messages.sources)} <span class="count">${sources.length}</span></summary>
<ul>${items.join('\n')}</ul>
</details>
${reviewed}`;
}
