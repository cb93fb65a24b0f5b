/** A phrase to learn from. */
export interface Phrase {
  text: string;
  /** Id of a topic, or OUT_OF_SCOPE. */
  group: string;
}

export interface Found {
  group: string;
  /** Only comparable within one peer. */
  score: number;
}

/** Groups for a message, best first. */
export type Rank = (text: string) => readonly Found[] | Promise<readonly Found[]>;

/** Something that learns from phrases and then ranks groups; made as its own documentation says. */
export type Peer = (phrases: readonly Phrase[]) => Rank | Promise<Rank>;

/** The best score of each group among hits, best first. */
export function byGroup(hits: Iterable<Found>): Found[] {
  const best = new Map<string, number>();
  for (const { group, score } of hits) best.set(group, Math.max(best.get(group) ?? Number.NEGATIVE_INFINITY, score));
  return [...best].map(([group, score]) => ({ group, score })).sort((a, b) => b.score - a.score);
}

/** Loads a package that only bench/node_modules has: its types are not there when the product is checked. */
export function load(name: string): Promise<unknown> {
  return import(name);
}
