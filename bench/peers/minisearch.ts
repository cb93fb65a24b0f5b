import { load, byGroup, type Found, type Peer } from './peer.ts';

interface MiniSearch {
  addAll: (documents: readonly object[]) => void;
  search: (text: string, options: object) => { group: string; score: number }[];
}

/** Full-text search over the phrasings, with its fuzzy and prefix search. */
export const minisearch: Peer = async (phrases) => {
  const { default: MiniSearchClass } = (await load('minisearch')) as {
    default: new (options: object) => MiniSearch;
  };
  const index = new MiniSearchClass({ fields: ['text'], storeFields: ['group'] });
  index.addAll(phrases.map(({ text, group }, id) => ({ id, text, group })));
  return (text): Found[] => byGroup(index.search(text, { fuzzy: 0.2, prefix: true }));
};
