import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { today } from '../compose.ts';
import type { Assistant } from '../conversation/assistant.ts';
import { shortDateText } from '../dates/date-text.ts';
import { CsvError, deadlinesCsv } from '../deadlines/csv.ts';
import { describeDeadline, type DescribedDeadline } from '../deadlines/describe.ts';
import { deadlineKeys } from '../deadlines/keys.ts';
import { deadlineRequest, verzuimOf } from '../deadlines/request.ts';
import { calendar, calendarRows } from '../documents/calendar.ts';
import { makePlan, withoutRepeats, type PlanReader } from '../documents/make-plan.ts';
import { shownDate, type Plan } from '../documents/plan.ts';
import { CaseError } from '../rules/case-error.ts';
import { timeline } from '../rules/timeline.ts';
import { AUDIENCES } from '../shared/audience.ts';
import { languageOf, LEVELS } from '../shared/level.ts';
import { textAt } from '../shared/text-at.ts';
import { jsonLines } from './batch.ts';
import { FACT_OPTIONS, requestFromOptions } from './deadline-options.ts';
import {
  oneOf,
  readOptions,
  runCommandLine,
  terminalAssistant,
  terminalStyle,
  UsageError,
  writeOut,
} from './terminal.ts';

const HELP = `Works out the dates of a case of long sickness, with how each was reached.

  npm run -s deadlines -- --first-sick-day 2026-01-05
  npm run -s deadlines -- --first-sick-day 5-1-2026 --recovered 12-5-2026/31-5-2026 --contract-end 30-9-2027
  npm run -s deadlines -- --batch cases.jsonl          (or - for standard input)
  npm run -s deadlines -- --csv cases.csv dates.csv

Facts (dates as 2026-01-05 or 5-1-2026):
  --first-sick-day DATE
  --recovered FROM/TO       days of full recovery in between; may be given more than once
  --leave FROM/TO           maternity leave; with --other-cause when the sickness after it has another cause
  --opinion DATE            opinion of the bedrijfsarts
  --evaluated DATE          eerstejaarsevaluatie
  --ad-advice DATE          advice of the arbeidsdeskundige
  --wia-applied DATE        WIA application
  --loonsanctie             UWV imposed a loonsanctie; --repaired DATE when the repair was reported
  --extended-until DATE     voluntary extension
  --contract-end DATE       last day of a fixed-term contract
  --birth DATE              for the AOW date
  --vangnet, --erd          UWV pays ziekengeld; eigenrisicodrager for the Ziektewet

Output:
  --all                     also every evaluation, not only the next one
  --json                    one JSON object with every date, its sources and its derivation
  --ics FILE                a calendar file
  --batch FILE              JSON Lines {"id", "input"} in, {"id", "expected"} out; a line that cannot be read gets {"id", "error"}
  --csv IN OUT              a table with the column eerste_ziektedag in, one with the dates out; bad rows are told by line
  --today DATE              look at another day than today
  --audience WHO            employee (default) or employer
  --level LEVEL             nl-B1 (default), nl-A2 or en
  --help                    this text`;

const batchLine = z.object({ id: z.union([z.string(), z.number()]), input: z.unknown() });

const BATCH_EXAMPLE = '{"id": "1", "input": {"spells": [["2026-01-05", null]]}}';

