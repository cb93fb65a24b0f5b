import { composeAssistant } from '../src/compose.ts';
import { OUT_OF_SCOPE } from '../src/matching/ranker.ts';
import { inChild } from './in-child.ts';
import type { Phrase } from './peers/peer.ts';

const SIZES = [100, 1_000, 10_000] as const;
const PHRASINGS = 10;
const ASKED = 300;

/** Longest that building and asking may take. Seconds. */
const LIMIT = 600;

const PEERS = ['the product', 'minisearch', 'TF-IDF + logistic'];

/** Build time, latency and memory with more topics than there are: ten phrasings each, made from the real ones. */
export async function benchGrowth(dataDir: string): Promise<void> {
  const { knowledge } = composeAssistant({ dataDir });
  const real = knowledge.topics.flatMap(({ questions }) => questions);
  const outside: Phrase[] = knowledge.outOfScope.slice(0, 400).map((text) => ({ text, group: OUT_OF_SCOPE }));
  console.log('\nGrowth, ten phrasings a topic');
  for (const peer of PEERS) {
    for (const size of SIZES) {
      const phrases = [...grown(real, size), ...outside];
      const step = Math.max(1, Math.floor(phrases.length / ASKED));
      const questions = phrases
        .filter((_, place) => place % step === 0)
        .map(({ text, group }) => ({ q: `${text} en dan`, topics: group === OUT_OF_SCOPE ? [] : [group] }));
      const figures = await inChild({ peer, phrases, questions }, { seconds: LIMIT, dataDir });
      console.log(
        figures === undefined
          ? `${peer.padEnd(20)} ${String(size).padStart(6)} topics   not ready after ${LIMIT} s`
          : `${peer.padEnd(20)} ${String(size).padStart(6)} topics   build ${figures.buildSeconds.toFixed(1).padStart(6)} s   p50 ${figures.p50.toFixed(2)} ms   p99 ${figures.p99.toFixed(2)} ms   memory ${figures.memoryMegabytes.toFixed(0)} MB`,
      );
      if (figures === undefined) break;
    }
  }
}

/** Topics of real phrasings, each with two words of its own, so that they differ and share words as real ones do. */
function grown(real: readonly string[], topics: number): Phrase[] {
  return Array.from({ length: topics }, (_, topic) =>
    Array.from({ length: PHRASINGS }, (_unused, phrase) => {
      const text = real[(topic * PHRASINGS + phrase) % real.length] ?? '';
      return {
        text: `${text} ${ownWord(topic)} ${phrase % 2 === 0 ? ownWord(topic * 7 + 1) : ''}`,
        group: `t${topic}`,
      };
    }),
  ).flat();
}

const SYLLABLES = ['ka', 'lo', 'mi', 'ru', 'se', 'to', 'vi', 'wa', 'ze', 'bo'];

/** A made-up word for a number. */
function ownWord(number: number): string {
  return Array.from(String(number + 10_000), (digit) => SYLLABLES[Number(digit)] ?? '').join('');
}
