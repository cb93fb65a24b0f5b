import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { KNOWLEDGE_FOLDER, readKnowledge } from '../knowledge/load.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { today } from '../compose.ts';

const folder = resolve(process.argv[2] ?? KNOWLEDGE_FOLDER);
if (!existsSync(folder)) {
  console.error(`De map ${folder} bestaat niet.`);
  process.exit(2);
}
const { knowledge, problems } = readKnowledge(folder, today());
const errors = problems.filter(({ severity }) => severity === 'error').length;
if (problems.length > 0) console.log(`${formatProblems(problems)}\n`);
const counted = knowledge
  ? `${knowledge.topics.length} onderwerpen, ${knowledge.topics.reduce((sum, { questions }) => sum + questions.length, 0)} vragen. `
  : '';
console.log(`${counted}${errors} fouten, ${problems.length - errors} waarschuwingen.`);
process.exitCode = errors > 0 ? 1 : 0;
