/** The hand-set numbers of the matcher, in one place; each was compared with its neighbours by cross-validation. */
export const WEIGHTS = {
  /** Share of each kind of feature in the similarity of two texts; they add up to 1. */
  similarity: { words: 0.8, pairs: 0.2 },
  /** What a part of a compound counts beside the whole word. */
  compoundPart: 0.6,
  /** What a repaired word counts beside a word that was spelled right. */
  repairedWord: 0.85,
  /** What each verdict counts in the score that ranks topics. */
  verdict: { similarity: 0.25, bayes: 0.15, linear: 0.6 },
  /** What each kind of feature counts in the naive-Bayes verdict. */
  bayesShare: { words: 1, pairs: 0.6, letters: 0.1 },
  /** Smoothing of the naive-Bayes counts. */
  bayesSmoothing: { words: 0.6, pairs: 0.3, letters: 0.3 },
} as const;

/** The linear classifier. */
export const LINEAR = {
  /** What each kind of feature counts. */
  share: { words: 1, pairs: 0.5, frames: 0.5 },
  /** A feature in fewer phrases than this is left out. */
  leastOften: { words: 1, pairs: 2, frames: 5 },
  /** How much a phrase on the wrong side of a border costs, beside the size of the weights (C of the support vector machine). */
  strictness: 1,
  /** How often all phrases are gone through; more changes nothing that matters. */
  passes: 5,
  /** Turns a distance to the border into odds: the higher, the surer. */
  sharpness: 4,
  /** With more groups than this it takes too long and too much memory to learn; similarity and naive Bayes then rank alone. */
  mostGroups: 1_000,
} as const;

/** A word that would make a message look at more phrasings than this in all says so little that it is passed over. */
export const VISITED_PHRASES = 2_500;

/** A topic is as near as its nearest phrasings together: one alone may be near by accident. */
export const NEAREST_PHRASINGS = 3;

/** A signpost covers a wide subject with few phrasings: fewer of them can be near at once. */
export const NEAREST_OF_SIGNPOST = 2;

/** What a signpost's similarity must be at least, and how many times that to the best topic, unless no topic is likely to answer. */
export const SIGNPOST = { similarity: 0.25, aheadOfTopic: 1.05, unlessAnswerable: 0.5 } as const;

/** A message is matched on its beginning, so that the work per message is bounded. Characters. */
export const MATCHED_CHARACTERS = 300;

/** Words longer than this are cut: no Dutch word that says something is longer. Characters. */
export const LONGEST_WORD = 40;

/** Unknown words beyond this number are not repaired: a message full of them is not about our subject. */
export const REPAIRED_WORDS = 8;
