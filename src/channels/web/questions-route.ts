import type { Server } from 'restify';
import type { Temporal } from 'temporal-polyfill';
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
  knowledge: Knowledge,
  today: () => Temporal.PlainDate,
  publicUrl: string | undefined,
  siteStyle: string,
): void {
  const styles = [siteStyle, addStyleSheet(server, 'questions')];
  const folders = readTopicFolders(KNOWLEDGE_FOLDER);
  const make = (level: Level, day: Temporal.PlainDate) => {
    const groups = groupTopics(knowledge.topics, folders, languageOf(level));
    return pageAsset(questionsPage({ knowledge, groups, level, today: day, styles, publicUrl }), 'short');
  };
  for (const level of LEVELS) {
    let made: { day: string; asset: Asset } | undefined;
    addAsset(server, QUESTION_ADDRESSES[level], () => {
      // The day decides which answers are said to need a new review.
      const day = today();
      if (made?.day !== day.toString()) made = { day: day.toString(), asset: make(level, day) };
      return made.asset;
    });
  }
}
