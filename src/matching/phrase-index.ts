import type { FeatureKind, Features } from './features.ts';
import { rowNumbers, toSparseRows, type SparseRows } from './sparse-rows.ts';
import { VISITED_PHRASES, WEIGHTS } from './weights.ts';

/** The kinds of features that make two texts alike. */
const COMPARED = ['words', 'pairs'] as const satisfies readonly FeatureKind[];

/** Similarity of a message to each indexed phrase, and how telling a word is. */
export interface PhraseIndex {
  similarities: (features: Features) => Similarities;
  /** Rarity of a word; the highest there is for a word that no phrase has. */
  rarity: (word: string) => number;
}

/** A feature in fewer phrases than this is left out: most pairs occur once, and take most of the memory. */
const LEAST_OFTEN = { words: 1, pairs: 2 } as const;

/** How like a message the phrases are; good until the next message. */
export interface Similarities {
  /** Cosine similarity of each phrase, 0 to 1, in the order in which they were indexed. */
  values: Float32Array;
  /** The phrases that have anything in common with the message; all others have similarity 0. */
  phrases: Uint32Array;
}

/** What is remembered of the indexed phrases: plain data, so that it can be kept. */
export interface IndexedPhrases {
  size: number;
  groups: number;
  kinds: ReadonlyMap<FeatureKind, IndexedKind>;
}

interface IndexedKind {
  /** Per feature, the phrases that have it and its part in the unit vector of each. */
  postings: SparseRows;
  /** Per feature how telling it is: rare among groups means high. */
  rarity: Float32Array;
}

/**
 * Indexes phrases by their features, as TF-IDF unit vectors in an inverted index.
 *
 * @param phrases features of each phrase, with the group (topic) it belongs to: rarity counts groups, not phrases, so
 *   that a word all phrasings of one topic share stays telling. Phrases of a group stand together.
 */
export function indexPhrases(phrases: readonly { group: string; features: Features }[]): IndexedPhrases {
  const groups = new Set(phrases.map(({ group }) => group)).size;
  return {
    size: phrases.length,
    groups,
    kinds: new Map(COMPARED.map((kind) => [kind, indexKind(phrases, kind, groups)])),
  };
}

/** Searches indexed phrases. */
export function createPhraseIndex({ size, groups, kinds }: IndexedPhrases): PhraseIndex {
  const highestRarity = Math.log(1 + groups);
  const searches = COMPARED.flatMap((kind) => {
    const indexed = kinds.get(kind);
    return indexed === undefined ? [] : [{ kind, ...indexed, rows: rowNumbers(indexed.postings) }];
  });
  // One table for all messages: a new one for each would be a hundred kilobytes of waste a message.
  const table: Table = { values: new Float32Array(size), phrases: new Uint32Array(size), count: 0 };
  const words = searches.find(({ kind }) => kind === 'words');
  return {
    similarities(features) {
      for (let at = 0; at < table.count; at += 1) table.values[table.phrases[at] ?? 0] = 0;
      table.count = 0;
      for (const search of searches)
        addKind(table, features[search.kind], search, WEIGHTS.similarity[search.kind], highestRarity);
      return { values: table.values, phrases: table.phrases.subarray(0, table.count) };
    },
    rarity: (word) => words?.rarity[words.rows.get(word) ?? -1] ?? highestRarity,
  };
}

function indexKind(
  phrases: readonly { group: string; features: Features }[],
  kind: (typeof COMPARED)[number],
  groups: number,
): IndexedKind {
  const table = new Map<string, Map<number, number>>();
  const holders = new Map<string, { groups: number; last: string }>();
  phrases.forEach(({ group, features }, phrase) => {
    for (const [feature, weight] of features[kind]) {
      let row = table.get(feature);
      let seen = holders.get(feature);
      if (row === undefined || seen === undefined) {
        row = new Map();
        seen = { groups: 0, last: '' };
        table.set(feature, row);
        holders.set(feature, seen);
      }
      row.set(phrase, weight);
      if (seen.last !== group) seen.groups += 1;
      seen.last = group;
    }
  });
  for (const [feature, row] of table) {
    if (row.size >= LEAST_OFTEN[kind]) continue;
    table.delete(feature);
    holders.delete(feature);
  }
  const rarity = Float32Array.from(holders.values(), (seen) => Math.log(1 + groups / seen.groups));
  const squares = new Float64Array(phrases.length);
  let place = 0;
  for (const row of table.values()) {
    const telling = rarity[place] ?? 0;
    for (const [phrase, weight] of row) squares[phrase] = (squares[phrase] ?? 0) + (weight * telling) ** 2;
    place += 1;
  }
  place = 0;
  for (const row of table.values()) {
    const telling = rarity[place] ?? 0;
    for (const [phrase, weight] of row) row.set(phrase, (weight * telling) / Math.sqrt(squares[phrase] ?? 1));
    place += 1;
  }
  return { postings: toSparseRows(table), rarity };
}

interface Table {
  values: Float32Array;
  /** The phrases with a value, the first `count` of them. */
  phrases: Uint32Array;
  count: number;
}

/** Adds what one kind of feature has in common with the phrases; the rarest features first, for as far as the work goes. */
function addKind(
  table: Table,
  features: ReadonlyMap<string, number>,
  { postings, rarity, rows }: IndexedKind & { rows: ReadonlyMap<string, number> },
  share: number,
  highestRarity: number,
): void {
  const { starts } = postings;
  const found: { row: number; weight: number; size: number }[] = [];
  let squares = 0;
  for (const [feature, weight] of features) {
    const row = rows.get(feature);
    squares += (weight * (row === undefined ? highestRarity : (rarity[row] ?? 0))) ** 2;
    if (row !== undefined) found.push({ row, weight, size: (starts[row + 1] ?? 0) - (starts[row] ?? 0) });
  }
  const scale = share / Math.sqrt(squares || 1);
  let visited = 0;
  for (const { row, weight, size } of found.sort((a, b) => a.size - b.size)) {
    if (visited > 0 && visited + size > VISITED_PHRASES) return;
    visited += size;
    addRow(table, postings, row, weight * (rarity[row] ?? 0) * scale);
  }
}

function addRow(table: Table, { starts, columns, values }: SparseRows, row: number, part: number): void {
  const { values: totals, phrases } = table;
  let { count } = table;
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
    const phrase = columns[at] ?? 0;
    const before = totals[phrase] ?? 0;
    if (before === 0) {
      phrases[count] = phrase;
      count += 1;
    }
    totals[phrase] = before + part * (values[at] ?? 0);
  }
  table.count = count;
}
