/** What the process did, counted. No label holds an id or a text of a person. */
export interface Metrics {
  /** A request was answered. @param request `route` as the server names it, never the path of the client */
  request(request: { route: string; method: string; status: number; seconds: number }): void;
  /** A message was handled. @param turn `decision` is `answer`, `clarify`, `fallback` or `error` */
  turn(turn: { channel: string; decision: string; seconds: number }): void;
  /** The store was asked for something. @param use `operation` is a name of ours */
  store(use: { operation: string; seconds: number; failed: boolean }): void;
  /** Someone came too often. @param limit its name in the configuration of limits */
  limited(limit: string): void;
  /** A request was refused because too many were under way. */
  refusedBusy(): void;
  /** All that was stored of a conversation was deleted on request. */
  forgotten(): void;
}

const nothing = () => undefined;

/** Counts nothing. */
export const noMetrics: Metrics = {
  request: nothing,
  turn: nothing,
  store: nothing,
  limited: nothing,
  refusedBusy: nothing,
  forgotten: nothing,
};

/** Does what the store is asked for, and counts how long it took and whether it failed. */
export async function timed<T>(metrics: Metrics, operation: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  let failed = true;
  try {
    const result = await work();
    failed = false;
    return result;
  } finally {
    metrics.store({ operation, seconds: (performance.now() - start) / 1000, failed });
  }
}
