import type { Analysis } from './analysis.ts';
import { countPhrases, createBayes, softmax, type CountedPhrases } from './bayes.ts';
import { featuresOf, type Features } from './features.ts';
import { createLinear, trainLinear, type LinearModel } from './linear.ts';
import { createNearest, nearestPhrases, type Nearest, type NearPhrase } from './nearest.ts';
import { createPhraseIndex, indexPhrases, type IndexedPhrases } from './phrase-index.ts';
import { LINEAR, NEAREST_OF_SIGNPOST, NEAREST_PHRASINGS, SIGNPOST, WEIGHTS } from './weights.ts';

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
  /** Distance of the best topic to its linear border; below 0 on the side of all other groups. */
  border: number;
  /** That distance minus the one of the nearest other topic. */
  borderLead: number;
  /** That distance minus the one of what is out of scope. */
  borderInScope: number;
}

export interface Ranking {
  /** Best first. */
  topics: readonly RankedTopic[];
  /** The signpost that the message is about, if any. */
  signpost?: string;
  /** The phrasings that are most like the message, nearest first. */
  nearest: readonly NearPhrase[];
  signals: Signals;
}

/** Ranks all topics for an analysed message. */
export type Ranker = (analysis: Analysis) => Ranking;

/** What a ranker remembers of the content's phrases: plain data, so that it can be kept. */
export interface RankerModel {
  /** Group of each phrase, in the order of the index. */
  groups: readonly string[];
  topics: readonly string[];
  /** Signposts, and OUT_OF_SCOPE. */
  outside: readonly string[];
  topicWords: ReadonlySet<string>;
  index: IndexedPhrases;
  bayes: CountedPhrases;
  /** Left out where there are too many groups to learn it. */
  linear?: LinearModel;
}

/** How many phrasings explain a ranking. */
const EXPLAINED = 3;

/** Reads the phrases once. */
export function trainRanker(phrases: readonly LabelledPhrase[]): RankerModel {
  const labelled = phrases.map(({ group, inScope, analysis }) => ({ group, inScope, features: featuresOf(analysis) }));
  const [inScope, outOfScope] = [labelled.filter((phrase) => phrase.inScope), labelled.filter((one) => !one.inScope)];
  const topics = [...new Set(inScope.map(({ group }) => group))];
  return {
    groups: labelled.map(({ group }) => group),
    topics,
    outside: [...new Set(outOfScope.map(({ group }) => group))],
    topicWords: new Set(inScope.flatMap(({ features }) => [...features.words.keys()])),
    index: indexPhrases(labelled),
    bayes: countPhrases(labelled),
    ...(topics.length <= LINEAR.mostGroups && {
      linear: trainLinear([...inScope, ...outOfScope.map((phrase) => ({ ...phrase, group: OUT_OF_SCOPE }))]),
    }),
  };
}

/** What each way of looking says of each topic, in the order of the topics. */
interface Verdicts {
  similarity: Float64Array;
  bayes: Float64Array;
  /** Distances to the borders, when they were learned. */
  borders?: Float64Array;
}

