import { createInterface } from 'node:readline/promises';
import { renderText } from '../channels/text.ts';
import { today } from '../compose.ts';
import type { Reply } from '../conversation/reply.ts';
import { newSession } from '../conversation/session.ts';
import { turn, welcome } from '../conversation/turn.ts';
import { readOptions, runCommandLine, terminalAssistant, terminalStyle } from './terminal.ts';

const HELP = `A conversation with the assistant in the terminal. Nothing is stored; Ctrl-D ends it.

  npm run -s chat

  --json    one JSON object per turn: replies and outcome, for programs
  --help    this text`;

await runCommandLine(async () => {
  const { values } = readOptions({ json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, HELP);
  if (values.help) {
    console.log(HELP);
    return;
  }
  const assistant = terminalAssistant();
  const style = terminalStyle(process.stdout);
  const show = (replies: readonly Reply[], outcome: object) => {
    if (values.json) console.log(JSON.stringify({ ...outcome, replies }));
    else
      for (const reply of replies)
        console.log(`\n${renderText(reply, assistant.knowledge.messages[reply.level], style)}\n`);
  };
  let { session, replies } = welcome(newSession(), assistant);
  if (!values.json) show(replies, {});
  const terminal = createInterface({ input: process.stdin, output: process.stdin.isTTY ? process.stdout : undefined });
  if (process.stdin.isTTY) {
    terminal.setPrompt('> ');
    terminal.prompt();
  }
  for await (const text of terminal) {
    const result = turn({ text }, session, today(), assistant);
    ({ session, replies } = result);
    show(replies, result.outcome);
    if (process.stdin.isTTY) terminal.prompt();
  }
});
