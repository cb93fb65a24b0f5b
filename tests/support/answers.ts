import { answerFor } from '../../src/knowledge/knowledge.ts';
import { AUDIENCES, type Audience } from '../../src/shared/audience.ts';
import { LEVELS, type Level } from '../../src/shared/level.ts';
import { measureReading } from '../../src/lint/reading-level.ts';
import { REAL_KNOWLEDGE } from './assistant.ts';

const byId = new Map(REAL_KNOWLEDGE.topics.map((topic) => [topic.id, topic]));

/** The answer of a topic of the product. */
export function answerText(id: string, audience: Audience, level: Level = 'nl-B1'): string {
  const topic = byId.get(id);
  if (topic === undefined) throw new Error(`no topic ${id}`);
  return answerFor(topic, audience, level).text;
}

/** The first sentences of an answer: what a reader in a hurry takes away. */
export function openingOf(text: string, sentences: number): string {
  return measureReading(text).sentences.slice(0, sentences).join(' ');
}

/** Every answer of a topic at a level, once. */
export function answersAt(id: string, level: Level): string[] {
  return [...new Set(AUDIENCES.map((audience) => answerText(id, audience, level)))];
}

/** Every answer of a topic in every level. */
export function allAnswers(id: string): string[] {
  return LEVELS.flatMap((level) => answersAt(id, level));
}
