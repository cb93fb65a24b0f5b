import { createMatcher, type MatchedKnowledge } from '../matching/matcher.ts';
import type { LabelledQuestion } from './question.ts';
import { wilson, type Share } from './wilson.ts';

/** How well questions are found when each topic has only so many phrasings. */
export interface CurvePoint {
  phrasings: number;
  /** The best topic is right. */
  first: Share;
  /** A right topic is among the best three. */
  amongThree: Share;
}

/** How many phrasings a topic has at each point; the last point is all there are. */
const SIZES = [10, 20, 40, 80, 160, Number.POSITIVE_INFINITY] as const;

/**
 * The learning curve over phrasings: what more of them would bring. Each point builds a matcher from evenly chosen
 * phrasings of each topic; signposts and examples of what is out of scope stay as they are.
 *
 * @param questions those without a topic are left out
 */
export function learningCurve(
  knowledge: MatchedKnowledge,
  questions: readonly LabelledQuestion[],
  progress: (phrasings: number) => void,
): CurvePoint[] {
  const most = Math.max(...knowledge.topics.map((topic) => topic.questions.length));
  const sizes = SIZES.filter((size) => size < most || size === Number.POSITIVE_INFINITY);
  const asked = questions.filter(({ topics }) => topics.length > 0);
  return sizes.map((size) => {
    const match = createMatcher({
      ...knowledge,
      topics: knowledge.topics.map((topic) => ({ ...topic, questions: evenly(topic.questions, size) })),
    });
    progress(Math.min(size, most));
    const places = asked.map(({ q, topics }) =>
      match(q).explanation.ranked.findIndex(({ topic }) => topics.includes(topic)),
    );
    const among = (count: number) => places.filter((place) => place !== -1 && place < count).length;
    return {
      phrasings: Math.min(size, most),
      first: wilson(among(1), asked.length),
      amongThree: wilson(among(3), asked.length),
    };
  });
}

/** So many of a list, evenly spread over it. */
function evenly<T>(list: readonly T[], count: number): T[] {
  if (list.length <= count) return [...list];
  return list.filter(
    (_, place) => Math.floor((place * count) / list.length) !== Math.floor(((place - 1) * count) / list.length),
  );
}
