import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchBot } from './bot.ts';
import { benchDialogs } from './dialogs.ts';
import { benchDirectLine } from './direct-line.ts';
import { benchFuzz } from './fuzz.ts';
import { benchGrowth } from './growth.ts';
import { benchIdleStreams } from './idle-streams.ts';
import { benchLoad } from './load.ts';
import { benchPeers } from './peer-table.ts';
import { benchProduct } from './product.ts';
import { benchSoak } from './soak.ts';
import { benchWidget } from './widget.ts';

const HELP = `Measures the product, also beside its peers. One part at a time is quicker.

  npm run -s bench
  npm run -s bench -- --only product

  --only PART        product (time, memory, start), dialogs (timeline, turns, dates), fuzz (hostile texts), bot (turns
                     through /api/messages beside an echo bot on the same adapter), directline
                     (the web chat's endpoint with the assistant and with an echo), streams (10,000 idle web chats),
                     widget (until a visitor can talk, beside Microsoft's Web Chat),
                     load (messages a second on SQLite, on PostgreSQL, on two processes), soak (hours' worth of mixed use:
                     does memory grow; only when asked for),
                     peers (other matchers on the same content and questions), growth (1,000 and 10,000 topics)
  --questions FILE   labelled questions for the peers, JSON Lines; more than once if need be. Default tests/evaluation
  --help             this text`;

const PARTS = [
  'product',
  'dialogs',
  'fuzz',
  'bot',
  'directline',
  'streams',
  'widget',
  'load',
  'soak',
  'peers',
  'growth',
] as const;

/** Takes too long to go along with the others. */
const ONLY_WHEN_ASKED: ReadonlySet<string> = new Set(['soak']);

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    questions: { type: 'string', multiple: true },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) {
  console.log(HELP);
} else if (values.only !== undefined && !PARTS.some((part) => part === values.only)) {
  console.error(`--only: found "${values.only}", allowed: ${PARTS.join(', ')}.`);
  process.exitCode = 2;
} else {
  const wanted = (part: (typeof PARTS)[number]) =>
    values.only === undefined ? !ONLY_WHEN_ASKED.has(part) : values.only === part;
  const dataDir = mkdtempSync(join(tmpdir(), 'spoor2-bench-'));
  try {
    // First, while nothing is kept of the content: it measures how long that takes to make.
    if (wanted('product')) await benchProduct(dataDir);
    if (wanted('dialogs')) benchDialogs(dataDir);
    if (wanted('fuzz')) benchFuzz(dataDir);
    if (wanted('bot')) await benchBot(dataDir);
    if (wanted('directline')) await benchDirectLine(dataDir);
    if (wanted('streams')) await benchIdleStreams(dataDir);
    if (wanted('widget')) await benchWidget(dataDir);
    if (wanted('load')) await benchLoad(dataDir);
    if (wanted('soak')) await benchSoak(dataDir);
    if (wanted('peers') || wanted('growth')) installPeers();
    if (wanted('peers')) await benchPeers(dataDir, values.questions);
    if (wanted('growth')) await benchGrowth(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

/** The peers are installed here only, on first use: they never enter the product. */
function installPeers(): void {
  if (existsSync(join(import.meta.dirname, 'node_modules'))) return;
  console.error('Installing the peers in bench/node_modules ...');
  execFileSync('npm', ['ci', '--prefix', import.meta.dirname, '--no-audit', '--no-fund'], { stdio: 'inherit' });
}
