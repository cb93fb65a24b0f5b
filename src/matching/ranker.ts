import type { Analysis } from './analysis.ts';
import { createBayes } from './bayes.ts';
import { featuresOf, type Features } from './features.ts';
import { createPhraseIndex } from './phrase-index.ts';
import { NEAREST_PHRASINGS, WEIGHTS } from './weights.ts';

/** The group of phrases that no topic answers. */
export const OUT_OF_SCOPE = '(out of scope)';

export interface LabelledPhrase {
  /** Topic id, or OUT_OF_SCOPE. */
  group: string;
  analysis: Analysis;
}

export interface RankedTopic {
  topic: string;
  /** 0 to 1; only comparable within one message. */
  score: number;
}

/** What is known about a message before deciding, each between 0 and 1 unless said otherwise. */
export interface Signals {
  /** Score of the best topic. */
  best: number;
  /** How far the best topic is ahead of the second. */
  lead: number;
  /** Similarity to the best topic minus that to what is out of scope, each by its nearest phrasings; -1 to 1. */
  inScope: number;
  /** Share of the message's words that the knowledge base uses, weighed by how telling they are. */
  known: number;
  /** Naive-Bayes probability of the best topic. */
  bayes: number;
}

export interface Ranking {
  /** Best first. */
  topics: readonly RankedTopic[];
  signals: Signals;
}

/** Ranks all topics for an analysed message. */
export type Ranker = (analysis: Analysis) => Ranking;

export function createRanker(phrases: readonly LabelledPhrase[]): Ranker {
  const indexed = phrases.map(({ group, analysis }) => ({ group, features: featuresOf(analysis) }));
  const index = createPhraseIndex(indexed);
  const inScope = indexed.filter(({ group }) => group !== OUT_OF_SCOPE);
  const topicWords = new Set(inScope.flatMap(({ features }) => [...features.words.keys()]));
  const bayes = createBayes(inScope);

  return (analysis) => {
    const features = featuresOf(analysis);
    const nearest = nearestPhrasings(indexed, index.similarities(features));
    const byBayes = bayes(features);
    const topics = [...byBayes]
      .map(([topic, probability]) => ({
        topic,
        score: (1 - WEIGHTS.bayes) * meanOfNearest(nearest.get(topic)) + WEIGHTS.bayes * probability,
      }))
      .sort((a, b) => b.score - a.score || a.topic.localeCompare(b.topic));
    const [first, second] = topics;
    return {
      topics,
      signals: {
        best: first?.score ?? 0,
        lead: (first?.score ?? 0) - (second?.score ?? 0),
        inScope: meanOfNearest(nearest.get(first?.topic ?? '')) - meanOfNearest(nearest.get(OUT_OF_SCOPE)),
        known: knownShare(features, topicWords, index.rarity),
        bayes: byBayes.get(first?.topic ?? '') ?? 0,
      },
    };
  };
}

/** Per group the similarities of its nearest phrasings, nearest first. */
function nearestPhrasings(phrases: readonly { group: string }[], similarities: Float64Array): Map<string, number[]> {
  const nearest = new Map<string, number[]>();
  phrases.forEach(({ group }, phrase) => {
    const similarity = similarities[phrase] ?? 0;
    if (similarity === 0) return;
    const kept = nearest.get(group) ?? [];
    nearest.set(group, kept);
    const at = kept.findIndex((other) => similarity > other);
    kept.splice(at === -1 ? kept.length : at, 0, similarity);
    if (kept.length > NEAREST_PHRASINGS) kept.pop();
  });
  return nearest;
}

function meanOfNearest(similarities: readonly number[] = []): number {
  return similarities.reduce((sum, similarity) => sum + similarity, 0) / NEAREST_PHRASINGS;
}

function knownShare(features: Features, topicWords: ReadonlySet<string>, rarity: (word: string) => number): number {
  let known = 0;
  let all = 0;
  for (const [word, weight] of features.words) {
    const telling = weight * rarity(word);
    all += telling;
    if (topicWords.has(word)) known += telling;
  }
  return all === 0 ? 0 : known / all;
}
