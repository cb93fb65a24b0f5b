import {
  answerFor,
  dependsOnAudience,
  titleAt,
  type Knowledge,
  type Messages,
  type Topic,
} from '../../knowledge/knowledge.ts';
import { AUDIENCES } from '../../shared/audience.ts';
import { escapeHtml, markdownHtml } from '../../shared/html.ts';
import type { Level } from '../../shared/level.ts';
import { QUESTION_ADDRESSES, QUESTION_LANGUAGES } from './questions-words.ts';
import type { TopicGroup } from './topic-groups.ts';

interface DataOptions {
  knowledge: Knowledge;
  groups: readonly TopicGroup[];
  level: Level;
  publicUrl: string | undefined;
}

/** The topics as a FAQPage of schema.org: JSON-LD that may stand inside a `<script>`, one question for each topic. */
export function questionData({ knowledge, groups, level, publicUrl }: DataOptions): string {
  const address = publicUrl === undefined ? undefined : `${publicUrl}${QUESTION_ADDRESSES[level]}`;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    inLanguage: QUESTION_LANGUAGES[level],
    ...(address !== undefined && { url: address }),
    mainEntity: groups
      .flatMap(({ topics }) => topics)
      .map((topic) => ({
        '@type': 'Question',
        name: titleAt(topic, level),
        ...(address !== undefined && { url: `${address}#${topic.id}` }),
        acceptedAnswer: { '@type': 'Answer', text: answerHtml(topic, level, knowledge.messages[level]) },
      })),
  };
  // Nothing inside may end the element that it stands in.
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}

/** Both sides' answers in one text: a question has one accepted answer. */
function answerHtml(topic: Topic, level: Level, { forEmployee, forEmployer }: Messages): string {
  if (!dependsOnAudience(topic)) return markdownHtml(answerFor(topic, 'employee', level).text);
  return AUDIENCES.map((audience) => {
    const heading = audience === 'employee' ? forEmployee : forEmployer;
    return `<p><strong>${escapeHtml(heading)}</strong></p>\n${markdownHtml(answerFor(topic, audience, level).text)}`;
  }).join('\n');
}
