import { styleText } from 'node:util';
import { DIALOGS } from '../../dialogs/index.ts';
import { BOT_CONNECTOR } from '../channels/bot/token.ts';
import { today } from '../compose.ts';
import { processConfig } from '../config.ts';
import type { Finding, Status } from '../doctor/check.ts';
import { examine } from '../doctor/examine.ts';
import { ANSWER_LIMIT } from '../doctor/request.ts';
import { MICROSOFT_LOGIN } from '../doctor/token.ts';
import { KNOWLEDGE_FOLDER, readKnowledge } from '../knowledge/load.ts';
import { readOptions, runCommandLine } from './terminal.ts';

const HELP = `Checks the whole wiring of this installation, and says what to mend: settings, the bot's registration at Microsoft,
the public address, keys, store, Teams app and content. Run it as the user of the server, with the server's settings.

  npm run -s doctor

  --offline    leaves out what needs the network: Microsoft and the public address
  --json       a list of {"check", "status", "message", "cure"?}; status is ok, attention, wrong or skipped
  --help       this text

Ends with 1 when something is wrong, else with 0. It shows no secret.`;

const SIGNS = {
  ok: { sign: '✓', colour: 'green' },
  attention: { sign: '!', colour: 'yellow' },
  wrong: { sign: '✗', colour: 'red' },
  skipped: { sign: '-', colour: 'dim' },
} as const satisfies Record<Status, unknown>;

await runCommandLine(async () => {
  const { values } = readOptions(
    { offline: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const findings = await examine({
    readConfig: processConfig,
    readContent: () => readKnowledge(KNOWLEDGE_FOLDER, today()),
    dialogs: DIALOGS,
    today: today(),
    nodeVersion: process.versions.node,
    user: process.getuid?.(),
    login: MICROSOFT_LOGIN,
    issuer: BOT_CONNECTOR.metadata,
    answerLimit: values.offline ? undefined : ANSWER_LIMIT,
  });
  console.log(values.json ? JSON.stringify(findings, undefined, 2) : asText(findings));
  process.exitCode = findings.some(({ status }) => status === 'wrong') ? 1 : 0;
});

function asText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.map(({ check, status, message, cure }) => {
    const { sign, colour } = SIGNS[status];
    const line = `${styleText(colour, sign, { stream: process.stdout })} ${check.padEnd(width)}  ${message}`;
    return cure === undefined ? line : `${line}\n${' '.repeat(width + 4)}→ ${cure}`;
  });
  const count = (wished: Status) => findings.filter(({ status }) => status === wished).length;
  return [
    ...lines,
    '',
    `${count('ok')} ok, ${count('attention')} to look at, ${count('wrong')} wrong, ${count('skipped')} not checked.`,
  ].join('\n');
}
