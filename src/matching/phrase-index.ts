import { FEATURE_KINDS, type FeatureKind, type Features } from './features.ts';
import { WEIGHTS } from './weights.ts';

/** In which phrases a feature occurs. */
interface Postings {
  phrases: number[];
  /** The feature's part in the unit vector of each of those phrases. */
  weights: number[];
  /** How telling the feature is: rare among groups means high. */
  rarity: number;
}

/** Similarity of a message to each indexed phrase, and how telling a word is. */
export interface PhraseIndex {
  /** Cosine similarity per phrase, 0 to 1, in the order in which they were indexed. */
  similarities: (features: Features) => Float64Array;
  /** Rarity of a word; the highest there is for a word that no phrase has. */
  rarity: (word: string) => number;
}

/**
 * Indexes phrases by their features, as TF-IDF unit vectors in an inverted index.
 *
 * @param phrases features of each phrase, with the group (topic) it belongs to: rarity counts groups, not phrases, so
 *   that a word all phrasings of one topic share stays telling. Phrases of a group stand together.
 */
export function createPhraseIndex(phrases: readonly { group: string; features: Features }[]): PhraseIndex {
  const indexes = new Map<FeatureKind, Map<string, Postings>>();
  const groups = new Set(phrases.map(({ group }) => group)).size;
  const highestRarity = Math.log(1 + groups);
  for (const kind of FEATURE_KINDS) indexes.set(kind, indexKind(phrases, kind, groups));

  return {
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
  const index = new Map<string, Postings & { groups: number; lastGroup: string }>();
  phrases.forEach(({ group, features }, phrase) => {
    for (const [feature, weight] of features[kind]) {
      let postings = index.get(feature);
      if (postings === undefined) {
        postings = { phrases: [], weights: [], rarity: 0, groups: 0, lastGroup: '' };
        index.set(feature, postings);
      }
      postings.phrases.push(phrase);
      postings.weights.push(weight);
      if (postings.lastGroup !== group) postings.groups += 1;
      postings.lastGroup = group;
    }
  });
  const squares = new Float64Array(phrases.length);
  for (const postings of index.values()) {
    postings.rarity = Math.log(1 + groups / postings.groups);
    postings.phrases.forEach((phrase, at) => {
      squares[phrase] = (squares[phrase] ?? 0) + ((postings.weights[at] ?? 0) * postings.rarity) ** 2;
    });
  }
  for (const { phrases: holders, weights, rarity } of index.values()) {
    holders.forEach((phrase, at) => {
      weights[at] = ((weights[at] ?? 0) * rarity) / Math.sqrt(squares[phrase] ?? 1);
    });
  }
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
