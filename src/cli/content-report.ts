import { DIALOGS } from '../../dialogs/index.ts';
import { today } from '../compose.ts';
import { KNOWLEDGE_FOLDER, readKnowledge } from '../knowledge/load.ts';
import { ContentError } from '../knowledge/problem.ts';
import { lintContent } from '../lint/lint.ts';
import { reportPage } from './report-page.ts';
import { readOptions, runCommandLine, writeOut } from './terminal.ts';

const HELP = `Schrijft de hele kennisbank als één pagina om te printen: voor een jurist die haar nakijkt.

  npm run -s content:report

  --out BESTAND      standaard dist/kennisbank.html
  --help             deze tekst`;

await runCommandLine(() => {
  const { values } = readOptions({ out: { type: 'string' }, help: { type: 'boolean', short: 'h' } }, HELP);
  if (values.help) {
    console.log(HELP);
    return;
  }
  const { knowledge, files, problems } = readKnowledge(KNOWLEDGE_FOLDER, today());
  if (knowledge === undefined || files === undefined)
    throw new ContentError(problems.filter(({ severity }) => severity === 'error'));
  const groups = new Map(files.topics.map(({ name, value }) => [value.id, name.split('/').at(-2) ?? '']));
  const out = writeOut(
    values.out ?? 'dist/kennisbank.html',
    reportPage({
      knowledge,
      groups,
      openItems: files.openItems.value.items,
      problems: [...problems, ...lintContent(files, DIALOGS)],
      printedOn: today(),
    }),
  );
  console.log(`${out}: ${knowledge.topics.length} onderwerpen, ${knowledge.signposts.length} wegwijzers.`);
});
