import { join } from 'node:path';
import { today } from '../compose.ts';
import { evaluate, pinnedSummary } from '../evaluation/evaluation.ts';
import { evaluationPage } from '../evaluation/evaluation-page.ts';
import { judgeQuestions } from '../evaluation/judge.ts';
import { learningCurve } from '../evaluation/learning-curve.ts';
import { labelledQuestionSchema } from '../evaluation/question.ts';
import { reportText } from '../evaluation/report.ts';
import { readJsonLines } from './batch.ts';
import { calibrate } from './calibrate.ts';
import { readOptions, runCommandLine, terminalAssistant, UsageError, writeOut } from './terminal.ts';

const HELP = `Measures the assistant on labelled questions.

  npm run -s evaluate -- --questions FILE

  --questions FILE   JSON Lines {"id", "q", "topics": [...]}; no topics means out of scope. May also have "set", "lang"
                     and "asker", which are then counted apart. May be given more than once.
  --brief            without the list of every question that was not answered right
  --curve            also the learning curve: how many questions are found with fewer phrasings (about half a minute)
  --json             everything as JSON
  --html             also a page with pictures: dist/evaluation.html, or --out FILE
  --record FILE      also write the counts per set to FILE; tests/evaluation compares with them
  --calibrate        fit confidence and thresholds again on the content and these questions (about a minute); writes
                     src/matching/calibration.json
  --help             this text`;

await runCommandLine(async () => {
  const { values } = readOptions(
    {
      questions: { type: 'string', multiple: true },
      brief: { type: 'boolean' },
      curve: { type: 'boolean' },
      json: { type: 'boolean' },
      html: { type: 'boolean' },
      out: { type: 'string' },
      record: { type: 'string' },
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
  const questions = await readJsonLines(values.questions, labelledQuestionSchema);
  const assistant = terminalAssistant();
  if (values.calibrate) {
    calibrate(questions, assistant);
    return;
  }
  const evaluation = evaluate(
    judgeQuestions(questions, assistant, today()),
    values.curve ? learningCurve(assistant.knowledge, questions, announce) : undefined,
  );
  console.log(values.json ? JSON.stringify(evaluation, withMaps, 2) : reportText(evaluation, values.brief !== true));
  if (values.record !== undefined) write(values.record, `${JSON.stringify(pinnedSummary(evaluation), null, 2)}\n`);
  if (values.html) write(values.out ?? join('dist', 'evaluation.html'), evaluationPage(evaluation, today()));
});

function announce(phrasings: number): void {
  console.error(`learning curve: ${phrasings} phrasings per topic`);
}

function withMaps(_key: string, value: unknown): unknown {
  return value instanceof Map ? Object.fromEntries(value) : value;
}

function write(file: string, text: string): void {
  console.error(`Wrote ${writeOut(file, text)}`);
}
