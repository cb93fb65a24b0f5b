import type { JudgedCase } from './calibration.ts';
import { createMatcher, type MatchedKnowledge } from './matcher.ts';
import { OUT_OF_SCOPE } from './ranker.ts';

/** In how many parts the phrasings are divided; each part is asked to a matcher that was built without it. */
const FOLDS = 5;

/** Judges the knowledge base's own phrasings and out-of-scope examples, each as a question that the matcher has not seen. */
export function crossValidate(knowledge: MatchedKnowledge, progress: (done: number, of: number) => void): JudgedCase[] {
  const cases: JudgedCase[] = [];
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
      outOfScope: knowledge.outOfScope.filter((text) => keep(text, OUT_OF_SCOPE)),
    });
    for (const { text, group } of held) {
      const { ranked, signals } = match(text).explanation;
      cases.push({ signals, right: ranked[0]?.topic === group, weight: 1 });
    }
    progress(fold + 1, FOLDS);
  }
  return cases;
}
