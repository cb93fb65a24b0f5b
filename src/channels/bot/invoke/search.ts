import type { Assistant } from '../../../conversation/assistant.ts';
import type { DangerKind } from '../../../conversation/danger.ts';
import { isOff } from '../../../conversation/switched-off.ts';
import { dependsOnAudience, type Option, type Signpost, type Topic } from '../../../knowledge/knowledge.ts';
import type { Audience } from '../../../shared/audience.ts';
import { foldText } from '../../../shared/text.ts';

/** One thing that a search found. */
export type Found =
  | { kind: 'topic'; topic: Topic; /** Whose answer, when it depends on that. */ audience?: Audience }
  | { kind: 'signpost'; signpost: Signpost }
  | { kind: 'danger'; danger: DangerKind };

/** What HR asks most, for who has not typed anything yet; a test holds that each exists. */
export const FIRST_SHOWN = [
  'plichten-werkgever',
  'wanneer-start-spoor-2',
  'spoor-2-starten-als-werkgever',
  'loonsanctie',
  'niet-meewerken',
  'loon-tijdens-ziekte',
  'kosten-spoor-2',
  'ontslag-na-twee-jaar',
] as const;

/** Who searches from a compose box mostly works in HR: their side comes first. */
const SIDES = ['employer', 'employee'] as const satisfies readonly Audience[];

/** What a list begins with while nothing is typed: the answers for the employer. */
export function firstShown(assistant: Assistant): Found[] {
  return FIRST_SHOWN.flatMap((id) => {
    const topic = isOff(assistant, id) ? undefined : assistant.topic(id);
    if (topic === undefined) return [];
    return [{ kind: 'topic', topic, ...(dependsOnAudience(topic) && { audience: 'employer' }) }];
  });
}

/**
 * What fits a text that may still be in the middle of a word, best first: what the assistant would answer, what has a title
 * that begins like it, what lies near. Words of danger to life find help and nothing else.
 */
export function search(text: string, assistant: Assistant): Found[] {
  const danger = assistant.danger(text);
  if (danger !== undefined) return [{ kind: 'danger', danger }];
  const { decision, topics, signpost, explanation } = assistant.match(text);
  const exact = assistant.topicByPhrasing(text);
  const scores = new Map(explanation.ranked.map(({ topic, score }) => [topic, score]));
  const sure = [...(exact === undefined ? [] : [exact.id]), ...(decision === 'answer' ? topics : [])];
  const beside = sure.flatMap((id) => assistant.topic(id)?.related ?? []);
  const begun = begunTitles(assistant.knowledge.topics, text).toSorted(
    (one, other) => (scores.get(other) ?? 0) - (scores.get(one) ?? 0),
  );
  const elsewhere = signpost === undefined ? [] : [signpost];
  const near = decision === 'clarify' ? [...topics, ...elsewhere] : [...elsewhere, ...topics];
  const outside = begunTitles(assistant.knowledge.signposts, text);
  return [...new Set([...sure, ...begun, ...outside, ...near, ...beside])].flatMap((id) => foundBy(id, assistant));
}

function foundBy(id: string, assistant: Assistant): Found[] {
  if (isOff(assistant, id)) return [];
  const signpost = assistant.signpost(id);
  if (signpost !== undefined) return [{ kind: 'signpost', signpost }];
  const topic = assistant.topic(id);
  if (topic === undefined) return [];
  if (!dependsOnAudience(topic)) return [{ kind: 'topic', topic }];
  return SIDES.map((audience) => ({ kind: 'topic', topic, audience }));
}

/** Ids of the options with a title that has, for every word of a text, a word that begins with it. */
function begunTitles(options: readonly Option[], text: string): string[] {
  const typed = foldText(text).split(' ');
  const begins = (title: string) => {
    const words = foldText(title).split(' ');
    return typed.every((start) => words.some((word) => word.startsWith(start)));
  };
  return options.filter(({ title }) => begins(title.nl) || begins(title.en)).map(({ id }) => id);
}
