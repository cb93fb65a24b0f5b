import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assistant } from '../conversation/assistant.ts';
import type { LabelledQuestion } from '../evaluation/question.ts';
import { confidenceOf, fitCalibration } from '../matching/calibration.ts';
import { crossValidate, judgeHeldOut } from '../matching/cross-validation.ts';
import { chooseThresholds } from '../matching/thresholds.ts';

const CALIBRATION_FILE = join(import.meta.dirname, '..', 'matching', 'calibration.json');

/** What the content's own phrasings weigh together beside the labelled questions: people ask less neatly than editors write. */
const OWN_SHARE = 0.25;

/**
 * Fits confidence and thresholds again and writes them. Questions about topics that do not exist yet are left out: their
 * place is in the content, not outside it.
 */
export function calibrate(questions: readonly LabelledQuestion[], { knowledge, match, topic }: Assistant): void {
  const counted = questions.filter(({ topics }) => topics.length === 0 || topics.some((id) => topic(id) !== undefined));
  const seen = counted.map(({ q, topics }) => {
    const { ranked, signals } = match(q).explanation;
    return judgeHeldOut(ranked, signals, topics);
  });
  const own = crossValidate(knowledge, (done, of) => {
    console.error(`cross-validation ${done}/${of}`);
  });
  const ownWeight = (OWN_SHARE * seen.length) / own.length;
  const all = [...seen.map((one) => ({ ...one, weight: 1 })), ...own.map((one) => ({ ...one, weight: ownWeight }))];
  const model = fitCalibration(all);
  const thresholds = chooseThresholds(
    all.map((judged) => ({ ...judged, confidence: confidenceOf(judged.signals, model) })),
  );
  const rounded = {
    bias: round(model.bias),
    weights: Object.fromEntries(Object.entries(model.weights).map(([name, weight]) => [name, round(weight)])),
    thresholds,
  };
  writeFileSync(CALIBRATION_FILE, `${JSON.stringify(rounded, null, 2)}\n`);
  console.log(`Wrote ${CALIBRATION_FILE}\n${JSON.stringify(rounded, null, 2)}`);
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
