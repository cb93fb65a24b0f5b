/** A package that cannot be made; the message names every fault with its cure. */
export class PackageError extends Error {
  override readonly name = 'PackageError';

  /** @param faults a sentence each */
  constructor(what: string, faults: readonly string[]) {
    super([what, ...faults.map((fault) => `  ${fault}`)].join('\n'));
  }
}