await runCommandLine(async () => {
  const { values, positionals } = readOptions(
    {
      ...FACT_OPTIONS,
      json: { type: 'boolean' },
      ics: { type: 'string' },
      batch: { type: 'string' },
      csv: { type: 'string' },
      today: { type: 'string' },
      audience: { type: 'string' },
      level: { type: 'string' },
      all: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const day = values.today === undefined ? today() : isoDay(values.today);
  const reader: PlanReader = {
    today: day,
    audience: oneOf('audience', values.audience, AUDIENCES) ?? 'employee',
    level: oneOf('level', values.level, LEVELS) ?? 'nl-B1',
  };
  if (values.batch !== undefined) {
    await answerBatch(values.batch, terminalAssistant());
    return;
  }
  if (values.csv !== undefined) {
    const [out] = positionals;
    if (out === undefined) throw new UsageError('--csv needs two files: --csv IN OUT.');
    writeCsv(values.csv, out, day, terminalAssistant());
    return;
  }
  if (values['first-sick-day'] === undefined)
    throw new UsageError('There is no first sick day: give --first-sick-day 2026-01-05. --help shows everything.');
  const verzuim = verzuimOf(requestFromOptions(values, day));
  const { knowledge } = terminalAssistant();
  const result = explained(() => timeline(verzuim, knowledge.figures));
  if (result.kind === 'unknown') throw new UsageError(unknownText(reader, knowledge));
  const title = knowledge.dialogs.find(({ id }) => id === 'termijnen')?.title[languageOf(reader.level)] ?? '';
  const plan = makePlan(title, result.eersteZiektedag, result.deadlines, reader, knowledge);
  if (values.ics !== undefined) {
    if (calendarRows(plan).length === 0)
      throw new UsageError('Every date is past: there is nothing to put in a calendar.');
    writeOut(values.ics, calendar(plan, new Date()));
    console.error(`${values.ics}: ${calendarRows(plan).length} dates`);
    return;
  }
  const deadlines = result.deadlines.map((deadline) => describeDeadline(deadline, reader, knowledge));
  if (values.json)
    console.log(JSON.stringify({ today: day.toString(), eersteZiektedag: result.eersteZiektedag, deadlines }, null, 2));
  else printPlan(values.all ? plan : withoutRepeats(plan), deadlines);
});

/** Every date as a line, then how each was reached. */
function printPlan(plan: Plan, deadlines: readonly DescribedDeadline[]): void {
  const style = terminalStyle(process.stdout);
  const { language, rows } = plan;
  const cells = rows.map((row) => [
    shortDateText(shownDate(row, plan), language),
    shownDate(row, plan).equals(row.date) ? '' : `(${shortDateText(row.date, language)})`,
    plan.words[row.phase],
    row.title,
    row.actors,
  ]);
  console.log(style.title(`${plan.title}\n`));
  for (const line of aligned(cells)) console.log(line);
  const shown = new Set(rows.map(({ title }) => title));
  for (const { title, derivation } of deadlines.filter((deadline) => shown.has(deadline.title)))
    console.log(`\n${style.title(title)}\n${derivation.map((step) => `- ${step}`).join('\n')}`);
}

/** Rows with their columns under each other. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

async function answerBatch(file: string, { knowledge }: Assistant): Promise<void> {
  const tell = (line: object) => {
    console.log(JSON.stringify(line));
  };
  const fail = (which: object, error: string) => {
    tell({ ...which, error });
    process.exitCode = 1;
  };
  const onBadLine = (line: number, fault: string) => {
    fail({ line }, `the line${fault}`);
  };
  for await (const { id, input } of jsonLines(file, batchLine, BATCH_EXAMPLE, onBadLine)) {
    const request = deadlineRequest.safeParse(input);
    if (!request.success) {
      const [issue] = request.error.issues;
      fail({ id }, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
      continue;
    }
    try {
      tell({ id, expected: deadlineKeys(verzuimOf(request.data), knowledge.figures) });
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      fail({ id }, error.message);
    }
  }
}

function writeCsv(from: string, to: string, day: Temporal.PlainDate, { knowledge }: Assistant): void {
  if (resolve(from) === resolve(to)) throw new UsageError(`--csv: IN and OUT are the same file (${from}).`);
  const { text, rows, problems, ignored } = explained(() => deadlinesCsv(readText(from), day, knowledge.figures));
  writeOut(to, text);
  console.error(`${to}: ${rows} rows, ${problems.length} with a problem`);
  if (ignored.length > 0) console.error(`Columns that were not used and not copied: ${ignored.join(', ')}`);
  for (const { line, message } of problems) console.error(`line ${line}: ${message}`);
  if (problems.length > 0) process.exitCode = 1;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

/** Facts that contradict each other are told in words. */
function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CaseError || error instanceof CsvError)
      throw new UsageError(`${error.message}.`.replace('..', '.'));
    throw error;
  }
}

function unknownText({ level, audience }: PlanReader, { dialogs }: Assistant['knowledge']): string {
  const text = dialogs.find(({ id }) => id === 'termijnen')?.findings['verlofSluitNietAan'];
  return text === undefined ? '' : textAt(text, level, audience);
}

function isoDay(text: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    throw new UsageError(`--today: found "${text}", allowed: a date as 2026-01-05.`);
  }
}
