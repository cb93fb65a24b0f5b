import type { Knowledge, Topic } from '../../src/knowledge/knowledge.ts';
import { createMatcher } from '../../src/matching/matcher.ts';
import { OUT_OF_SCOPE } from '../../src/matching/ranker.ts';
import type { Peer, Phrase } from './peer.ts';

/** The product's own matcher, with the product's vocabulary and no signposts: the same phrases as its peers get. */
export function product(vocabulary: Knowledge['vocabulary']): Peer {
  return (phrases) => {
    const match = createMatcher({
      topics: topicsOf(phrases),
      signposts: [],
      outOfScope: phrases.filter(({ group }) => group === OUT_OF_SCOPE).map(({ text }) => text),
      vocabulary,
    });
    return (text) => {
      const { confidence, explanation } = match(text);
      return explanation.ranked.map(({ topic, score }, place) => ({
        group: topic,
        score: place === 0 ? confidence : Math.min(confidence, score),
      }));
    };
  };
}

/** Topics with nothing but phrasings, which is all that is matched on. */
function topicsOf(phrases: readonly Phrase[]): Topic[] {
  const groups = Map.groupBy(
    phrases.filter(({ group }) => group !== OUT_OF_SCOPE),
    ({ group }) => group,
  );
  return [...groups].map(([id, own]) => {
    const [first = '', second = '', ...questions] = own.map(({ text }) => text);
    return { id, title: { nl: first, en: second }, questions } as unknown as Topic;
  });
}
