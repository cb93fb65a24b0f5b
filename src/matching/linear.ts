import type { FeatureKind, Features } from './features.ts';
import { LINEAR } from './weights.ts';

/** How far a message lies on each group's side of the border between that group and all others; 0 is the border. */
export type Linear = (features: Features) => Float32Array;

/** What is learned: plain data, so that it can be kept. */
export interface LinearModel {
  groups: readonly string[];
  /** Names of the features, one a line, each with its kind before it. */
  features: string;
  /** How telling each feature is: rare among phrases means high. */
  rarity: Float32Array;
  /** A row of one weight per group for each feature, and a last row for what holds without any feature. */
  weights: Float32Array;
}

/** The kinds of features that the borders are drawn with, and how much each kind counts. */
const KINDS = Object.keys(LINEAR.share) as (keyof typeof LINEAR.share & FeatureKind)[];

/** Weights change less than this when nothing more is to be learned from a phrase. */
const LEAST_CHANGE = 1e-5;

/** The features that are known: the number of each, how telling it is, and the highest that there is. */
interface Telling {
  numbers: ReadonlyMap<string, number>;
  rarity: Float32Array;
  highest: number;
}

/** A phrase as places and values of its features, each kind of unit length. */
interface Row {
  places: Uint32Array;
  values: Float32Array;
}

/**
 * Learns a border between each group and all the others: a linear support vector machine with squared hinge loss, by
 * dual coordinate descent (Hsieh et al. 2008, the method of liblinear). All groups are learned in one pass over the
 * phrases, always in the same order, so that the same content gives the same weights.
 */
export function trainLinear(phrases: readonly { group: string; features: Features }[]): LinearModel {
  const groups = [...new Set(phrases.map(({ group }) => group))];
  const { features, rarity } = tellingFeatures(phrases);
  const telling = tellingOf(features, rarity);
  const place = new Map(groups.map((group, number) => [group, number]));
  const rows = phrases.map((phrase) => toRow(phrase.features, telling));
  const owners = Uint32Array.from(phrases, ({ group }) => place.get(group) ?? 0);
  return { groups, features: features.join('\n'), rarity, weights: fit(rows, owners, groups.length, features.length) };
}

export function createLinear({ groups, features, rarity, weights }: LinearModel): Linear {
  const names = features.split('\n');
  const telling = tellingOf(names, rarity);
  return (message) => scores(toRow(message, telling), weights, names.length, new Float32Array(groups.length));
}

function tellingOf(names: readonly string[], rarity: Float32Array): Telling {
  const numbers = new Map(names.map((name, number) => [name, number]));
  return { numbers, rarity, highest: rarity.reduce((most, one) => Math.max(most, one), 0) };
}

/** Features that occur often enough to learn from, and how telling each is. */
function tellingFeatures(phrases: readonly { features: Features }[]): { features: string[]; rarity: Float32Array } {
  const counts = new Map<string, number>();
  for (const { features } of phrases)
    for (const kind of KINDS)
      for (const feature of features[kind].keys()) {
        const name = nameOf(kind, feature);
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
  const kept = [...counts].filter(([name, count]) => count >= LINEAR.leastOften[kindOf(name)]);
  return {
    features: kept.map(([name]) => name),
    rarity: Float32Array.from(kept, ([, count]) => 1 + Math.log(phrases.length / count)),
  };
}

function nameOf(kind: FeatureKind, feature: string): string {
  return `${kind}:${feature}`;
}

function kindOf(name: string): (typeof KINDS)[number] {
  return name.slice(0, name.indexOf(':')) as (typeof KINDS)[number];
}

/** Features that are not known count for the length, so that a message of unknown words is far from every border. */
function toRow(features: Features, { numbers, rarity, highest }: Telling): Row {
  const places: number[] = [];
  const values: number[] = [];
  for (const kind of KINDS) {
    const from = places.length;
    let squares = 0;
    for (const [feature, weight] of features[kind]) {
      const number = numbers.get(nameOf(kind, feature));
      const value = weight * (number === undefined ? highest : (rarity[number] ?? 0));
      squares += value ** 2;
      if (number === undefined) continue;
      places.push(number);
      values.push(value);
    }
    const scale = LINEAR.share[kind] / Math.sqrt(squares || 1);
    for (let at = from; at < values.length; at += 1) values[at] = (values[at] ?? 0) * scale;
  }
  return { places: Uint32Array.from(places), values: Float32Array.from(values) };
}

function scores({ places, values }: Row, weights: Float32Array, features: number, into: Float32Array): Float32Array {
  const groups = into.length;
  const always = features * groups;
  for (let group = 0; group < groups; group += 1) into[group] = weights[always + group] ?? 0;
  for (let at = 0; at < places.length; at += 1) {
    const from = (places[at] ?? 0) * groups;
    const value = values[at] ?? 0;
    for (let group = 0; group < groups; group += 1)
      into[group] = (into[group] ?? 0) + value * (weights[from + group] ?? 0);
  }
  return into;
}

function fit(rows: readonly Row[], owners: Uint32Array, groups: number, features: number): Float32Array {
  const weights = new Float32Array((features + 1) * groups);
  const always = features * groups;
  const softness = 1 / (2 * LINEAR.strictness);
  const lengths = rows.map(({ values }) => values.reduce((sum, value) => sum + value ** 2, 1) + softness);
  const duals = new Float32Array(rows.length * groups);
  const margins = new Float32Array(groups);
  const changes = new Float32Array(groups);
  const changed = new Uint32Array(groups);
  for (let pass = 0; pass < LINEAR.passes; pass += 1) {
    for (const at of shuffled(rows.length, pass)) {
      const row = rows[at];
      if (row === undefined) continue;
      scores(row, weights, features, margins);
      let count = 0;
      for (let group = 0; group < groups; group += 1) {
        const side = group === owners[at] ? 1 : -1;
        const dual = duals[at * groups + group] ?? 0;
        const gradient = side * (margins[group] ?? 0) - 1 + softness * dual;
        if (dual === 0 && gradient >= 0) continue;
        const better = Math.max(0, dual - gradient / (lengths[at] ?? 1));
        if (Math.abs(better - dual) < LEAST_CHANGE) continue;
        duals[at * groups + group] = better;
        changes[group] = (better - dual) * side;
        changed[count] = group;
        count += 1;
      }
      const { places, values } = row;
      for (let one = 0; one < count; one += 1) {
        const group = changed[one] ?? 0;
        const change = changes[group] ?? 0;
        weights[always + group] = (weights[always + group] ?? 0) + change;
        for (let feature = 0; feature < places.length; feature += 1) {
          const cell = (places[feature] ?? 0) * groups + group;
          weights[cell] = (weights[cell] ?? 0) + change * (values[feature] ?? 0);
        }
      }
    }
  }
  return weights;
}

/** All places in an order that looks like chance and is always the same: a linear congruential generator shuffles them. */
function shuffled(size: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: size }, (_, at) => at);
  let state = seed + 1;
  for (let at = size - 1; at > 0; at -= 1) {
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    const moved = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