export function createRanker({ groups, topics, outside, topicWords, ...model }: RankerModel): Ranker {
  const index = createPhraseIndex(model.index);
  const bayes = createBayes(model.bayes);
  const nearestOf = createNearest(groups, NEAREST_PHRASINGS);
  const names = [...new Set(groups)];
  const nearestPlaces = placesIn(names, topics);
  const outsideGroups = outside.map((group) => ({ group, place: names.indexOf(group) }));
  const bayesPlaces = placesIn(model.bayes.groups, topics);
  const linear = model.linear && createLinear(model.linear);
  const linearPlaces = placesIn(model.linear?.groups ?? [], topics);
  const outsideBorder = model.linear?.groups.indexOf(OUT_OF_SCOPE) ?? -1;

  return (analysis) => {
    const features = featuresOf(analysis);
    const similarities = index.similarities(features);
    const nearest = nearestOf(similarities);
    const byGroup = bayes(features);
    const amongTopics = pick(byGroup, bayesPlaces);
    const answerable = amongTopics.reduce((sum, probability) => sum + probability, 0);
    const distances = linear?.(features);
    const verdicts: Verdicts = {
      similarity: Float64Array.from(nearestPlaces, (group) => nearest.mean(group, NEAREST_PHRASINGS)),
      bayes: amongTopics.map((probability) => (answerable === 0 ? 0 : probability / answerable)),
      ...(distances && { borders: pick(distances, linearPlaces) }),
    };
    const ranked = rank(topics, verdicts);
    const [first, second] = ranked;
    const best = first?.topic ?? '';
    const place = topics.indexOf(best);
    const border = verdicts.borders?.[place] ?? 0;
    const signpost = nearestSignpost(nearest, outsideGroups, nearestPlaces[place] ?? -1, answerable);
    return {
      topics: ranked,
      ...(signpost !== undefined && { signpost }),
      nearest: nearestPhrases(similarities, EXPLAINED),
      signals: {
        best: first?.score ?? 0,
        lead: (first?.score ?? 0) - (second?.score ?? 0),
        inScope:
          (verdicts.similarity[place] ?? 0) -
          outsideGroups.reduce((most, group) => Math.max(most, nearest.mean(group.place, NEAREST_PHRASINGS)), 0),
        known: knownShare(features, topicWords, index.rarity),
        bayes: verdicts.bayes[place] ?? 0,
        answerable,
        border,
        borderLead: border - highestBut(place, verdicts.borders),
        borderInScope: border - (distances?.[outsideBorder] ?? 0),
      },
    };
  };
}

function placesIn(groups: readonly string[], topics: readonly string[]): number[] {
  return topics.map((topic) => groups.indexOf(topic));
}

function pick(values: Float32Array | Float64Array, places: readonly number[]): Float64Array {
  const picked = new Float64Array(places.length);
  places.forEach((place, at) => {
    picked[at] = values[place] ?? 0;
  });
  return picked;
}

/** Every topic with its score, best first. */
function rank(topics: readonly string[], { similarity, bayes, borders }: Verdicts): RankedTopic[] {
  const share = WEIGHTS.verdict;
  const byBorder = borders && softmax(borders.map((distance) => LINEAR.sharpness * distance));
  const whole = byBorder === undefined ? 1 - share.linear : 1;
  return topics
    .map((topic, place) => ({
      topic,
      score:
        (share.similarity * (similarity[place] ?? 0) +
          share.bayes * (bayes[place] ?? 0) +
          share.linear * (byBorder?.[place] ?? 0)) /
        whole,
    }))
    .sort((a, b) => b.score - a.score || (a.topic < b.topic ? -1 : 1));
}

function highestBut(place: number, values: Float64Array | undefined): number {
  let highest = Number.NEGATIVE_INFINITY;
  values?.forEach((value, at) => {
    if (at !== place && value > highest) highest = value;
  });
  return Number.isFinite(highest) ? highest : 0;
}

/**
 * The nearest of what is out of scope, when it is a signpost, really near, and nearer than the best topic or when no
 * topic is likely to answer anyway.
 */
function nearestSignpost(
  nearest: Nearest,
  outside: readonly { group: string; place: number }[],
  bestTopic: number,
  answerable: number,
): string | undefined {
  const [first] = outside
    .map(({ group, place }) => ({ group, similarity: nearest.mean(place, NEAREST_OF_SIGNPOST) }))
    .sort((a, b) => b.similarity - a.similarity);
  if (first === undefined || first.group === OUT_OF_SCOPE || first.similarity < SIGNPOST.similarity) return undefined;
  if (answerable < SIGNPOST.unlessAnswerable) return first.group;
  const toTopic = nearest.mean(bestTopic, NEAREST_OF_SIGNPOST);
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
