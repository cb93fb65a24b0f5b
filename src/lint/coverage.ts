import { dependsOnAudience, type Topic } from '../knowledge/knowledge.ts';
import { LEVELS, type Level } from '../shared/level.ts';

/** How complete the content is. */
export interface Coverage {
  topics: number;
  /** Topics whose answer differs for employee and employer. */
  separate: number;
  /** Answer texts per level that exist, of all that there could be (one per topic, two where the answers differ). */
  answers: number;
  written: Readonly<Record<Level, number>>;
  phrasings: { total: number; fewest: number; median: number; most: number };
}

/** Counts what the content has. */
export function coverageOf(topics: readonly Topic[]): Coverage {
  const answers = topics.flatMap((topic) => Object.values(topic.answers));
  const counts = topics.map(({ questions }) => questions.length).sort((a, b) => a - b);
  const written = LEVELS.map((level) => [level, answers.filter((byLevel) => byLevel?.[level] !== undefined).length]);
  return {
    topics: topics.length,
    separate: topics.filter(dependsOnAudience).length,
    answers: answers.length,
    written: Object.fromEntries(written) as Coverage['written'],
    phrasings: {
      total: counts.reduce((sum, count) => sum + count, 0),
      fewest: counts[0] ?? 0,
      median: counts[Math.floor(counts.length / 2)] ?? 0,
      most: counts.at(-1) ?? 0,
    },
  };
}
