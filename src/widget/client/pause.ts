/** A wait that can be ended early. */
export class Pause {
  #end: (() => void) | undefined;

  /** Resolves after so many milliseconds, or when ended. */
  async wait(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#end = undefined;
  }

  end(): void {
    this.#end?.();
  }
}

/** How long to wait after so many failures in a row: 1 s doubling to 30 s, up to a quarter less or more by chance. Milliseconds. */
export function backoff(failures: number): number {
  return Math.min(30_000, 1000 * 2 ** (failures - 1)) * (0.75 + Math.random() / 2);
}
