import type { Match, Matcher } from '../matching/matcher.ts';

/** Fewer words than this are no question of their own, but the tail of one ("wat nu?"). */
const SHORTEST_QUESTION = 4;

/** How many questions in one message are answered. */
const MOST_QUESTIONS = 3;

/**
 * The questions in a message, when there are several that each are sure of another topic; otherwise nothing, and the
 * message is one question.
 */
export function severalQuestions(text: string, match: Matcher): Match[] | undefined {
  const parts = text
    .split(/(?<=\?)\s+/u)
    .filter((part) => part.trim().endsWith('?') && part.trim().split(/\s+/u).length >= SHORTEST_QUESTION);
  if (parts.length < 2 || parts.length > MOST_QUESTIONS) return undefined;
  const matches = parts.map(match);
  const topics = new Set(matches.flatMap((found) => (found.decision === 'answer' ? found.topics : [])));
  return topics.size === parts.length ? matches : undefined;
}
