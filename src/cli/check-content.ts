import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DIALOGS } from '../../dialogs/index.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { KNOWLEDGE_FOLDER, readKnowledge } from '../knowledge/load.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { coverageOf } from '../lint/coverage.ts';
import { lintContent } from '../lint/lint.ts';
import { LEVELS } from '../shared/level.ts';
import { today } from '../compose.ts';
import { readOptions, runCommandLine, UsageError } from './terminal.ts';

const HELP = `Controleert de kennisbank. Elk probleem: bestand en regel, wat er staat, wat mag, en wat je eraan doet.

  npm run -s check:content                 de kennisbank van dit product
  npm run -s check:content -- MAP          een andere map
  npm run -s check:content -- --only WOORD alleen problemen van bestanden met dit woord in hun naam

Een fout houdt de assistent tegen; een waarschuwing niet.`;

await runCommandLine(() => {
  const { values, positionals } = readOptions(
    { only: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const folder = resolve(positionals[0] ?? KNOWLEDGE_FOLDER);
  if (!existsSync(folder)) throw new UsageError(`De map ${folder} bestaat niet.`);
  const { knowledge, files, problems } = readKnowledge(folder, today());
  const all = [...problems, ...(files === undefined ? [] : lintContent(files, DIALOGS))].filter(
    ({ file }) => values.only === undefined || file.includes(values.only),
  );
  if (all.length > 0) console.log(`${formatProblems(all)}\n`);
  const errors = all.filter(({ severity }) => severity === 'error').length;
  console.log(
    knowledge
      ? coverageText(knowledge)
      : 'Leesniveau, bijna gelijke vragen en woordenlijst zijn pas na te kijken als er geen fouten meer zijn.',
  );
  console.log(`${errors} fouten, ${all.length - errors} waarschuwingen.`);
  process.exitCode = errors > 0 ? 1 : 0;
});

function coverageText({ topics, signposts }: Knowledge): string {
  const { separate, answers, written, phrasings } = coverageOf(topics);
  return [
    `${topics.length} onderwerpen (${separate} apart voor werknemer en werkgever), ${signposts.length} wegwijzers.`,
    `Antwoorden: ${LEVELS.map((level) => `${written[level]} van ${answers} in ${level}`).join(', ')}.`,
    `Vragen: ${phrasings.total}; per onderwerp minst ${phrasings.fewest}, middelste ${phrasings.median}, meest ${phrasings.most}.`,
  ].join('\n');
}
