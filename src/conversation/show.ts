import { dependsOnAudience, type Option, type Signpost, type Topic } from '../knowledge/knowledge.ts';
import type { Assistant } from './assistant.ts';
import type { Setting } from './setting.ts';
import { answer, askAudience, clarify, pointTheWay } from './compose.ts';
import type { Session } from './session.ts';
import { isOff } from './switched-off.ts';
import { NO_QUESTION, type Outcome, type TurnResult } from './turn-result.ts';

/** Answers topics; first asks who is asking when that makes a difference. */
export function showAnswer(topics: readonly Topic[], confidence: number, setting: Setting): TurnResult {
  const { session, assistant, canAskBack } = setting;
  const ids = topics.map(({ id }) => id);
  const given = topics.filter(({ id }) => !isOff(assistant, id));
  const outcome: Outcome =
    given.length === 0 ? NO_QUESTION : { decision: 'answer', topics: given.map(({ id }) => id), confidence };
  if (canAskBack && session.audience === undefined && given.some(dependsOnAudience)) {
    return {
      replies: [askAudience(session, assistant)],
      session: { ...closed(session), waiting: ids },
      effects: [],
      outcome,
    };
  }
  return {
    replies: [answer(topics, setting)],
    session: { ...closed(session), answered: ids },
    effects: [],
    outcome,
  };
}

/** Offers topics, and signposts, to choose from; of what is switched off it says so. @param all their ids */
export function showChoice(all: readonly string[], confidence: number, setting: Setting): TurnResult {
  const { assistant } = setting;
  const away = existingTopics(all, assistant).filter(({ id }) => isOff(assistant, id));
  const options = all.filter((id) => !isOff(assistant, id));
  if (options.length === 0 && away.length > 0) return showAnswer(away, confidence, setting);
  const topics = existingTopics(options, assistant).map(({ id }) => id);
  return {
    replies: [clarify(options, setting, away)],
    session: { ...closed(setting.session), choice: { options: [...options], open: true } },
    effects: [],
    outcome: { decision: 'clarify', topics, confidence },
  };
}

/** Shows what was picked from a choice. */
export function showPicked(picked: Option, setting: Setting): TurnResult {
  const signpost = setting.assistant.signpost(picked.id);
  if (signpost !== undefined) return showSignpost(signpost, 1, setting);
  return showAnswer(existingTopics([picked.id], setting.assistant), 1, setting);
}

/** Refuses a question that is next to the subject, and says where it is answered. */
export function showSignpost(signpost: Signpost, confidence: number, setting: Setting): TurnResult {
  const related = signpost.related.filter((id) => !isOff(setting.assistant, id));
  return {
    replies: [pointTheWay(signpost, setting)],
    session: {
      ...closed(setting.session),
      signpost: signpost.id,
      // What is shown as near can be picked by number too.
      ...(related.length > 0 && { choice: { options: related, open: true } }),
    },
    effects: [],
    outcome: { decision: 'fallback', topics: [], confidence },
  };
}

/**
 * The session once the message at hand is dealt with: no choice is open and no answer waits. A dialog stays open: its
 * question is asked again.
 */
export function closed(session: Session): Session {
  const { waiting, choice, signpost, ...rest } = session;
  return choice === undefined ? rest : { ...rest, choice: { ...choice, open: false } };
}

/** The topics among ids that still exist: content may have changed since they were stored. */
export function existingTopics(ids: readonly string[] | undefined, assistant: Assistant): Topic[] {
  return (ids ?? []).flatMap((id) => assistant.topic(id) ?? []);
}

/** The topics and signposts among ids that still exist. */
export function existingOptions(ids: readonly string[] | undefined, assistant: Assistant): Option[] {
  return (ids ?? []).flatMap((id) => assistant.option(id) ?? []);
}
