import { phrasingsOf, type Knowledge, type Topic } from '../knowledge/knowledge.ts';
import { createAnalyse, stemsOf, type ContentStems, type Repair } from './analysis.ts';
import { confidenceOf, type Calibration } from './calibration.ts';
import calibrationFile from './calibration.json' with { type: 'json' };
import { decide, type Decision } from './decision.ts';
import { createRanker, OUT_OF_SCOPE, trainRanker, type RankedTopic, type RankerModel, type Signals } from './ranker.ts';

/** What the matcher makes of a message. */
export interface Match {
  decision: Decision;
  /** For `answer` the one topic, for `clarify` those to offer, for `fallback` the nearest ones; best first. */
  topics: readonly string[];
  /** Probability, 0 to 1, that the best topic answers the message. */
  confidence: number;
  /** For `clarify` and `fallback`: the signpost that tells where to go, if it is that question. */
  signpost?: string;
  explanation: Explanation;
}

/** Why a match came out as it did. */
export interface Explanation {
  /** Every topic with its score, best first. */
  ranked: readonly RankedTopic[];
  /** The phrasings most like the message, whatever group they belong to, with their similarity from 0 to 1. */
  phrasings: readonly { text: string; group: string; similarity: number }[];
  signals: Signals;
  /** Words that were read differently than they were typed. */
  repairs: readonly Repair[];
}

export type Matcher = (text: string) => Match;

export type MatchedKnowledge = Pick<Knowledge, 'topics' | 'signposts' | 'vocabulary' | 'outOfScope'>;

/** The committed calibration and thresholds; `npm run evaluate -- --calibrate` writes them. */
const CALIBRATION: Calibration = calibrationFile;

/** What a matcher remembers of the content: plain data, so that it can be kept. */
export interface MatcherModel {
  stems: ContentStems;
  ranker: RankerModel;
}

/** Reads the content's phrasings once: words, stems, counts. Nothing is learned but from the content. */
export function trainMatcher(knowledge: MatchedKnowledge): MatcherModel {
  const phrases = allPhrases(knowledge);
  const stems = stemsOf(
    knowledge.vocabulary,
    phrases.map(({ text }) => text),
  );
  const analyse = createAnalyse(knowledge.vocabulary, stems);
  return { stems, ranker: trainRanker(phrases.map(({ text, ...label }) => ({ ...label, analysis: analyse(text) }))) };
}

/** The matcher for the content. @param model what `trainMatcher` made of this very content, if it is at hand */
export function createMatcher(
  knowledge: MatchedKnowledge,
  calibration: Calibration = CALIBRATION,
  model: MatcherModel = trainMatcher(knowledge),
): Matcher {
  const analyse = createAnalyse(knowledge.vocabulary, model.stems);
  const rank = createRanker(model.ranker);
  const phrases = allPhrases(knowledge);
  return (text) => {
    const analysis = analyse(text);
    const { topics: ranked, signpost, nearest, signals } = rank(analysis);
    // Without a single known word there is no evidence, only prior: a model fitted on words has no say.
    const confidence = signals.known === 0 ? 0 : confidenceOf(signals, calibration);
    const explanation: Explanation = {
      ranked,
      phrasings: nearest.flatMap(({ phrase, similarity }) => {
        const near = phrases[phrase];
        return near === undefined ? [] : [{ text: near.text, group: near.group, similarity }];
      }),
      signals,
      repairs: analysis.repairs,
    };
    const decided = decide(ranked, confidence, calibration.thresholds, signpost !== undefined);
    return {
      ...decided,
      ...(signpost !== undefined && decided.decision !== 'answer' && { signpost }),
      confidence,
      explanation,
    };
  };
}

/** All phrases of the content, those of a group together, always in the same order. */
function allPhrases({ topics, signposts, outOfScope }: MatchedKnowledge) {
  return [
    ...topics.flatMap((topic) => phrasesOf(topic, true)),
    ...signposts.flatMap((signpost) => phrasesOf(signpost, false)),
    ...outOfScope.map((text) => ({ group: OUT_OF_SCOPE, inScope: false, text })),
  ];
}

function phrasesOf(entry: Pick<Topic, 'id' | 'title' | 'questions'>, inScope: boolean) {
  return phrasingsOf(entry).map((text) => ({ group: entry.id, inScope, text }));
}
