import { titleAt } from '../knowledge/knowledge.ts';
import type { Match, Matcher } from '../matching/matcher.ts';
import type { Assistant } from './assistant.ts';
import { refersBack } from './follow-up.ts';
import type { Session } from './session.ts';

/** Fewer words than this are no question of their own, but the tail of one ("wat nu?"). */
const SHORTEST_QUESTION = 3;

/** How many questions in one message are answered. */
const MOST_QUESTIONS = 4;

/** Where one question ends: at its question mark, or before "en" with a new question word. */
const BETWEEN_QUESTIONS = /\?+|\sen\s(?=(?:wanneer|hoe|hoelang|hoeveel|wat|wie|waarom|mag|moet)\s)/iu;

/**
 * The questions in a message, when there are several that each are sure of another topic; otherwise nothing, and the
 * message is one question.
 */
export function severalQuestions(text: string, match: Matcher): Match[] | undefined {
  const parts = text
    .split(BETWEEN_QUESTIONS)
    .map((part) => part.trim())
    .filter((part) => part.split(/\s+/u).length >= SHORTEST_QUESTION);
  if (parts.length < 2 || parts.length > MOST_QUESTIONS) return undefined;
  const matches = parts.map(match);
  const topics = new Set(matches.flatMap((found) => (found.decision === 'answer' ? found.topics : [])));
  return topics.size === parts.length ? matches : undefined;
}

/** Words after which the question itself follows, whatever story came before. */
const LEAD_IN =
  /\b(?:ik wil(?: graag| nu)? weten|wil(?: graag)? weten|ik vraag me af|vroeg me af|mijn vraag is|de vraag is|i want to know|i wonder|my question is)\b[\s,:]*/iu;

/**
 * The match of a message: together with the topic answered last, when it refers back to it ("en hoe lang duurt dat?")
 * and that is sure; of the question after its introduction, when that is sure by itself; else of the whole.
 */
export function matchQuestion(text: string, session: Session, assistant: Assistant): Match {
  const whole = assistant.match(text);
  return followUp(text, whole, session, assistant) ?? afterLeadIn(text, assistant.match) ?? whole;
}

function followUp(
  text: string,
  alone: Match,
  { answered, level }: Session,
  { match, topic }: Assistant,
): Match | undefined {
  const last = answered?.length === 1 ? topic(answered[0] ?? '') : undefined;
  if (last === undefined || !refersBack(text)) return undefined;
  // "en wanneer stopt het?" after the duration of spoor 2 asks for its neighbour.
  if (alone.decision === 'answer' && last.related.some((id) => alone.topics.includes(id))) return alone;
  return ifSure(match(`${titleAt(last, level)} ${text}`));
}

function afterLeadIn(text: string, match: Matcher): Match | undefined {
  const asked = text.split(LEAD_IN).at(-1)?.trim() ?? '';
  if (asked === text || asked.split(/\s+/u).length < SHORTEST_QUESTION) return undefined;
  return ifSure(match(asked));
}

function ifSure(match: Match): Match | undefined {
  return match.decision === 'answer' ? match : undefined;
}
