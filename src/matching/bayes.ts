import type { FeatureKind, Features } from './features.ts';
import { rowNumbers, toSparseRows, type SparseRows } from './sparse-rows.ts';
import { WEIGHTS } from './weights.ts';

/** Probability of each group (summing to 1) given a message's features, in the order of the counted groups. */
export type Bayes = (features: Features) => Float64Array;

/** The kinds of features that are counted. */
const KINDS = ['words', 'pairs', 'letters'] as const satisfies readonly FeatureKind[];
type Kind = (typeof KINDS)[number];

/** What one kind of feature says: added to every group, and added to the groups whose phrasings have the feature. */
interface Evidence {
  /** Per group, for a feature that it does not have. */
  absent: Float64Array;
  /** Per feature, the groups that have it and how often. */
  present: SparseRows;
}

/** What is remembered of the phrases: plain data, so that it can be kept. */
export interface CountedPhrases {
  groups: readonly string[];
  evidence: ReadonlyMap<Kind, Evidence>;
}

/** A feature that occurs less often than this is left out: most pairs occur once, and take most of the memory. */
const LEAST_OFTEN = { words: 1, pairs: 2, letters: 2 } as const;

/** Counts in which groups features occur: all the learning there is. */
export function countPhrases(phrases: readonly { group: string; features: Features }[]): CountedPhrases {
  const groups = [...new Set(phrases.map(({ group }) => group))];
  return { groups, evidence: new Map(KINDS.map((kind) => [kind, evidenceOf(kind, phrases, groups)])) };
}

/**
 * Naive Bayes, groups equally likely beforehand. It sees what similarity to single phrases does not: which words a
 * group's phrasings use together.
 */
export function createBayes({ groups, evidence }: CountedPhrases): Bayes {
  const kinds = [...evidence].map(([kind, { absent, present }]) => ({
    kind,
    absent,
    starts: present.starts,
    columns: present.columns,
    moreThanAbsent: present.values.map((count) => Math.log(1 + count / WEIGHTS.bayesSmoothing[kind])),
    rows: rowNumbers(present),
  }));
  return (features) => {
    const logs = new Float64Array(groups.length);
    for (const { kind, absent, starts, columns, moreThanAbsent, rows } of kinds) {
      const share = WEIGHTS.bayesShare[kind];
      let known = 0;
      for (const [feature, weight] of features[kind]) {
        const row = rows.get(feature);
        if (row === undefined) continue;
        known += weight;
        addCells(logs, columns, moreThanAbsent, starts[row] ?? 0, starts[row + 1] ?? 0, share * weight);
      }
      for (let group = 0; group < logs.length; group += 1)
        logs[group] = (logs[group] ?? 0) + share * known * (absent[group] ?? 0);
    }
    return softmax(logs);
  };
}

/** Adds the cells of a row, each so many times, to the groups that they belong to. Apart, so that the loop stays plain. */
function addCells(
  logs: Float64Array,
  columns: Uint32Array,
  values: Float32Array,
  from: number,
  to: number,
  times: number,
): void {
  for (let at = from; at < to; at += 1) {
    const group = columns[at] ?? 0;
    logs[group] = (logs[group] ?? 0) + times * (values[at] ?? 0);
  }
}

function evidenceOf(
  kind: Kind,
  phrases: readonly { group: string; features: Features }[],
  groups: readonly string[],
): Evidence {
  const place = new Map(groups.map((group, index) => [group, index]));
  const counts = new Map<string, Map<number, number>>();
  const totals = new Float64Array(groups.length);
  for (const { group, features } of phrases) {
    const at = place.get(group) ?? 0;
    for (const [feature, weight] of features[kind]) {
      let perGroup = counts.get(feature);
      if (perGroup === undefined) {
        perGroup = new Map();
        counts.set(feature, perGroup);
      }
      perGroup.set(at, (perGroup.get(at) ?? 0) + weight);
      totals[at] = (totals[at] ?? 0) + weight;
    }
  }
  for (const [feature, perGroup] of counts) {
    const often = [...perGroup.values()].reduce((sum, count) => sum + count, 0);
    if (often < LEAST_OFTEN[kind]) counts.delete(feature);
  }
  const smoothing = WEIGHTS.bayesSmoothing[kind];
  return {
    absent: totals.map((total) => Math.log(smoothing) - Math.log(total + smoothing * counts.size)),
    present: toSparseRows(counts),
  };
}

/** Shares that add up to 1, each in proportion to the power of e. */
export function softmax(logs: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (const log of logs) highest = Math.max(highest, log);
  const shares = new Float64Array(logs.length);
  let sum = 0;
  for (let at = 0; at < logs.length; at += 1) {
    const power = Math.exp((logs[at] ?? 0) - highest);
    shares[at] = power;
    sum += power;
  }
  for (let at = 0; at < shares.length; at += 1) shares[at] = (shares[at] ?? 0) / sum;
  return shares;
}
