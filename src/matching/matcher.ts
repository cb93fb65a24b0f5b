import type { Knowledge, Topic } from '../knowledge/knowledge.ts';
import { createAnalyse, type Repair } from './analysis.ts';
import { confidenceOf, type Calibration } from './calibration.ts';
import calibrationFile from './calibration.json' with { type: 'json' };
import { decide, type Decision } from './decision.ts';
import { createRanker, OUT_OF_SCOPE, type RankedTopic, type Signals } from './ranker.ts';

/** What the matcher makes of a message. */
export interface Match {
  decision: Decision;
  /** For `answer` the one topic, for `clarify` those to offer, for `fallback` the nearest ones; best first. */
  topics: readonly string[];
  /** Probability, 0 to 1, that the best topic answers the message. */
  confidence: number;
  /** For `fallback`: the signpost that tells where to go with this question. */
  signpost?: string;
  /** Why: every topic with its score, what was seen, and which words were read differently. */
  explanation: { ranked: readonly RankedTopic[]; signals: Signals; repairs: readonly Repair[] };
}

export type Matcher = (text: string) => Match;

export type MatchedKnowledge = Pick<Knowledge, 'topics' | 'signposts' | 'vocabulary' | 'outOfScope'>;

/** The committed calibration and thresholds; `npm run evaluate -- --calibrate` writes them. */
const CALIBRATION: Calibration = calibrationFile;

/** Builds the matcher from the content: nothing is learned beforehand, a changed phrasing counts at the next start. */
export function createMatcher(knowledge: MatchedKnowledge, calibration: Calibration = CALIBRATION): Matcher {
  const phrases = [
    ...knowledge.topics.flatMap((topic) => phrasesOf(topic, true)),
    ...knowledge.signposts.flatMap((signpost) => phrasesOf(signpost, false)),
    ...knowledge.outOfScope.map((text) => ({ group: OUT_OF_SCOPE, inScope: false, text })),
  ];
  const analyse = createAnalyse(
    knowledge.vocabulary,
    phrases.map(({ text }) => text),
  );
  const rank = createRanker(phrases.map(({ text, ...label }) => ({ ...label, analysis: analyse(text) })));
  return (text) => {
    const analysis = analyse(text);
    const { topics: ranked, signpost, signals } = rank(analysis);
    // Without a single known word there is no evidence, only prior: a model fitted on words has no say.
    const confidence = signals.known === 0 ? 0 : confidenceOf(signals, calibration);
    const explanation = { ranked, signals, repairs: analysis.repairs };
    if (signpost !== undefined) return { decision: 'fallback', topics: [], confidence, signpost, explanation };
    return { ...decide(ranked, confidence, calibration.thresholds), confidence, explanation };
  };
}

function phrasesOf({ id, title, questions }: Pick<Topic, 'id' | 'title' | 'questions'>, inScope: boolean) {
  return [title.nl, title.en, ...questions].map((text) => ({ group: id, inScope, text }));
}
