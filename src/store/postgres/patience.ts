import { setTimeout } from 'node:timers/promises';

/** Pauses before trying again. Milliseconds. */
const PAUSES = [100, 400, 1_200];

/** After this time nothing is tried again. Milliseconds. */
const TRYING_LIMIT = 3_000;

/** Does work that may fail for a moment: a database that starts again, a deadlock. @param isWorthIt whether to try again */
export async function withPatience<T>(work: () => Promise<T>, isWorthIt: (error: unknown) => boolean): Promise<T> {
  const start = performance.now();
  for (const pause of PAUSES) {
    try {
      return await work();
    } catch (error) {
      if (!isWorthIt(error) || performance.now() - start + pause > TRYING_LIMIT) throw error;
    }
    await setTimeout(pause);
  }
  return work();
}
