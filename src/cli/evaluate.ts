import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { today } from '../compose.ts';
import type { Assistant } from '../conversation/assistant.ts';
import { ask } from '../conversation/ask.ts';
import { confidenceOf, fitCalibration } from '../matching/calibration.ts';
import { crossValidate, judgeHeldOut } from '../matching/cross-validation.ts';
import { chooseThresholds } from '../matching/thresholds.ts';
import { jsonLines } from './batch.ts';
import { judge, summarise, summaryText, type Judged } from './judge.ts';
import { readOptions, runCommandLine, terminalAssistant, UsageError } from './terminal.ts';

const HELP = `Measures the assistant on labelled questions.

  npm run -s evaluate -- --questions FILE

  --questions FILE   JSON Lines {"id", "q", "topics": [...]}; no topics means out of scope. A question whose topics
                     do not exist (yet) is counted apart.
  --misses           print every question that was not answered right
  --json             the summary as JSON
  --calibrate        fit confidence and thresholds again on the content and these questions; writes
                     src/matching/calibration.json
  --help             this text`;

const CALIBRATION_FILE = join(import.meta.dirname, '..', 'matching', 'calibration.json');

/** What a labelled question weighs beside one of the content's own phrasings: people ask less neatly than editors write. */
const QUESTION_WEIGHT = 60;

const labelled = z.object({ id: z.union([z.string(), z.number()]), q: z.string(), topics: z.array(z.string()) });
type Labelled = z.infer<typeof labelled>;

await runCommandLine(async () => {
  const { values } = readOptions(
    {
      questions: { type: 'string' },
      misses: { type: 'boolean' },
      json: { type: 'boolean' },
      calibrate: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (values.questions === undefined) throw new UsageError(`--questions FILE is missing.\n\n${HELP}`);
  const questions: Labelled[] = [];
  for await (const question of jsonLines(values.questions, labelled)) questions.push(question);
  if (values.calibrate) calibrate(questions, terminalAssistant());
  else report(questions, terminalAssistant(), values);
});

function report(
  questions: readonly Labelled[],
  assistant: Assistant,
  show: { misses?: boolean; json?: boolean },
): void {
  const exists = (id: string) => assistant.topic(id) !== undefined;
  const judged = questions.map((question): Judged =>
    judge(question, ask({ text: question.q }, today(), assistant), exists),
  );
  const summary = summarise(judged);
  console.log(show.json ? JSON.stringify(summary, null, 2) : summaryText(summary));
  if (!show.misses) return;
  for (const { question, outcome, verdict } of judged) {
    if (verdict === 'right' || verdict === 'refusedOutOfScope') continue;
    const { decision, topics, confidence } = outcome;
    console.log(`${verdict}  ${question.id}  ${question.q.slice(0, 120)}`);
    console.log(
      `    wanted ${question.topics.join(', ') || 'no answer'}; ${decision} ${confidence.toFixed(2)} ${topics.join(', ')}`,
    );
  }
}

/** Questions about topics that do not exist yet are left out: their place in the content is taken, not outside it. */
function calibrate(questions: readonly Labelled[], assistant: Assistant): void {
  const { knowledge, match } = assistant;
  const exists = (id: string) => assistant.topic(id) !== undefined;
  const counted = questions.filter(({ topics }) => topics.length === 0 || topics.some(exists));
  const seen = counted.map(({ q, topics }) => {
    const { ranked, signals } = match(q).explanation;
    return judgeHeldOut(ranked, signals, topics, QUESTION_WEIGHT);
  });
  const own = crossValidate(knowledge, (done, of) => {
    console.error(`cross-validation ${done}/${of}`);
  });
  const all = [...own, ...seen];
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
