/** Times in milliseconds, sorted. */
export interface Timing {
  times: readonly number[];
  quantile: (share: number) => number;
}

/** Times a piece of work on each text. @param warmUp how many texts are worked on before it counts */
export function time<T>(items: readonly T[], work: (item: T) => unknown, { rounds = 1, warmUp = 300 } = {}): Timing {
  for (const item of items.slice(0, warmUp)) work(item);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const item of items) {
      const start = performance.now();
      work(item);
      times.push(performance.now() - start);
    }
  }
  return timing(times);
}

export function timing(unsorted: readonly number[]): Timing {
  const times = [...unsorted].sort((a, b) => a - b);
  return { times, quantile: (share) => times[Math.floor(share * (times.length - 1))] ?? 0 };
}

/** One line for people. */
export function timingLine(name: string, { times, quantile }: Timing): string {
  const ms = (share: number) => quantile(share).toFixed(3);
  return `${name.padEnd(34)} p50 ${ms(0.5)} ms   p99 ${ms(0.99)} ms   worst ${ms(1)} ms   (${times.length} times)`;
}
