import type { Server } from 'restify';
import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../../conversation/assistant.ts';
import { isOff, type SwitchedOff } from '../../conversation/switched-off.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { KNOWLEDGE_FOLDER } from '../../knowledge/load.ts';
import { languageOf, LEVELS, type Level } from '../../shared/level.ts';
import { addAsset, type Asset } from '../http/asset.ts';
import { pageAsset } from './page.ts';
import { questionsPage } from './questions-page.ts';
import { QUESTION_ADDRESSES } from './questions-words.ts';
import { addStyleSheet } from './style-sheet.ts';
import { groupTopics, readTopicFolders } from './topic-groups.ts';

/**
 * `/vragen` and the same at the other levels: every topic on one page.
 *
 * @param siteStyle address of the style sheet of all pages
 */
export function addQuestionsRoutes(
  server: Server,
  assistant: Assistant,
  today: () => Temporal.PlainDate,
  publicUrl: string | undefined,
  siteStyle: string,
): void {
  const styles = [siteStyle, addStyleSheet(server, 'questions')];
  const folders = readTopicFolders(KNOWLEDGE_FOLDER);
  const make = (level: Level, day: Temporal.PlainDate, off: SwitchedOff) => {
    const knowledge = withoutOff(assistant.knowledge, off);
    const groups = groupTopics(knowledge.topics, folders, languageOf(level));
    return pageAsset(questionsPage({ knowledge, groups, level, today: day, styles, publicUrl }), 'short');
  };
  for (const level of LEVELS) {
    let made: { day: string; off: SwitchedOff; asset: Asset } | undefined;
    addAsset(server, QUESTION_ADDRESSES[level], () => {
      // The day decides which answers are said to need a new review.
      const day = today();
      const { off } = assistant;
      if (made?.day !== day.toString() || made.off !== off)
        made = { day: day.toString(), off, asset: make(level, day, off) };
      return made.asset;
    });
  }
}

/** The content without the topics that are switched off, also where another topic points to them. */
function withoutOff(knowledge: Knowledge, off: SwitchedOff): Knowledge {
  const isOn = (id: string) => !isOff({ off }, id);
  const topics = knowledge.topics.filter(({ id }) => isOn(id));
  const signposts = knowledge.signposts.map((one) => ({ ...one, related: one.related.filter(isOn) }));
  return { ...knowledge, signposts, topics: topics.map((one) => ({ ...one, related: one.related.filter(isOn) })) };
}
