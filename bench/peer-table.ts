import { join } from 'node:path';
import { readJsonLines } from '../src/cli/batch.ts';
import { composeAssistant } from '../src/compose.ts';
import { labelledQuestionSchema } from '../src/evaluation/question.ts';
import { phrasingsOf } from '../src/knowledge/knowledge.ts';
import { OUT_OF_SCOPE } from '../src/matching/ranker.ts';
import { inChild } from './in-child.ts';
import type { PeerFigures } from './peer-run.ts';
import type { Phrase } from './peers/peer.ts';

const QUESTIONS = join(import.meta.dirname, '..', 'tests', 'evaluation', 'questions.jsonl');

/** Longest that a peer may take. Seconds. */
const LIMIT = 300;

/** Sentence-level fuzzy search takes about a second a question: it gets one in eight. */
const FEWER: Readonly<Record<string, number>> = { 'fuse.js': 8 };

const PEERS = [
  'the product',
  'minisearch',
  'fuse.js',
  'natural (Bayes)',
  'natural (logistic)',
  'nlp.js',
  'TF-IDF + logistic',
];

/** The product beside other matchers: same phrases, same questions, one after the other. */
export async function benchPeers(dataDir: string, files: readonly string[] = [QUESTIONS]): Promise<void> {
  const { knowledge } = composeAssistant({ dataDir });
  const phrases: Phrase[] = [
    ...knowledge.topics.flatMap((topic) => phrasingsOf(topic).map((text) => ({ text, group: topic.id }))),
    ...[...knowledge.signposts.flatMap(phrasingsOf), ...knowledge.outOfScope].map((text) => ({
      text,
      group: OUT_OF_SCOPE,
    })),
  ];
  const questions = await readJsonLines(files, labelledQuestionSchema);
  console.log(
    `\n${phrases.length} phrases, ${questions.length} questions (${questions.filter(({ topics }) => topics.length === 0).length} out of scope); in brackets: times the product's`,
  );
  console.log(
    `${'matcher'.padEnd(20)} first  in 3  right*   build s         p50 ms           p99 ms           memory MB`,
  );
  let own: PeerFigures | undefined;
  for (const peer of PEERS) {
    const every = FEWER[peer] ?? 1;
    const asked = questions.filter((_, place) => place % every === 0);
    const figures = await inChild({ peer, phrases, questions: asked }, { seconds: LIMIT, dataDir });
    own ??= figures;
    console.log(figures === undefined ? `${peer.padEnd(20)} not ready after ${LIMIT} s` : line(peer, figures, own));
  }
  console.log('* answered right, when one in ten of the questions out of scope may be answered');
}

function line(peer: string, figures: PeerFigures, own: PeerFigures | undefined): string {
  const percent = (share: number) => (100 * share).toFixed(1).padStart(5);
  const beside = (value: number, ours: number, digits: number) =>
    `${value.toFixed(digits).padStart(8)} (${(value / ours).toFixed(1)}x)`.padEnd(17);
  const ours = own ?? figures;
  return [
    peer.padEnd(20),
    percent(figures.first),
    percent(figures.amongThree),
    percent(figures.rightAtOneInTen),
    beside(figures.buildSeconds, ours.buildSeconds, 1),
    beside(figures.p50, ours.p50, 2),
    beside(figures.p99, ours.p99, 2),
    beside(figures.memoryMegabytes, ours.memoryMegabytes, 0),
  ].join(' ');
}
