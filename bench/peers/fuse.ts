import { load, byGroup, type Peer, type Phrase } from './peer.ts';

interface Fuse {
  search: (text: string) => { item: Phrase; score: number }[];
}

/** Fuzzy search of whole sentences. */
export const fuse: Peer = async (phrases) => {
  const { default: FuseClass } = (await load('fuse.js')) as {
    default: new (list: readonly Phrase[], options: object) => Fuse;
  };
  const index = new FuseClass(phrases, { keys: ['text'], includeScore: true, ignoreLocation: true, threshold: 0.6 });
  return (text) => byGroup(index.search(text).map(({ item, score }) => ({ group: item.group, score: 1 - score })));
};
