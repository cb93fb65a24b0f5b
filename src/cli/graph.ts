import { mermaid } from '../dialog-engine/graph.ts';
import { readOptions, runCommandLine, terminalAssistant, UsageError } from './terminal.ts';

const HELP = `Prints the questions and routes of a guided dialog as a Mermaid flowchart.

  npm run -s graph -- termijnen

  --help    this text`;

await runCommandLine(() => {
  const { values, positionals } = readOptions({ help: { type: 'boolean', short: 'h' } }, HELP);
  if (values.help) {
    console.log(HELP);
    return;
  }
  const { dialogs } = terminalAssistant();
  const names = dialogs.all.map(({ definition }) => definition.id).join(', ');
  const [name] = positionals;
  if (name === undefined) throw new UsageError(`Which dialog? There are: ${names}.`);
  const dialog = dialogs.byId(name);
  if (dialog === undefined) throw new UsageError(`There is no dialog "${name}". There are: ${names}.`);
  console.log(mermaid(dialog.definition));
});
