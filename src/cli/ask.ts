import { z } from 'zod';
import { renderText } from '../channels/text.ts';
import { today } from '../compose.ts';
import type { Assistant } from '../conversation/assistant.ts';
import { ask, type AskResult, type Question } from '../conversation/ask.ts';
import { AUDIENCES } from '../shared/audience.ts';
import { LEVELS } from '../shared/level.ts';
import { jsonLines } from './batch.ts';
import { oneOf, readOptions, runCommandLine, terminalAssistant, terminalStyle, UsageError } from './terminal.ts';

const HELP = `Asks the assistant one question, or many.

  npm run -s ask -- "Wanneer start spoor 2?"
  npm run -s ask -- --json "Wanneer start spoor 2?"
  npm run -s ask -- --batch questions.jsonl      (or - for standard input)

  --json                 one JSON object: decision, topics, confidence, answer, sources, addresses, choices
  --batch FILE           JSON Lines {"id", "q"} in, {"id", "decision", "topics", "confidence", "ms"} out
  --explain              also why: decision, read words, topics, nearest phrasings, signals
  --audience WHO         employee or employer; without it both answers are given where they differ
  --level LEVEL          nl-B1 (default), nl-A2 or en
  --help                 this text`;

const batchLine = z.object({ id: z.union([z.string(), z.number()]), q: z.string() });

await runCommandLine(async () => {
  const { values, positionals } = readOptions(
    {
      json: { type: 'boolean' },
      batch: { type: 'string' },
      explain: { type: 'boolean' },
      audience: { type: 'string' },
      level: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const reader = {
    audience: oneOf('audience', values.audience, AUDIENCES),
    level: oneOf('level', values.level, LEVELS),
  };
  if (values.batch !== undefined) {
    await askBatch(values.batch, reader, terminalAssistant());
    return;
  }
  if (positionals.join(' ').trim() === '') throw new UsageError(`There is no question.\n\n${HELP}`);
  const question = { text: positionals.join(' '), ...reader };
  const assistant = terminalAssistant();
  const { replies, ...result } = ask(question, today(), assistant);
  if (values.json) console.log(JSON.stringify(result, null, 2));
  else {
    const style = terminalStyle(process.stdout);
    for (const reply of replies) console.log(renderText(reply, assistant.knowledge.messages[reply.level], style));
  }
  // On standard error, so that --json stays JSON.
  if (values.explain) console.error(`\n${explain(question.text, assistant)}`);
});

async function askBatch(file: string, reader: Omit<Question, 'text'>, assistant: Assistant): Promise<void> {
  for await (const { id, q } of jsonLines(file, batchLine)) {
    const start = performance.now();
    const { decision, topics, confidence }: AskResult = ask({ text: q, ...reader }, today(), assistant);
    const ms = performance.now() - start;
    console.log(JSON.stringify({ id, decision, topics, confidence: round(confidence, 4), ms: round(ms, 3) }));
  }
}

function explain(text: string, assistant: Assistant): string {
  const { decision, confidence, signpost, explanation } = assistant.match(text);
  const { ranked, phrasings, signals, repairs } = explanation;
  return [
    `Decision: ${decision}, confidence ${confidence.toFixed(3)}${signpost === undefined ? '' : `, signpost ${signpost}`}`,
    `Read as:  ${repairs.length === 0 ? 'as typed' : repairs.map(({ from, to }) => `${from} -> ${to}`).join(', ')}`,
    `Signals:  ${Object.entries(signals)
      .map(([name, value]) => `${name} ${Number(value).toFixed(3)}`)
      .join(', ')}`,
    'Topics:',
    ...ranked.slice(0, 5).map(({ topic, score }) => `  ${score.toFixed(3)}  ${topic}`),
    'Nearest phrasings:',
    ...phrasings.map(({ text: phrasing, group, similarity }) => `  ${similarity.toFixed(3)}  ${phrasing}  (${group})`),
  ].join('\n');
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
