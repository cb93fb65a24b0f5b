import { FEATURE_KINDS, type FeatureKind, type Features } from './features.ts';
import { WEIGHTS } from './weights.ts';

interface Postings {
  phrases: number[];
  /** The feature's part in the unit vector of each of those phrases. */
  weights: number[];
  /** How telling the feature is: rare among groups means high. */
  rarity: number;
}

/** Similarity of a message to each indexed phrase, and how telling a word is. */
export interface PhraseIndex {
  /** Number of phrases. */
  size: number;
  /** Cosine similarity per phrase, 0 to 1, in the order in which they were indexed. */
  similarities: (features: Features) => Float64Array;
  /** Rarity of a word; the highest there is for a word that no phrase has. */
  rarity: (word: string) => number;
}

/**
 * Indexes phrases by their features, as TF-IDF unit vectors in an inverted index.
 *
 * @param phrases features of each phrase, with the group (topic) it belongs to: rarity counts groups, not phrases, so
 *   that a word all phrasings of one topic share stays telling
 */
export function createPhraseIndex(phrases: readonly { group: string; features: Features }[]): PhraseIndex {
  const indexes = new Map<FeatureKind, Map<string, Postings>>();
  const groups = new Set(phrases.map(({ group }) => group)).size;
  const highestRarity = Math.log(1 + groups);
  for (const kind of FEATURE_KINDS) indexes.set(kind, indexKind(phrases, kind, groups));

  return {
    size: phrases.length,
    similarities(features) {
      const totals = new Float64Array(phrases.length);
      for (const kind of FEATURE_KINDS)
        addKind(totals, features[kind], indexes.get(kind), WEIGHTS.similarity[kind], highestRarity);
      return totals;
    },
    rarity: (word) => indexes.get('words')?.get(word)?.rarity ?? highestRarity,
  };
}

function indexKind(
  phrases: readonly { group: string; features: Features }[],
  kind: FeatureKind,
  groups: number,
): Map<string, Postings> {
  const groupsWith = new Map<string, Set<string>>();
  for (const { group, features } of phrases) {
    for (const feature of features[kind].keys()) {
      const seen = groupsWith.get(feature) ?? new Set();
      groupsWith.set(feature, seen.add(group));
    }
  }
  const index = new Map<string, Postings>();
  for (const [feature, seen] of groupsWith) {
    index.set(feature, { phrases: [], weights: [], rarity: Math.log(1 + groups / seen.size) });
  }
  phrases.forEach(({ features }, phrase) => {
    let squares = 0;
    for (const [feature, weight] of features[kind]) squares += (weight * (index.get(feature)?.rarity ?? 0)) ** 2;
    const length = Math.sqrt(squares);
    for (const [feature, weight] of features[kind]) {
      const postings = index.get(feature);
      postings?.phrases.push(phrase);
      postings?.weights.push((weight * postings.rarity) / length);
    }
  });
  return index;
}

function addKind(
  totals: Float64Array,
  features: ReadonlyMap<string, number>,
  index: ReadonlyMap<string, Postings> | undefined,
  share: number,
  highestRarity: number,
): void {
  let squares = 0;
  for (const [feature, weight] of features) squares += (weight * (index?.get(feature)?.rarity ?? highestRarity)) ** 2;
  if (squares === 0) return;
  const scale = share / Math.sqrt(squares);
  for (const [feature, weight] of features) {
    const postings = index?.get(feature);
    if (postings === undefined) continue;
    const part = weight * postings.rarity * scale;
    for (let at = 0; at < postings.phrases.length; at += 1) {
      const phrase = postings.phrases[at] ?? 0;
      totals[phrase] = (totals[phrase] ?? 0) + part * (postings.weights[at] ?? 0);
    }
  }
}
