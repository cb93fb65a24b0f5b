import type { Thresholds } from './decision.ts';
import type { Signals } from './ranker.ts';

/** A logistic model that turns signals into the probability that the best topic is the right one. */
export interface ConfidenceModel {
  bias: number;
  weights: Readonly<Record<keyof Signals, number>>;
}

/** The model with the thresholds that go with it. */
export interface Calibration extends ConfidenceModel {
  thresholds: Thresholds;
}

/** The probability, 0 to 1, that the best topic answers the message. */
export function confidenceOf(signals: Signals, { bias, weights }: ConfidenceModel): number {
  let sum = bias;
  for (const [name, weight] of Object.entries(weights)) sum += weight * signals[name as keyof Signals];
  return 1 / (1 + Math.exp(-sum));
}

/** One judged message: what was seen, whether the best topic was right, and how much the case counts. */
export interface JudgedCase {
  signals: Signals;
  right: boolean;
  weight: number;
}

/** Newton's method is at its end long before this many steps. */
const STEPS = 30;
const RIDGE = 1e-4;

/** Fits the calibration to judged messages: logistic regression by Newton's method, with a little shrinkage. */
export function fitCalibration(cases: readonly JudgedCase[]): ConfidenceModel {
  const names = Object.keys(cases[0]?.signals ?? {}) as (keyof Signals)[];
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  // The bias is the weight of a signal that is always 1.
  const rows = cases.map(({ signals }) => [1, ...names.map((name) => signals[name])]);
  const size = names.length + 1;
  let fitted = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = fitted.map((weight, at) => (at === 0 ? 0 : RIDGE * weight));
    const curvature = fitted.map((_, at) => fitted.map((__, other): number => (at === other ? RIDGE : 0)));
    cases.forEach(({ right, weight }, index) => {
      const row = rows[index] ?? [];
      const probability = 1 / (1 + Math.exp(-dot(row, fitted)));
      const share = weight / total;
      for (let at = 0; at < size; at += 1) {
        const value = row[at] ?? 0;
        gradient[at] = (gradient[at] ?? 0) + share * (probability - (right ? 1 : 0)) * value;
        const line = curvature[at] ?? [];
        for (let other = 0; other < size; other += 1)
          line[other] = (line[other] ?? 0) + share * probability * (1 - probability) * value * (row[other] ?? 0);
      }
    });
    const change = solve(curvature, gradient);
    fitted = fitted.map((weight, at) => weight - (change[at] ?? 0));
    if (Math.max(...change.map(Math.abs)) < 1e-9) break;
  }
  return {
    bias: fitted[0] ?? 0,
    weights: Object.fromEntries(names.map((name, at) => [name, fitted[at + 1] ?? 0])) as ConfidenceModel['weights'],
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

/** Solves a small positive definite system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0]);
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const by = lines[pivot] ?? [];
    for (let at = 0; at < size; at += 1) {
      const line = lines[at];
      if (line === undefined || at === pivot) continue;
      const times = (line[pivot] ?? 0) / (by[pivot] ?? 1);
      for (let column = pivot; column <= size; column += 1)
        line[column] = (line[column] ?? 0) - times * (by[column] ?? 0);
    }
  }
  return lines.map((line, at) => (line[size] ?? 0) / (line[at] ?? 1));
}
