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

const STEPS = 2_000;
const RATE = 0.5;
const RIDGE = 1e-3;

/** Fits the calibration to judged messages by gradient descent on the log loss, with a little shrinkage. */
export function fitCalibration(cases: readonly JudgedCase[]): ConfidenceModel {
  const names = Object.keys(cases[0]?.signals ?? {}) as (keyof Signals)[];
  const total = cases.reduce((sum, { weight }) => sum + weight, 0);
  let model: ConfidenceModel = {
    bias: 0,
    weights: Object.fromEntries(names.map((name) => [name, 0])) as ConfidenceModel['weights'],
  };
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = Object.fromEntries(names.map((name) => [name, RIDGE * model.weights[name]])) as Record<
      keyof Signals,
      number
    >;
    let bias = 0;
    for (const { signals, right, weight } of cases) {
      const error = ((confidenceOf(signals, model) - (right ? 1 : 0)) * weight) / total;
      bias += error;
      for (const name of names) gradient[name] += error * signals[name];
    }
    // Signals lie within about one; a fixed rate scaled up is stable and plenty fast.
    model = {
      bias: model.bias - RATE * 8 * bias,
      weights: Object.fromEntries(
        names.map((name) => [name, model.weights[name] - RATE * 8 * gradient[name]]),
      ) as ConfidenceModel['weights'],
    };
  }
  return model;
}
