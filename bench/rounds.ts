import { timing } from './timing.ts';

/** What one bot did in one round. Milliseconds; CPU time of the server. */
export interface MeasuredRound {
  times: readonly number[];
  wall: number;
  serverCpu: number;
}

/**
 * The assistant's figures divided by the echo's, as the median of the rounds: throughput, p50, p99, CPU a turn.
 *
 * @param indent width of the column before it, in characters
 */
export function ratioLine(indent: number, assistant: readonly MeasuredRound[], echo: readonly MeasuredRound[]): string {
  const ratio = (figure: (round: MeasuredRound) => number) => {
    const ratios = assistant.map((round, at) => figure(round) / figure(echo[at] ?? round));
    return `${timing(ratios).quantile(0.5).toFixed(2)}x`.padStart(10);
  };
  return [
    `${' '.repeat(indent)} ${'ratio'.padEnd(8)}`,
    ratio(({ times, wall }) => times.length / wall),
    ratio(({ times }) => timing(times).quantile(0.5)),
    ratio(({ times }) => timing(times).quantile(0.99)),
    ratio(({ times, serverCpu }) => serverCpu / times.length).padStart(20),
  ].join('');
}
