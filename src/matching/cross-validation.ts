import type { JudgedCase } from './calibration.ts';
import { MOST_OFFERED } from './decision.ts';
import { createMatcher, type MatchedKnowledge } from './matcher.ts';
import { OUT_OF_SCOPE, type RankedTopic, type Signals } from './ranker.ts';

/** In how many parts the phrasings are divided; each part is asked to a matcher that was built without it. */
const FOLDS = 5;

/** A judged message with what a choice would have offered. */
export interface HeldOutCase extends Omit<JudgedCase, 'weight'> {
  /** The right topic is among the best ones. */
  offered: boolean;
  /** The knowledge base has an answer. */
  inScope: boolean;
}

/** Judges the knowledge base's own phrasings and out-of-scope examples, each as a question that the matcher has not seen. */
export function crossValidate(
  knowledge: MatchedKnowledge,
  progress: (done: number, of: number) => void,
): HeldOutCase[] {
  const cases: HeldOutCase[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const held: { text: string; group: string }[] = [];
    let place = 0;
    const keep = (text: string, group: string) => {
      place += 1;
      if (place % FOLDS !== fold) return true;
      held.push({ text, group });
      return false;
    };
    const match = createMatcher({
      ...knowledge,
      topics: knowledge.topics.map((topic) => ({
        ...topic,
        questions: topic.questions.filter((text) => keep(text, topic.id)),
      })),
      signposts: knowledge.signposts.map((signpost) => ({
        ...signpost,
        questions: signpost.questions.filter((text) => keep(text, OUT_OF_SCOPE)),
      })),
      outOfScope: knowledge.outOfScope.filter((text) => keep(text, OUT_OF_SCOPE)),
    });
    for (const { text, group } of held) {
      const { ranked, signals } = match(text).explanation;
      cases.push(judgeHeldOut(ranked, signals, group === OUT_OF_SCOPE ? [] : [group]));
    }
    progress(fold + 1, FOLDS);
  }
  return cases;
}

/** Judges one message. @param wanted the topics that answer it; none when it is out of scope */
export function judgeHeldOut(ranked: readonly RankedTopic[], signals: Signals, wanted: readonly string[]): HeldOutCase {
  return {
    signals,
    right: wanted.includes(ranked[0]?.topic ?? ''),
    offered: ranked.slice(0, MOST_OFFERED).some(({ topic }) => wanted.includes(topic)),
    inScope: wanted.length > 0,
  };
}
