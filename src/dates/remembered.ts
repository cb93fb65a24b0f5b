/** What was worked out about the words of the text at hand, for each function. */
const kept: Map<string, { value: unknown }>[] = [];

/** A function of a word that works each word of a text out once: a long text repeats itself. */
export function remembered<T>(work: (word: string) => T): (word: string) => T {
  const known = new Map<string, { value: T }>();
  kept.push(known);
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before.value;
    const value = work(word);
    known.set(word, { value });
    return value;
  };
}

/** Lets go of every word: what a person typed is not kept once the text is read. */
export function forgetWords(): void {
  for (const known of kept) known.clear();
}
