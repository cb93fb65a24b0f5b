import { composeAssistant } from '../src/compose.ts';
import { OUT_OF_SCOPE } from '../src/matching/ranker.ts';
import { fuse } from './peers/fuse.ts';
import { minisearch } from './peers/minisearch.ts';
import { natural } from './peers/natural.ts';
import { nlpjs } from './peers/nlpjs.ts';
import type { Found, Peer, Phrase } from './peers/peer.ts';
import { product } from './peers/product.ts';
import { tfidfLogistic } from './peers/tfidf-logistic.ts';
import { timing } from './timing.ts';

/** What the parent asks: one peer in a process of its own, so that memory is its own and a slow one can be stopped. */
export interface PeerTask {
  peer: string;
  phrases: readonly Phrase[];
  questions: readonly { q: string; topics: readonly string[] }[];
}

export interface PeerFigures {
  buildSeconds: number;
  memoryMegabytes: number;
  p50: number;
  p99: number;
  /** Shares of the questions in scope, 0 to 1. */
  first: number;
  amongThree: number;
  /** Answered right when at most one in ten of the questions out of scope is answered. */
  rightAtOneInTen: number;
}

/** Of the questions out of scope, so many may be answered. */
const ALLOWED = 0.1;

const { knowledge } = composeAssistant({ dataDir: process.env['BENCH_DATA'] ?? 'data' });

const PEERS: Readonly<Record<string, Peer>> = {
  'the product': product(knowledge.vocabulary),
  minisearch,
  'fuse.js': fuse,
  'natural (Bayes)': natural('BayesClassifier'),
  'natural (logistic)': natural('LogisticRegressionClassifier'),
  'nlp.js': nlpjs,
  'TF-IDF + logistic': tfidfLogistic,
};

process.on('message', (task: PeerTask) => {
  void measure(task).then((figures) => {
    process.send?.(figures);
    process.disconnect();
  });
});

async function measure({ peer, phrases, questions }: PeerTask): Promise<PeerFigures> {
  const build = PEERS[peer];
  if (build === undefined) throw new Error(`no peer is called ${peer}`);
  const before = memory();
  const started = performance.now();
  const rank = await build(phrases);
  const buildSeconds = (performance.now() - started) / 1000;
  const memoryMegabytes = memory() - before;
  for (const { q } of questions.slice(0, 20)) await rank(q);
  const times: number[] = [];
  const asked: { topics: readonly string[]; found: readonly Found[] }[] = [];
  for (const { q, topics } of questions) {
    const start = performance.now();
    const found = await rank(q);
    times.push(performance.now() - start);
    asked.push({ topics, found });
  }
  const { quantile } = timing(times);
  return { buildSeconds, memoryMegabytes, p50: quantile(0.5), p99: quantile(0.99), ...accuracy(asked) };
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1024 ** 2;
}

function accuracy(asked: readonly { topics: readonly string[]; found: readonly Found[] }[]) {
  const cases = asked.map(({ topics, found }) => {
    const ranked = found.filter(({ group }) => group !== OUT_OF_SCOPE);
    const place = ranked.findIndex(({ group }) => topics.includes(group));
    // What finds the examples of what is out of scope nearest refuses.
    const score = found[0]?.group === OUT_OF_SCOPE ? 0 : (ranked[0]?.score ?? 0);
    return { inScope: topics.length > 0, place: place === -1 ? Number.POSITIVE_INFINITY : place, score };
  });
  const inScope = cases.filter((one) => one.inScope);
  const outside = cases
    .filter((one) => !one.inScope)
    .map(({ score }) => score)
    .sort((a, b) => b - a);
  const threshold = outside[Math.floor(ALLOWED * outside.length)] ?? 0;
  const share = (count: number) => count / Math.max(1, inScope.length);
  return {
    first: share(inScope.filter(({ place }) => place === 0).length),
    amongThree: share(inScope.filter(({ place }) => place < 3).length),
    rightAtOneInTen: share(inScope.filter(({ place, score }) => place === 0 && score > threshold).length),
  };
}
