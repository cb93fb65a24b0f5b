import type { Analysis } from './analysis.ts';
import { countPhrases, createBayes, type CountedPhrases } from './bayes.ts';
import { featuresOf, type Features } from './features.ts';
import { createPhraseIndex, indexPhrases, type IndexedPhrases } from './phrase-index.ts';
import { NEAREST_OF_SIGNPOST, NEAREST_PHRASINGS, SIGNPOST, WEIGHTS } from './weights.ts';

/** The group of phrases that neither a topic nor a signpost takes. */
export const OUT_OF_SCOPE = '(out of scope)';

export interface LabelledPhrase {
  /** Id of a topic or signpost, or OUT_OF_SCOPE. */
  group: string;
  /** Whether a topic answers it; signposts and examples of what is out of scope do not. */
  inScope: boolean;
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
  /** Naive-Bayes probability of the best topic among the topics. */
  bayes: number;
  /** Naive-Bayes probability that any topic answers, rather than a signpost or nothing. */
  answerable: number;
}

export interface Ranking {
  /** Best first. */
  topics: readonly RankedTopic[];
  /** The signpost that is nearer than the best topic and than all else out of scope, if any. */
  signpost?: string;
  signals: Signals;
}

/** Ranks all topics for an analysed message. */
export type Ranker = (analysis: Analysis) => Ranking;

/** What a ranker remembers of the content's phrases: plain data, so that it can be kept. */
export interface RankerModel {
  /** Group of each phrase, in the order of the index. */
  groups: readonly string[];
  outOfScope: readonly string[];
  topicWords: ReadonlySet<string>;
  index: IndexedPhrases;
  bayes: CountedPhrases;
}

/** Reads the phrases once. */
export function trainRanker(phrases: readonly LabelledPhrase[]): RankerModel {
  const labelled = phrases.map(({ group, inScope, analysis }) => ({ group, inScope, features: featuresOf(analysis) }));
  const inScope = labelled.filter((phrase) => phrase.inScope);
  return {
    groups: labelled.map(({ group }) => group),
    outOfScope: [...new Set(labelled.filter((phrase) => !phrase.inScope).map(({ group }) => group))],
    topicWords: new Set(inScope.flatMap(({ features }) => [...features.words.keys()])),
    index: indexPhrases(labelled),
    bayes: countPhrases(labelled),
  };
}

export function createRanker({ groups, outOfScope, topicWords, ...model }: RankerModel): Ranker {
  const index = createPhraseIndex(model.index);
  const bayes = createBayes(model.bayes);
  const nearestOf = createNearest(groups);
  return (analysis) => {
    const features = featuresOf(analysis);
    const nearest = nearestOf(index.similarities(features));
    const { topics: byBayes, answerable } = amongTopics(bayes(features), outOfScope);
    const topics = [...byBayes]
      .map(([topic, probability]) => ({
        topic,
        score: (1 - WEIGHTS.bayes) * meanOfNearest(nearest, topic) + WEIGHTS.bayes * probability,
      }))
      .sort((a, b) => b.score - a.score || a.topic.localeCompare(b.topic));
    const [first, second] = topics;
    const toBest = meanOfNearest(nearest, first?.topic ?? '');
    const toOutside = Math.max(0, ...outOfScope.map((group) => meanOfNearest(nearest, group)));
    const signpost = nearestSignpost(nearest, outOfScope, first?.topic);
    return {
      topics,
      ...(signpost !== undefined && { signpost }),
      signals: {
        best: first?.score ?? 0,
        lead: (first?.score ?? 0) - (second?.score ?? 0),
        inScope: toBest - toOutside,
        known: knownShare(features, topicWords, index.rarity),
        bayes: byBayes.get(first?.topic ?? '') ?? 0,
        answerable,
      },
    };
  };
}

/** Probabilities of the topics alone (summing to 1), and what they had together. */
function amongTopics(
  byGroup: ReadonlyMap<string, number>,
  outOfScope: readonly string[],
): { topics: ReadonlyMap<string, number>; answerable: number } {
  const topics = new Map(byGroup);
  for (const group of outOfScope) topics.delete(group);
  const answerable = [...topics.values()].reduce((sum, probability) => sum + probability, 0);
  for (const [topic, probability] of topics) topics.set(topic, answerable === 0 ? 0 : probability / answerable);
  return { topics, answerable };
}

/** Similarities of the nearest phrasings of each group, nearest first; 0 where there are fewer. */
type Nearest = (group: string, count: number) => readonly number[];

/** Finds the nearest phrasings of every group. Flat and by number: it passes over every phrasing of the content. */
function createNearest(groups: readonly string[]): (similarities: Float64Array) => Nearest {
  const names = [...new Set(groups)];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const groupOf = Uint16Array.from(groups, (group) => numbers.get(group) ?? 0);
  return (similarities) => {
    const kept = new Float64Array(names.length * NEAREST_PHRASINGS);
    for (let phrase = 0; phrase < similarities.length; phrase += 1) {
      let similarity = similarities[phrase] ?? 0;
      if (similarity === 0) continue;
      const from = (groupOf[phrase] ?? 0) * NEAREST_PHRASINGS;
      for (let at = from; at < from + NEAREST_PHRASINGS; at += 1) {
        const other = kept[at] ?? 0;
        if (similarity <= other) continue;
        kept[at] = similarity;
        similarity = other;
      }
    }
    return (group, count) => {
      const number = numbers.get(group);
      if (number === undefined) return [];
      const from = number * NEAREST_PHRASINGS;
      return [...kept.subarray(from, from + count)];
    };
  };
}

/** Mean similarity of a group's nearest phrasings. */
function meanOfNearest(nearest: Nearest, group: string, count = NEAREST_PHRASINGS): number {
  return nearest(group, count).reduce((sum, similarity) => sum + similarity, 0) / count;
}

/** The nearest of what is out of scope, when it is a signpost, really near, and nearer than the best topic. */
function nearestSignpost(
  nearest: Nearest,
  outOfScope: readonly string[],
  bestTopic: string | undefined,
): string | undefined {
  const similarityTo = (group: string) => meanOfNearest(nearest, group, NEAREST_OF_SIGNPOST);
  const [first] = outOfScope
    .map((group) => ({ group, similarity: similarityTo(group) }))
    .sort((a, b) => b.similarity - a.similarity);
  if (first === undefined || first.group === OUT_OF_SCOPE || first.similarity < SIGNPOST.similarity) return undefined;
  const toTopic = bestTopic === undefined ? 0 : similarityTo(bestTopic);
  return first.similarity >= SIGNPOST.aheadOfTopic * toTopic ? first.group : undefined;
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
